import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Deliveries } from './deliveries.ts';

let deliveries: Deliveries;
beforeEach(() => {
  deliveries = new Deliveries();
});

/** A piece of a file whose bytes count up from 0. */
function piece(file: number, length: number, start: number, end: number) {
  return {
    file,
    length,
    start,
    bytes: Uint8Array.from({ length: end - start }, (_, at) => start + at),
  };
}
const named = (delivery: string, file: number) => ({
  name: `file ${file}`,
  isFromFolder: true,
  bytes: { delivery, file },
});
const counted = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, at) => at);

describe('a file that arrives in pieces', () => {
  it('is put together, however it was cut and among others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }), { maxLength: 4 }),
        (files) => {
          const arriving = new Deliveries();
          const lengths = files.map((cuts) => cuts.reduce((sum, cut) => sum + cut, 0));
          for (const [file, cuts] of files.entries()) {
            let start = 0;
            for (const cut of [0, ...cuts]) {
              const next = piece(file, lengths[file] ?? 0, start, start + cut);
              arriving.add({ delivery: 'd', pieces: [next] });
              start += cut;
            }
          }
          for (const [file, length] of lengths.entries()) {
            expect(arriving.take(named('d', file))).toEqual({
              name: `file ${file}`,
              isFromFolder: true,
              bytes: counted(length),
            });
          }
        },
      ),
    );
  });

  it('is there once', () => {
    deliveries.add({ delivery: 'd', pieces: [piece(0, 2, 0, 2), piece(1, 1, 0, 1)] });
    deliveries.take(named('d', 0));
    expect(() => deliveries.take(named('d', 0))).toThrow('"file 0" did not arrive whole');
    expect(deliveries.take(named('d', 1)).bytes).toEqual(counted(1));
  });

  it('is not taken while a piece is missing, and can still be completed', () => {
    deliveries.add({ delivery: 'd', pieces: [piece(0, 4, 0, 2)] });
    expect(() => deliveries.take(named('d', 0))).toThrow('"file 0" did not arrive whole');
    deliveries.add({ delivery: 'd', pieces: [piece(0, 4, 2, 4)] });
    expect(deliveries.take(named('d', 0)).bytes).toEqual(counted(4));
  });

  it.each([
    ['that was left out', [piece(0, 6, 0, 2), piece(0, 6, 4, 6)]],
    ['that comes twice', [piece(0, 6, 0, 2), piece(0, 6, 0, 2)]],
    ['that is too long', [piece(0, 6, 0, 2), piece(0, 6, 2, 7)]],
    ['of a file of another length', [piece(0, 6, 0, 2), piece(0, 7, 2, 4)]],
    ['that does not begin at the beginning', [piece(0, 6, 1, 2)]],
  ])('is refused with a piece %s', (_, pieces) => {
    expect(() => deliveries.add({ delivery: 'd', pieces })).toThrow('in another order');
  });
});

it('keeps the last two deliveries: one that was broken off does not stay', () => {
  for (const delivery of ['a', 'b', 'c']) {
    deliveries.add({ delivery, pieces: [piece(0, 1, 0, 1)] });
  }
  expect(() => deliveries.take(named('a', 0))).toThrow('did not arrive whole');
  expect(deliveries.take(named('b', 0)).bytes).toEqual(counted(1));
  expect(deliveries.take(named('c', 0)).bytes).toEqual(counted(1));
});

it('lets files that come whole through', () => {
  const file = { name: 'a.csv', bytes: counted(3) };
  expect(deliveries.take(file)).toEqual(file);
});
