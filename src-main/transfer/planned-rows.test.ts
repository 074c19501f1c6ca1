import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCategories } from '../contract/import-plan.ts';
import { countRows, type PlannedRow } from './planned-file.ts';
import { PlannedRows } from './planned-rows.ts';

const text = fc.oneof(
  fc.constantFrom('', 'New'),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.integer({ min: 0xd7f0, max: 0xe010 }).map((code) => String.fromCharCode(code)),
);
const question = fc.record({
  key: text,
  reason: text,
  person: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  row: fc.constant(null),
  suggests: fc.constantFrom('same' as const, null),
  because: fc.array(text, { maxLength: 1 }),
});
/** Of the plan, and of the book. */
const people = [-3, -2, -1, 1, 2, 3];

const row: fc.Arbitrary<PlannedRow> = fc.record(
  {
    line: fc.nat(5_000_000),
    name: text,
    detail: text,
    category: fc.constantFrom(...planCategories),
    reason: text,
    person: fc.option(fc.constantFrom(...people), { nil: null }),
    questions: fc.array(question, { maxLength: 2 }),
  },
  {
    requiredKeys: ['line', 'name', 'detail', 'category', 'reason', 'person'],
    noNullPrototype: true,
  },
);
const rowsInAnyOrder = fc
  .array(row, { maxLength: 20 })
  .chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })),
  );

describe('the rows that a plan shows', () => {
  it('are what they were as objects, in whatever order they were set', () => {
    fc.assert(
      fc.property(rowsInAnyOrder, row, ([rows, order], last) => {
        const planned = new PlannedRows();
        for (const at of order) {
          const one = rows[at];
          if (one !== undefined) planned.set(at, one);
        }
        planned.push(last);
        const all = [...rows, last];
        expect([...planned]).toStrictEqual(all);
        expect(planned.length).toBe(all.length);
        expect(planned.at(all.length)).toBeUndefined();
        for (const [at, one] of all.entries()) {
          expect(planned.at(at)).toStrictEqual(one);
          expect([planned.lineAt(at), planned.categoryAt(at)]).toEqual([one.line, one.category]);
          expect([planned.reasonAt(at), planned.personAt(at)]).toEqual([one.reason, one.person]);
        }
        const asked = all.flatMap(({ questions }, at) =>
          questions === undefined ? [] : [[at, questions]],
        );
        expect(planned.questions()).toEqual(asked);
        const counts = countRows(planned);
        for (const category of ['created', 'matched', 'unsure', 'unchanged'] as const) {
          expect(counts[category]).toBe(all.filter((one) => one.category === category).length);
        }
      }),
    );
  });

  it('say which of them was a person first', () => {
    fc.assert(
      fc.property(rowsInAnyOrder, ([rows, order]) => {
        const planned = new PlannedRows();
        for (const at of order) {
          const one = rows[at];
          if (one !== undefined) planned.set(at, one);
        }
        for (const person of people) {
          const first = order.find((at) => rows[at]?.person === person) ?? null;
          expect(planned.placeOf(person)).toBe(first);
        }
      }),
    );
  });
});
