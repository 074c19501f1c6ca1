import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GraphBuilder, packGraph, setTie, unpackGraph } from './index.ts';
import { PROPERTY_RUNS } from './testing/arbitraries.ts';

function packSmall(): Uint8Array {
  const builder = new GraphBuilder();
  builder.addPerson(9, { doNotAsk: true });
  builder.addTie(1, 2, 0.5, 3);
  builder.addTie(2, 2 ** 45, 1 / 3, 0, true, [33]);
  return packGraph(builder.build({ me: 1 }), 'stamp 7');
}

describe('a packed copy', () => {
  const packed = packSmall();

  test('opens with the stamp it was made with, and can be edited', () => {
    const graph = unpackGraph(packed.slice(), 'stamp 7');
    expect(graph?.people()).toEqual([1, 2, 2 ** 45, 9]);
    expect(graph?.isDoNotAsk(9)).toBe(true);
    expect(graph?.tie(2 ** 45, 2)).toEqual({ strength: 1 / 3, platforms: [33], possible: true });
    if (graph) setTie(graph, 1, 9, { strength: 0.1 });
    expect(graph?.tie(9, 1)?.strength).toBe(0.1);
  });

  test('lives in the bytes it was given, also in shared memory', () => {
    const bytes = new Uint8Array(new SharedArrayBuffer(packed.length));
    bytes.set(packed);
    const graph = unpackGraph(bytes, 'stamp 7');
    expect(graph?.arcs.neighbours.buffer).toBe(bytes.buffer);
    expect(graph?.tie(1, 2)?.strength).toBe(0.5);
  });

  test('of a book that has changed since is not used', () => {
    expect(unpackGraph(packed, 'stamp 8')).toBeNull();
  });

  test('opens from any place in memory', () => {
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    expect(unpackGraph(shifted.subarray(3), 'stamp 7')?.tieCount).toBe(2);
  });

  test('with any one bit changed is not used', () => {
    expect.hasAssertions();
    const anyBit = fc.integer({ min: 0, max: packed.length * 8 - 1 });
    fc.assert(
      fc.property(anyBit, (bit) => {
        const damaged = packed.slice();
        damaged[bit >>> 3] ^= 1 << (bit & 7);
        expect(unpackGraph(damaged, 'stamp 7')).toBeNull();
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  test('cut short, or with something behind it, is not used', () => {
    for (let length = 0; length < packed.length; length++) {
      expect(unpackGraph(packed.slice(0, length), 'stamp 7')).toBeNull();
    }
    const longer = new Uint8Array(packed.length + 8);
    longer.set(packed);
    expect(unpackGraph(longer, 'stamp 7')).toBeNull();
  });
});
