/** A piece of the window, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Side of a cell in pixels: finer than a mark is wide, so that words can go between marks. */
const cell = 4;
const mark = 1;
const words = 2;

/**
 * What of the window is taken, by small cells: words may stand on free ground, seldom on marks, never on other words.
 * What lies outside of the window is free for marks and taken for words.
 */
export class LabelGrid {
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: Uint8Array;

  constructor(width: number, height: number) {
    this.#columns = Math.max(1, Math.ceil(width / cell));
    this.#rows = Math.max(1, Math.ceil(height / cell));
    this.#cells = new Uint8Array(this.#columns * this.#rows);
  }

  /** Notes a mark, in pixels from the corner of the window. */
  putMark(x: number, y: number, radius: number): void {
    const box = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
    this.#each(box, (at) => {
      this.#cells[at] = Math.max(mark, this.#cells[at] ?? 0);
    });
  }

  /** The share of a box that would cover marks, in [0, 1]; null where words stand, or where it leaves the window. */
  coverOf(box: Box): number | null {
    if (box.left < 0 || box.top < 0) return null;
    if (box.right > this.#columns * cell || box.bottom > this.#rows * cell) return null;
    let all = 0;
    let marks = 0;
    let isTaken = false;
    this.#each(box, (at) => {
      const found = this.#cells[at] ?? 0;
      all++;
      if (found === mark) marks++;
      if (found === words) isTaken = true;
    });
    return isTaken ? null : marks / Math.max(1, all);
  }

  /** Notes that words stand there from now on. */
  putWords(box: Box): void {
    this.#each(box, (at) => {
      this.#cells[at] = words;
    });
  }

  #each(box: Box, visit: (at: number) => void): void {
    const firstRow = Math.max(0, Math.floor(box.top / cell));
    const lastRow = Math.min(this.#rows - 1, Math.floor(box.bottom / cell));
    const first = Math.max(0, Math.floor(box.left / cell));
    const last = Math.min(this.#columns - 1, Math.floor(box.right / cell));
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = first; column <= last; column++) visit(row * this.#columns + column);
    }
  }
}
