/**
 * A checksum of four 32-bit words over words of memory, at several gigabytes a second. Each of its four lanes maps
 * its state one to one at every step (an odd factor and a rotation lose nothing), so one changed word always changes
 * it; it is no defence against a forger.
 */
export function checksum(words: Uint32Array): Uint32Array {
  // The factors are xxHash's, written out here since the engine does not fold a constant from an array.
  let a = words.length;
  let b = ~words.length;
  let c = words.length ^ 0x55555555;
  let d = words.length ^ 0x33333333;
  const whole = words.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    a = Math.imul(a ^ words[i], 0x9e3779b1);
    b = Math.imul(b ^ words[i + 1], 0x85ebca77);
    c = Math.imul(c ^ words[i + 2], 0xc2b2ae3d);
    d = Math.imul(d ^ words[i + 3], 0x27d4eb2f);
    a = (a << 13) | (a >>> 19);
    b = (b << 13) | (b >>> 19);
    c = (c << 13) | (c >>> 19);
    d = (d << 13) | (d >>> 19);
  }
  for (let i = whole; i < words.length; i++) {
    a = Math.imul(a ^ words[i], 0x9e3779b1);
    a = (a << 13) | (a >>> 19);
  }
  return Uint32Array.of(a, b, c, d);
}
