import type { MapColours } from './map-colours.ts';
import type { SceneData, View } from './scene-data.ts';

/** Painted beyond each edge of the window, as a share of its size, so that moving shows no gap at once. */
const margin = 0.3;
/** Lines of one stroke: longer paths make a software renderer slow. */
const linesAStroke = 400;

interface Bitmap {
  readonly canvas: HTMLCanvasElement;
  view: View | null;
}

/**
 * All ties as a picture behind the people. Tens of thousands of lines cannot be drawn anew for each frame without a
 * graphics card; so they are painted bit by bit while nothing moves, and meanwhile the former picture moves along.
 */
export class TieLayer {
  #shown: Bitmap = { canvas: document.createElement('canvas'), view: null };
  #next: Bitmap = { canvas: document.createElement('canvas'), view: null };
  #at = 0;
  #isPending = false;

  get isPending(): boolean {
    return this.#isPending;
  }

  /** Forgets what was painted: people have moved. */
  clear(): void {
    this.#shown.view = null;
    this.#isPending = false;
  }

  /** Begins to paint for another view. */
  begin(view: View, pixelRatio: number): void {
    const { canvas } = this.#next;
    canvas.width = Math.ceil(view.width * (1 + 2 * margin) * pixelRatio);
    canvas.height = Math.ceil(view.height * (1 + 2 * margin) * pixelRatio);
    this.#next.view = view;
    this.#at = 0;
    this.#isPending = true;
    const context = canvas.getContext('2d');
    context?.setTransform(
      pixelRatio,
      0,
      0,
      pixelRatio,
      view.width * margin * pixelRatio,
      view.height * margin * pixelRatio,
    );
  }

  /** Paints for some milliseconds; once all is painted, the new picture takes the place of the former one. */
  paintFor(
    milliseconds: number,
    data: SceneData,
    positions: Float32Array,
    colours: MapColours,
  ): void {
    const context = this.#next.canvas.getContext('2d');
    const { view } = this.#next;
    if (!this.#isPending || context === null || view === null) return;
    const end = performance.now() + milliseconds;
    while (this.#at < data.from.length && performance.now() < end) {
      const last = Math.min(data.from.length, this.#at + linesAStroke);
      strokeTies(context, data, positions, view, colours, this.#at, last);
      this.#at = last;
    }
    if (this.#at < data.from.length) return;
    [this.#shown, this.#next] = [this.#next, this.#shown];
    this.#isPending = false;
  }

  /** Puts the picture where it belongs in a view, stretched until it is painted anew. */
  drawOnto(context: CanvasRenderingContext2D, view: View): void {
    const { canvas, view: painted } = this.#shown;
    if (painted === null) return;
    const stretch = view.k / painted.k;
    // whole pixels, unsmoothed: the quick way, and sharp as soon as nothing moves
    context.imageSmoothingEnabled = false;
    context.drawImage(
      canvas,
      Math.round((-painted.width * margin - painted.x) * stretch + view.x),
      Math.round((-painted.height * margin - painted.y) * stretch + view.y),
      painted.width * (1 + 2 * margin) * stretch,
      painted.height * (1 + 2 * margin) * stretch,
    );
  }
}

/** Lines of some ties; between people in the background none, and mine only while they are few. */
export function strokeTies(
  context: CanvasRenderingContext2D,
  data: SceneData,
  positions: Float32Array,
  view: View,
  colours: MapColours,
  first: number,
  end: number,
): void {
  const { from, to, isShown } = data;
  const withMine = data.names.length < 400;
  context.beginPath();
  for (let at = first; at < end; at++) {
    const a = from[at] ?? 0;
    const b = to[at] ?? 0;
    if (isShown[a] === 0 || isShown[b] === 0 || (a === 0 && !withMine)) continue;
    const ax = (positions[a * 2] ?? 0) * view.k + view.x;
    const ay = (positions[a * 2 + 1] ?? 0) * view.k + view.y;
    const bx = (positions[b * 2] ?? 0) * view.k + view.x;
    const by = (positions[b * 2 + 1] ?? 0) * view.k + view.y;
    if (isOutside(ax, bx, view.width) || isOutside(ay, by, view.height)) continue;
    context.moveTo(ax, ay);
    context.lineTo(bx, by);
  }
  context.lineWidth = 1;
  context.strokeStyle = colours.tie;
  context.stroke();
}

/** Whether both ends lie beyond the same edge of what is painted. */
function isOutside(a: number, b: number, size: number): boolean {
  const low = -size * margin;
  const high = size * (1 + margin);
  return (a < low && b < low) || (a > high && b > high);
}
