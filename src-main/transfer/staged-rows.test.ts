import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StagedIds, StagedRows, type StagedRow } from './staged-rows.ts';

const columns = ['a', 'b', 'c'];
const value = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }),
  fc.string({ maxLength: 3 }),
);
const row = fc.record({ a: value, b: value, c: value });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('add' as const), row, gap: fc.nat(3) }) },
  fc.record({
    kind: fc.constant('change' as const),
    pick: fc.nat(),
    row: fc.record({ a: value, c: value }, { requiredKeys: [] }),
  }),
  fc.record({ kind: fc.constant('remove' as const), pick: fc.nat() }),
);

describe('staged rows', () => {
  it('are what a map of objects by ref would hold', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.constantFrom(1, 40), (steps, times) => {
        const rows = new StagedRows(columns);
        const map = new Map<number, StagedRow>();
        const told: [boolean, boolean][] = [];
        let ref = 0;
        for (const each of Array.from({ length: times }, () => steps).flat()) {
          if (each.kind === 'add') {
            ref -= 1 + each.gap;
            rows.add(ref, each.row);
            map.set(ref, { ...each.row });
            continue;
          }
          // one that was never staged, or is gone, as well
          const picked = -(each.pick % (1 - ref));
          if (each.kind === 'change') {
            const known = map.get(picked);
            told.push([rows.change(picked, each.row), known !== undefined]);
            if (known !== undefined) Object.assign(known, each.row);
          } else {
            rows.remove(picked);
            map.delete(picked);
          }
        }
        expect(told.filter(([said, is]) => said !== is)).toEqual([]);
        expect(rows.size).toBe(map.size);
        const places = [...rows.places()];
        expect(places.map((place) => rows.refAt(place))).toEqual([...map.keys()]);
        expect([...rows.objects()]).toEqual([...map.values()]);
        const values = [...map.values()].map(({ a, b, c }) => [a, b, c]);
        expect(places.map((place) => rows.valuesAt(place))).toEqual(values);
        for (let key = ref - 1; key <= 0; key += 7) expect(rows.get(key)).toEqual(map.get(key));
      }),
      { numRuns: 200 },
    );
  });

  it('come one after the other', () => {
    const rows = new StagedRows(['a']);
    rows.add(-2, { a: 1 });
    expect(() => rows.add(-2, { a: 1 })).toThrow('Ref -2 is staged after -2.');
  });
});

describe('ids of staged rows', () => {
  it('are those that were given, and none for what was never inserted', () => {
    const ids = new StagedIds(3);
    ids.set(-1, 7);
    ids.set(-3, 12_345_678_901);
    expect([-1, -2, -3, -4].map((ref) => ids.get(ref))).toEqual([
      7,
      undefined,
      12_345_678_901,
      undefined,
    ]);
  });
});
