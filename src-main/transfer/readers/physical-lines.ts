/** The lines of a text that comes in pieces, each of whole lines that end in \n. */
export class PhysicalLines {
  readonly #pieces: Iterator<string>;
  #text: string;
  #offset = 0;
  #taken = 0;
  /** The line at the offset: undefined until looked at, null at the end. */
  #ahead: string | null | undefined = undefined;

  constructor(text: Iterable<string>) {
    this.#pieces = text[Symbol.iterator]();
    this.#text = this.#nextPiece() ?? '';
  }

  /** How many lines were taken: the number of the last one, from 1. */
  get taken(): number {
    return this.#taken;
  }

  /** The next line, which stays where it is; null at the end. */
  peek(): string | null {
    if (this.#ahead === undefined) {
      if (this.#offset === this.#text.length) this.#turn();
      if (this.#offset > this.#text.length) this.#ahead = null;
      else {
        const end = this.#text.indexOf('\n', this.#offset);
        this.#ahead = this.#text.slice(this.#offset, end === -1 ? undefined : end);
      }
    }
    return this.#ahead;
  }

  take(): string | null {
    const line = this.peek();
    if (line !== null) {
      this.#offset += line.length + 1;
      this.#taken++;
      this.#ahead = undefined;
    }
    return line;
  }

  /** On to the next piece, if there is one. */
  #turn(): void {
    const next = this.#nextPiece();
    if (next === null) return;
    this.#text = next;
    this.#offset = 0;
  }

  #nextPiece(): string | null {
    const next = this.#pieces.next();
    return next.done === true ? null : next.value;
  }
}
