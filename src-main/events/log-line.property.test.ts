import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import type { TestBook } from '../book/testing/make-book.ts';
import type { EventId } from '../contract/common.ts';
import { logEventLine } from './log-line.ts';
import { findEvent } from './queries.ts';
import type { EventRow } from './queries.ts';
import { resolveLine } from './resolve-line.ts';

const today = '2026-11-24';

/** Lines of a small world, so that runs meet people, tags and topics of earlier runs. */
const name = fc.constantFrom(
  "Sean O'Brien",
  'Sean O’Brien',
  'Zoë Ek',
  'ZOE EK',
  'Ann Lee',
  '李 小龙',
  '"Via Needs"',
);
const word = fc.constantFrom('Logos', 'logos', 'web shop', '"food, and drink"', 'Café', 'cafe');
const part = fc.oneof(
  word.map((text) => `needs ${text}`),
  fc.tuple(word, word).map((texts) => `offers ${texts.join(', ')}`),
  fc.constantFrom('#print', '#Print', '#co-working', '#"co working"', '!friday', '“said hello”'),
  fc.constantFrom('+44 121 496 0123', 'https://x.example/a', 'a@b.example'),
  fc.tuple(fc.constantFrom('knows', 'via'), name).map((texts) => texts.join(' ')),
);
const line = fc
  .tuple(
    name,
    fc.constantFrom('', ', Acme', ', ACME, boss', ',, boss'),
    fc.array(part, { maxLength: 5 }),
  )
  .map(([who, work, parts]) => `${who}${work} ${parts.join(' ')}`);

let test: TestBook;
let event: EventRow;
beforeAll(async () => {
  test = makeTestBook({ today });
  await test.call('book.setMe', { name: 'Mara' });
  const made = await test.call<{ event: { id: EventId } }>('events.create', { title: 'Fair' });
  event = findEvent(test.book, made.event.id) as EventRow;
});
afterAll(() => test.close());

function count(table: string): number {
  return test.book.value<number>(`SELECT count(*) FROM ${table}`) ?? 0;
}
const tables = [
  'person',
  'tie',
  'evidence',
  'tag',
  'topic',
  'organisation',
  'topic_statement',
  'follow_up',
];

describe('a line that was logged', () => {
  it('has nothing new in it when it is read again, and adds nothing when it is logged again', () => {
    fc.assert(
      fc.property(line, (text) => {
        const before = resolveLine(test.book, text, today);
        // names again after "knows" or "via", and an address of somebody else, are questions: not this test's
        fc.pre(before.problems.length === 0);
        logEventLine(test.context(), event, text, new Map());
        const after = resolveLine(test.book, text, today);
        expect(after.problems).toEqual([]);
        expect(after.chips.filter(({ isNew }) => isNew)).toEqual([]);
        const counts = tables.map(count);
        logEventLine(test.context(), event, text, new Map());
        expect(tables.map(count)).toEqual(counts);
      }),
      { numRuns: 2000 },
    );
    expect(count('person')).toBe(6);
  });
});
