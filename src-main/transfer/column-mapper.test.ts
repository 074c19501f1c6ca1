import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { contract, OutputOf } from '../contract/index.ts';
import { importFile, textFile } from './testing/import-files.ts';

type Description = OutputOf<(typeof contract)['transfer']['describeTable']>;

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const file = textFile('club.csv', 'Wer;Kontakt;Seit;Tisch\nJane Doe;jane@x.example;2020;7\n');
const kinds = ['name', 'email', null, 'note'] as const;

describe('a table that nobody knows', () => {
  it('is shown column by column with samples', async () => {
    const { columns, isRemembered } = await test.call<Description>('transfer.describeTable', {
      file,
    });
    expect(isRemembered).toBe(false);
    expect(columns.map(({ header, samples }) => [header, ...samples])).toEqual([
      ['Wer', 'Jane Doe'],
      ['Kontakt', 'jane@x.example'],
      ['Seit', '2020'],
      ['Tisch', '7'],
    ]);
  });

  it('is read as the user says, and what has no place is kept under its heading', async () => {
    const report = await importFile(test, file, {
      columns: [{ file: 'club.csv', kinds: [...kinds] }],
    });
    expect(report.people.created).toBe(1);
    expect(
      test.book.get(
        `SELECT display_name AS name, note, value, person_field.name AS field FROM person
         JOIN person_field ON person_id = person.id`,
      ),
    ).toEqual({ name: 'Jane Doe', note: '7', value: '2020', field: 'Seit' });
    expect(test.book.column("SELECT value FROM contact_point WHERE kind = 'email'")).toEqual([
      'jane@x.example',
    ]);
  });

  it('is remembered by its headings once it was applied, not before', async () => {
    const columns = [{ file: 'club.csv', kinds: [...kinds] }];
    await test.call('transfer.plan', { files: [file], columns });
    const before = await test.call<Description>('transfer.describeTable', { file });
    expect(before.isRemembered).toBe(false);
    await importFile(test, file, { columns });
    const next = textFile('next.csv', 'WER;Kontakt;seit;Tisch\nTom Brown;tom@x.example;2021;8\n');
    const after = await test.call<Description>('transfer.describeTable', { file: next });
    expect(after.isRemembered).toBe(true);
    expect(after.columns.map(({ kind }) => kind)).toEqual(kinds);
    await importFile(test, next);
    expect(test.book.value("SELECT note FROM person WHERE display_name = 'Tom Brown'")).toBe('8');
  });
});
