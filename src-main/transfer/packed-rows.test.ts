import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SqlValue } from '../book/access.ts';
import { PackedRows } from './packed-rows.ts';

const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -3, max: 3 }),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }),
  fc.constantFrom('', 'a', 'b', 'é', '李', '\ud83d', '\ude00', 'Acme Limited Liability'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const text = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constant('long '.repeat(20)),
);
/** Near each other, less near, and far. */
const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -90, max: 90 }) },
  fc.integer({ min: -30_000, max: 30_000 }),
  fc.integer(),
);
const key = fc.constantFrom<SqlValue>(null, -1, 0, 7, 'x', 'y', '7');
const row = fc.record({ any: value, text, number, key, other: key });
type Row = typeof row extends fc.Arbitrary<infer One> ? One : never;
const change = fc.record({ pick: fc.nat(), any: value, text, number });

/** What a list of objects would answer. */
function findIn(rows: readonly Row[], wanted: Partial<Row>): number[] {
  return [...rows.keys()].filter((at) =>
    Object.entries(wanted).every(([name, said]) => Object.is(rows[at]?.[name as keyof Row], said)),
  );
}

describe('packed rows', () => {
  it('hold and find what a list of objects would', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        // more than a piece, so that texts are packed
        fc.constantFrom(1, 2, 120),
        fc.array(change, { maxLength: 10 }),
        (some, times, changes) => {
          const known: Row[] = [];
          const columns = ['any', 'text', 'number', 'key', 'other'];
          const rows = new PackedRows(columns, ['key', 'key other']);
          for (const each of Array.from({ length: times }, () => some).flat()) {
            expect(rows.add(each)).toBe(known.length);
            known.push({ ...each });
          }
          for (const { pick, any, text: said, number: told } of changes) {
            const at = pick % known.length;
            rows.set(at, 'any', any);
            rows.set(at, 'text', said);
            rows.set(at, 'number', told);
            Object.assign(known[at] ?? {}, { any, text: said, number: told });
          }
          expect(known.map((_, at) => rows.object(at))).toEqual(known);
          for (const wanted of ['x', '7', 7, 0, -1]) {
            expect(rows.find('key', wanted)).toEqual(findIn(known, { key: wanted }));
            expect(rows.find('key', wanted, null, 3)).toEqual(
              findIn(known, { key: wanted }).slice(0, 3),
            );
            const other = 'y';
            expect(rows.find('key other', wanted, other)).toEqual(
              findIn(known, { key: wanted, other }),
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are found by a value that they are given later, after those that had it before', () => {
    const rows = new PackedRows(['key'], ['key']);
    for (let at = 0; at < 5000; at++) rows.add({ key: at === 5 ? null : `key ${at}` });
    rows.set(5, 'key', 'key 9');
    expect(rows.find('key', 'key 9')).toEqual([9, 5]);
    expect(rows.find('key', null)).toEqual([]);
  });

  it('refuse to change a value by which they are found', () => {
    const rows = new PackedRows(['key'], ['key']);
    rows.add({ key: 'a' });
    rows.set(0, 'key', 'a');
    expect(() => rows.set(0, 'key', 'b')).toThrow('Rows are found by key: it cannot be changed.');
    expect(rows.find('key', 'a')).toEqual([0]);
  });
});
