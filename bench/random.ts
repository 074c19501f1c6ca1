/** A seeded source of numbers in [0, 1): xorshift128 (Marsaglia 2003), the same on every machine. */
export function makeRandom(seed: number): () => number {
  let x = seed | 0 || 1;
  let y = 362_436_069;
  let z = 521_288_629;
  let w = 88_675_123;
  return () => {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return (w >>> 0) / 2 ** 32;
  };
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle(values: Uint32Array, random: () => number): void {
  for (let at = values.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = values[at];
    values[at] = values[other];
    values[other] = held;
  }
}
