import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { contract, OutputOf } from '../contract/index.ts';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { importFile, textFile, type Plan } from './testing/import-files.ts';
import { cards, linkedin } from './testing/made-files.ts';

type Questions = OutputOf<(typeof contract)['transfer']['planQuestions']>;

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

/** More than are kept until the plan is applied. */
const length = 10_001;
const profile = (at: number): string =>
  `P${at},Doe,https://www.linkedin.com/in/p${at},,Acme,Editor,01 Feb 2019`;
const profiles = Array.from({ length }, (_, at) => profile(at));

describe('a list that is too long for its rows to be kept', () => {
  it('is read again when a row of it was answered, and when the book has changed', async () => {
    await importFile(test, textFile('a.csv', 'name,company\nP7 Doe,Acme\n'));
    const files = [linkedin(...profiles)];
    const open = await test.call<Plan>('transfer.plan', { files });
    expect(open.files[0]?.people).toMatchObject({ created: length - 1, unsure: 1 });
    const { rows } = await test.call<Questions>('transfer.planQuestions', {
      planId: open.planId,
      limit: 10,
    });
    const answers = rows.map(({ key }) => ({ key, answer: 'same' as const }));
    const { planId, files: decided } = await test.call<Plan>('transfer.decide', {
      planId: open.planId,
      answers,
    });
    expect(decided[0]?.people).toMatchObject({ created: length - 1, matched: 1, unsure: 0 });
    await test.call('people.create', { name: 'Somebody Else' });
    await test.call('transfer.apply', { planId });
    expect(test.book.value('SELECT count(*) FROM person')).toBe(length + 2);
    expect(test.book.value('SELECT count(*) FROM account')).toBe(length + 1);
    const again = await test.call<Plan>('transfer.plan', { files });
    expect(again.files[0]?.people).toEqual({
      created: 0,
      matched: 0,
      unsure: 0,
      unchanged: length,
    });
  });

  it('keeps the names that its relations name', async () => {
    // by the name alone it could not be told which of the two is meant
    await test.call('people.create', { name: 'P3 Doe' });
    const bodies = Array.from({ length }, (_, at) => `FN:P${at} Doe\nTEL:+44 7700 ${100_000 + at}`);
    bodies[length - 1] = 'FN:Tom Brown\nRELATED;VALUE=text;TYPE=friend:P3 Doe';
    await importFile(test, cards(...bodies));
    const related = test.book.all(
      `SELECT low.display_name AS low, high.display_name AS high FROM tie
       JOIN person AS low ON low.id = low_person_id JOIN person AS high ON high.id = high_person_id
       WHERE low.is_me = 0`,
    );
    expect(related).toEqual([{ low: 'P3 Doe', high: 'Tom Brown' }]);
  });
});
