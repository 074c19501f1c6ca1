import type { Painting, View } from './scene-data.ts';

/** Painted beyond each edge of the window, as a share of its size: so far the map moves before all is painted anew. */
const margin = 0.3;

/**
 * A part of the map as it stands while nothing moves. While the map is moved about, the picture moves along: thousands of
 * marks cannot be drawn anew for each frame without a graphics card.
 */
export class StillPicture {
  readonly #canvas = document.createElement('canvas');
  #view: View | null = null;

  /** Forgets what was painted. */
  clear(): void {
    this.#view = null;
  }

  /** Paints the view and what lies around it. */
  paint(painting: Painting, pixelRatio: number, draw: (painting: Painting) => void): void {
    const { view } = painting;
    const [beyondX, beyondY] = beyond(view);
    const width = view.width + 2 * beyondX;
    const height = view.height + 2 * beyondY;
    this.#canvas.width = Math.ceil(width * pixelRatio);
    this.#canvas.height = Math.ceil(height * pixelRatio);
    const context = this.#canvas.getContext('2d');
    if (context === null) return;
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    const wider = { x: view.x + beyondX, y: view.y + beyondY, k: view.k, width, height };
    draw({ ...painting, context, view: wider });
    this.#view = view;
  }

  /** Puts the picture where it belongs in a view; false if it does not show all of it, or not in this size. */
  drawOnto(context: CanvasRenderingContext2D, view: View): boolean {
    const painted = this.#view;
    if (painted === null || painted.k !== view.k) return false;
    const [beyondX, beyondY] = beyond(painted);
    const [movedX, movedY] = [Math.round(view.x - painted.x), Math.round(view.y - painted.y)];
    if (Math.abs(movedX) > beyondX || Math.abs(movedY) > beyondY) return false;
    context.imageSmoothingEnabled = false;
    const [width, height] = [painted.width + 2 * beyondX, painted.height + 2 * beyondY];
    context.drawImage(this.#canvas, movedX - beyondX, movedY - beyondY, width, height);
    return true;
  }
}

/** In whole pixels, so that the picture is not blurred. */
function beyond({ width, height }: View): [x: number, y: number] {
  return [Math.ceil(width * margin), Math.ceil(height * margin)];
}
