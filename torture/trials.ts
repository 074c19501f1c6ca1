import { createHash } from 'node:crypto';

/** `npm run torture` multiplies every number of trials that CI makes (TORTURE=20); a fraction makes fewer, never none. */
export function trials(inCi: number): number {
  return Math.max(1, Math.round(inCi * readFactor()));
}

/** How long so many trials may take, in milliseconds: what CI's number may, as many times as there are more. */
export function timeFor(inCi: number): number {
  return inCi * Math.max(1, readFactor());
}

function readFactor(): number {
  const factor = Number(process.env['TORTURE'] ?? '1');
  return factor > 0 ? factor : 1;
}

/** Numbers in [0, 1) that a seed determines (mulberry32), so that a failed trial can be run again by its number. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number in [0, below). */
export function pick(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
