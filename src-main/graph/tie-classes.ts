/** Platforms are numbered from 0. Numbers 0..30 are bits of a mask; the rest share bit 31. */
export const FIRST_OVERFLOW_PLATFORM = 31;
const OVERFLOW_BIT = 0x80000000;

/** What a tie has in common with thousands of others: its platforms, and whether it is only possible. */
export interface TieClass {
  /** Unsigned 32 bits; bit 31 says that `overflow` is not empty. */
  readonly mask: number;
  /** Platform numbers from 31 on, ascending. */
  readonly overflow: readonly number[];
  /** True for a tie that was only inferred. */
  readonly possible: boolean;
}

/**
 * The distinct combinations of platforms and certainty, numbered. A book has a few dozen, so that an arc
 * carries two bytes instead of a mask, a flag and a side table, and a filter is one look-up.
 */
export class TieClasses {
  readonly list: TieClass[] = [];
  /** Numbers plus one of classes on the first nine platforms, by mask and certainty: no hashing in a sweep. */
  readonly #few = new Uint32Array(1024);
  readonly #byMask = new Map<number, number>();
  readonly #byText = new Map<string, number>();

  /** The number of the class, made if new. `overflow` lists platform numbers of 31 and more. */
  intern(mask: number, possible: boolean, overflow: readonly number[] = []): number {
    const low = (mask & ~OVERFLOW_BIT) >>> 0;
    const certainty = possible ? 1 : 0;
    if (overflow.length === 0) {
      const key = low * 2 + certainty;
      if (key < this.#few.length && this.#few[key] !== 0) return this.#few[key] - 1;
      const known = this.#byMask.get(key);
      if (known !== undefined) return known;
      this.#byMask.set(key, this.list.length);
      if (key < this.#few.length) this.#few[key] = this.list.length + 1;
      return this.list.push({ mask: low, overflow: [], possible }) - 1;
    }
    const more = [...new Set(overflow)].toSorted((a, b) => a - b);
    const key = `${low}|${certainty}|${more.join(',')}`;
    const known = this.#byText.get(key);
    if (known !== undefined) return known;
    this.#byText.set(key, this.list.length);
    return this.list.push({ mask: (low | OVERFLOW_BIT) >>> 0, overflow: more, possible }) - 1;
  }
}

/** Splits platform numbers (0 and up) into the mask and the overflow list that `intern` takes. */
export function splitPlatforms(platforms: Iterable<number>): {
  mask: number;
  overflow: number[];
} {
  let mask = 0;
  const overflow: number[] = [];
  for (const platform of platforms) {
    if (!Number.isSafeInteger(platform) || platform < 0) {
      throw new RangeError(`A platform number is 0 or more, not ${platform}.`);
    }
    if (platform >= FIRST_OVERFLOW_PLATFORM) overflow.push(platform);
    else mask |= 1 << platform;
  }
  return { mask: mask >>> 0, overflow };
}

/** Platform numbers of a class, ascending. */
export function platformsOf(tieClass: TieClass): number[] {
  const platforms: number[] = [];
  for (let bit = 0; bit < FIRST_OVERFLOW_PLATFORM; bit++) {
    if ((tieClass.mask >>> bit) & 1) platforms.push(bit);
  }
  return platforms.concat(tieClass.overflow);
}
