import { quadtree, type Quadtree } from 'd3-quadtree';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import type { MapColours } from './map-colours.ts';
import { paintLabels, paintLifted, widthIn } from './paint-labels.ts';
import { paintMarks, paintPeople } from './paint-people.ts';
import { type Direction, pickNeighbour } from './pick-neighbour.ts';
import { footer, type Label, placeLabels } from './place-labels.ts';
import type { Marks, Painting, SceneData, View } from './scene-data.ts';
import { StillPicture } from './still-picture.ts';
import { strokeTies, TieLayer } from './tie-layer.ts';

export interface SceneEvents {
  /** The mouse is over somebody, or over nobody (null). */
  onHover(place: number | null): void;
  onChoose(place: number | null): void;
  onOpen(place: number): void;
}

/** Milliseconds after the last movement when ties and people are painted anew, and words placed. */
const restAfter = 130;
/** Milliseconds a frame for painting ties: the rest of it belongs to the window. */
const tieTime = 7;
/** How far beside a mark the mouse may be, in pixels. */
const reach = 14;
/** Free space around everything when it is fitted into the window, in pixels. */
const padding = 48;

/** The picture of a network on a canvas, with the mouse on it. Holds no rule of what is shown: that is given to it. */
export class MapScene {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #zoom = zoom<HTMLCanvasElement, unknown>().scaleExtent([0.05, 8]);
  readonly #ties = new TieLayer();
  readonly #people = new StillPicture();
  readonly #words = new StillPicture();
  readonly #resize: ResizeObserver;
  #colours: MapColours | null = null;
  #events: SceneEvents | null = null;
  #data: SceneData | null = null;
  #positions: Float32Array = new Float32Array(0);
  #tree: Quadtree<number> | null = null;
  #marks: Marks = { focus: null, hover: null, chain: [] };
  #labels: readonly Label[] = [];
  #view: View = { x: 0, y: 0, k: 1, width: 1, height: 1 };
  #isFitted = true;
  #isFrameAsked = false;
  #rest = 0;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('This window cannot draw on a canvas.');
    this.#canvas = canvas;
    this.#context = context;
    this.#listen();
    this.#resize = new ResizeObserver(() => this.#takeSize());
    this.#resize.observe(canvas);
  }

  destroy(): void {
    this.#resize.disconnect();
    window.clearTimeout(this.#rest);
    select(this.#canvas).on('.zoom', null).on('.map', null);
    this.#data = null;
  }

  /** Who is told what the mouse does. */
  hear(events: SceneEvents): void {
    this.#events = events;
  }

  /** What is shown, for positions that come later or stay. */
  show(data: SceneData, colours: MapColours): void {
    this.#data = data;
    this.#colours = colours;
    this.#renew();
  }

  /** Where everybody stands: x and y in turn. Fits the window until the user has moved the map. */
  place(positions: Float32Array): void {
    this.#positions = positions;
    const places = Array.from({ length: positions.length / 2 }, (_, place) => place);
    this.#tree = quadtree(
      places,
      (place) => positions[place * 2] ?? 0,
      (place) => positions[place * 2 + 1] ?? 0,
    );
    if (this.#isFitted) this.fit();
    this.#renew();
  }

  mark(marks: Marks): void {
    this.#marks = marks;
    this.#ask();
  }

  zoomBy(factor: number): void {
    this.#isFitted = false;
    this.#zoom.scaleBy(select(this.#canvas), factor);
  }

  fit(): void {
    const { width, height } = this.#view;
    let extent = 40;
    let [left, right, top, bottom] = [-extent, extent, -extent, extent];
    for (let at = 0; at < this.#positions.length; at += 2) {
      const [x, y] = [this.#positions[at] ?? 0, this.#positions[at + 1] ?? 0];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    extent = Math.max(1, Math.min(width, height));
    const k = Math.min(
      3,
      Math.max(1, width - 2 * padding) / (right - left),
      Math.max(1, height - 2 * padding - footer) / (bottom - top),
    );
    const transform = zoomIdentity
      .translate(
        width / 2 - ((left + right) / 2) * k,
        (height - footer) / 2 - ((top + bottom) / 2) * k,
      )
      .scale(k);
    this.#zoom.transform(select(this.#canvas), transform);
    this.#isFitted = true;
  }

  /** Brings a person into the middle, near enough to read names. */
  centre(place: number): void {
    const { width, height } = this.#view;
    const k = Math.max(this.#view.k, 1.5);
    const x = width / 2 - (this.#positions[place * 2] ?? 0) * k;
    const y = height / 2 - (this.#positions[place * 2 + 1] ?? 0) * k;
    this.#zoom.transform(select(this.#canvas), zoomIdentity.translate(x, y).scale(k));
    this.#isFitted = false;
  }

  /** Moves the map just so far that a person can be seen. */
  reveal(place: number): void {
    const { width, height, k } = this.#view;
    const x = (this.#positions[place * 2] ?? 0) * k + this.#view.x;
    const y = (this.#positions[place * 2 + 1] ?? 0) * k + this.#view.y;
    const isInside = x > padding && y > padding && x < width - padding && y < height - padding;
    if (isInside) return;
    this.#zoom.translateBy(select(this.#canvas), (width / 2 - x) / k, (height / 2 - y) / k);
  }

  neighbour(place: number, direction: Direction): number | null {
    const { isShown } = this.#data ?? {};
    return pickNeighbour(this.#positions, place, direction, (other) => isShown?.[other] === 1);
  }

  /** The map as it is seen now, in twice the detail, as a PNG. */
  async takePicture(): Promise<Uint8Array<ArrayBuffer>> {
    const canvas = document.createElement('canvas');
    const { width, height } = this.#view;
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    const painting = this.#painting(context);
    if (context === null || painting === null) throw new Error('There is nothing to save yet.');
    context.setTransform(2, 0, 0, 2, 0, 0);
    this.#clear(painting);
    const { data, positions, view, colours } = painting;
    strokeTies(context, data, positions, view, colours, 0, data.from.length);
    paintPeople(painting);
    paintMarks(painting, this.#marks);
    paintLabels(painting, this.#labels);
    paintLifted(painting, this.#labels, this.#marks);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The picture could not be made.');
    return new Uint8Array(await blob.arrayBuffer());
  }

  #listen(): void {
    this.#zoom.on('zoom', ({ transform, sourceEvent }) => {
      const { x, y, k } = transform;
      this.#view = { ...this.#view, x, y, k };
      if (sourceEvent !== null) this.#isFitted = false;
      this.#ask();
      this.#restSoon();
    });
    const at = (event: MouseEvent): number | null => this.#find(event.offsetX, event.offsetY);
    select(this.#canvas)
      .call(this.#zoom)
      // two clicks open a person here
      .on('dblclick.zoom', null)
      .on('mousemove.map', (event: MouseEvent) => {
        if (event.buttons === 0) this.#events?.onHover(at(event));
      })
      .on('mouseleave.map', () => this.#events?.onHover(null))
      .on('click.map', (event: MouseEvent) => this.#events?.onChoose(at(event)))
      .on('dblclick.map', (event: MouseEvent) => {
        const place = at(event);
        if (place !== null) this.#events?.onOpen(place);
      });
  }

  #find(screenX: number, screenY: number): number | null {
    const { x, y, k } = this.#view;
    return this.#tree?.find((screenX - x) / k, (screenY - y) / k, reach / k) ?? null;
  }

  #takeSize(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0 || height === 0) return;
    this.#view = { ...this.#view, width, height };
    this.#canvas.width = Math.round(width * window.devicePixelRatio);
    this.#canvas.height = Math.round(height * window.devicePixelRatio);
    if (this.#isFitted) this.fit();
    this.#renew();
  }

  /** Something else than the view has changed: the ties painted so far are of no use. */
  #renew(): void {
    this.#ties.clear();
    this.#labels = [];
    this.#people.clear();
    this.#words.clear();
    this.#restSoon();
    this.#ask();
  }

  #restSoon(): void {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      const painting = this.#painting(this.#context);
      if (painting === null) return;
      this.#labels = placeLabels({ ...painting, widthOf: widthIn(painting.context) });
      this.#people.paint(painting, window.devicePixelRatio, paintPeople);
      this.#words.paint(painting, window.devicePixelRatio, (wider) =>
        paintLabels(wider, this.#labels),
      );
      this.#ties.begin(this.#view, window.devicePixelRatio);
      this.#ask();
    }, restAfter);
  }

  #ask(): void {
    if (this.#isFrameAsked) return;
    this.#isFrameAsked = true;
    requestAnimationFrame(() => {
      this.#isFrameAsked = false;
      this.#paint();
    });
  }

  #paint(): void {
    const painting = this.#painting(this.#context);
    if (painting === null) return;
    const { context, data, positions, view, colours } = painting;
    const ratio = window.devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.#ties.isPending) {
      this.#ties.paintFor(tieTime, data, positions, colours);
      this.#ask();
    }
    this.#clear(painting);
    this.#ties.drawOnto(context, view);
    if (!this.#people.drawOnto(context, view)) paintPeople(painting);
    paintMarks(painting, this.#marks);
    if (!this.#words.drawOnto(context, view)) paintLabels(painting, this.#labels);
    paintLifted(painting, this.#labels, this.#marks);
  }

  #clear({ context, colours, view }: Painting): void {
    context.fillStyle = colours.background;
    context.fillRect(0, 0, view.width, view.height);
  }

  #painting(context: CanvasRenderingContext2D | null): Painting | null {
    const data = this.#data;
    const colours = this.#colours;
    const positions = this.#positions;
    if (context === null || data === null || colours === null) return null;
    if (positions.length !== data.names.length * 2) return null;
    return { context, data, positions, view: this.#view, colours };
  }
}
