import { timeEach } from './measure.ts';
import { makeRandom } from './random.ts';

/**
 * What the machine itself allows: nanoseconds to read a byte at a random place of an array with one entry a
 * person, the places being read from an array with one entry an arc. A walk over ties cannot be faster than this
 * unless its people lie near one another.
 */
export function measureGather(people: number, arcs: number): number {
  const random = makeRandom(7);
  const places = Uint32Array.from({ length: arcs }, () => Math.floor(random() * people));
  const marks = new Uint8Array(people).fill(1);
  const rounds = Math.ceil(2_000_000 / arcs);
  let sum = 0;
  const { median } = timeEach(
    5,
    () => {
      for (let i = 0; i < places.length; i++) sum += marks[places[i]];
    },
    { batch: rounds, warmUpMs: 50 },
  );
  if (sum % arcs !== 0) throw new Error('The gather read something else than it should.');
  return (median * 1e6) / arcs;
}
