/** Up to this many distinct strengths are looked up on edits; more of them simply get a new code each time. */
const KEPT_LIMIT = 65_536;

/**
 * Distinct strengths, numbered: exact values at 8 bytes each once, instead of at every arc. A hash table over the
 * bits of the numbers, since a Map of some hundred thousand fractions takes ten times the memory.
 */
export class StrengthDictionary {
  values: Float64Array;
  size = 0;
  /** Codes plus one, by hash; null once it is not worth its memory. */
  #slots: Uint32Array | null = new Uint32Array(1024);
  #isShared: boolean;
  readonly #number = new Float64Array(1);
  readonly #bits = new Uint32Array(this.#number.buffer);

  constructor(isShared = false) {
    this.#isShared = isShared;
    this.values = this.#allocate(512);
  }

  /** The code of a strength, made if new. `values` may be another array afterwards. */
  intern(strength: number): number {
    if (this.#slots === null) return this.#append(strength);
    const mask = this.#slots.length - 1;
    let slot = this.#hash(strength) & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const code = this.#slots[slot] - 1;
      if (this.values[code] === strength) return code;
    }
    const code = this.#append(strength);
    this.#slots[slot] = code + 1;
    if (this.size * 2 > this.#slots.length) this.#rehash(this.#slots.length * 4);
    return code;
  }

  /**
   * To be called when a sweep is over: what is in is kept, what follows are single edits.
   *
   * @param isShared keep the values in a SharedArrayBuffer from now on
   */
  settle(isShared: boolean): void {
    this.#isShared = isShared;
    const values = this.#allocate(this.size + Math.max(512, this.size >>> 4));
    values.set(this.values.subarray(0, this.size));
    this.values = values;
    if (this.size > KEPT_LIMIT) this.#slots = null;
  }

  /** A dictionary over an array whose first `size` strengths were numbered before. It takes the array over. */
  static over(values: Float64Array, size: number): StrengthDictionary {
    const dictionary = new StrengthDictionary(values.buffer instanceof SharedArrayBuffer);
    dictionary.values = values;
    dictionary.size = size;
    dictionary.#slots = null;
    if (size <= KEPT_LIMIT)
      dictionary.#rehash(Math.max(1024, 2 ** Math.ceil(Math.log2(size * 4 + 1))));
    return dictionary;
  }

  #append(strength: number): number {
    if (this.size === this.values.length) {
      const values = this.#allocate(this.size * 2);
      values.set(this.values);
      this.values = values;
    }
    this.values[this.size] = strength;
    return this.size++;
  }

  #allocate(length: number): Float64Array {
    return new Float64Array(
      this.#isShared ? new SharedArrayBuffer(length * 8) : new ArrayBuffer(length * 8),
    );
  }

  #rehash(length: number): void {
    const slots = new Uint32Array(length);
    for (let code = 0; code < this.size; code++) {
      let slot = this.#hash(this.values[code]) & (length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (length - 1);
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }

  #hash(strength: number): number {
    this.#number[0] = strength;
    const mixed = Math.imul(this.#bits[0] ^ Math.imul(this.#bits[1], 0x9e3779b1), 0x85ebca77);
    return mixed ^ (mixed >>> 15);
  }
}
