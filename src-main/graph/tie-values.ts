import { StrengthDictionary } from './strength-dictionary.ts';
import { TieClasses } from './tie-classes.ts';

/** The distinct values of ties while a graph is built, numbered: most ties share theirs with others. */
export class TieValues {
  readonly strengths = new StrengthDictionary();
  readonly classes = new TieClasses();
  #codes = new Uint32Array(64);
  #classOf = new Uint32Array(64);
  #size = 0;

  /** Numbers a value; equal ones may get several numbers. Throws RangeError for a strength outside (0, 1]. */
  add(strength: number, mask: number, possible: boolean, overflow: readonly number[] = []): number {
    requireStrength(strength);
    if (this.#size === this.#codes.length) {
      this.#codes = grown(this.#codes);
      this.#classOf = grown(this.#classOf);
    }
    const value = this.#size++;
    this.#codes[value] = this.strengths.intern(strength);
    this.#classOf[value] = this.classes.intern(mask, possible, overflow);
    return value;
  }

  /** Codes of the strengths, by number of the value. */
  get codes(): Uint32Array {
    return this.#codes.subarray(0, this.#size);
  }

  /** Classes, likewise. */
  get classOf(): Uint32Array {
    return this.#classOf.subarray(0, this.#size);
  }
}

export function requireStrength(strength: number): void {
  if (!(strength > 0 && strength <= 1)) {
    throw new RangeError(`The strength of a tie lies in (0, 1]; ${strength} does not.`);
  }
}

/** Twice the room. */
export function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(column.length * 2);
  wider.set(column);
  return wider;
}
