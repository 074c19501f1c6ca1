import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataTables } from '../book/schema.ts';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { takePicture } from '../book/testing/random-writes.ts';
import type { contract, OutputOf } from '../contract/index.ts';
import { importFile, importFiles, ofPerson } from './testing/import-files.ts';
import { cards, facebook, linkedin, ties } from './testing/made-files.ts';

type Preview = OutputOf<(typeof contract)['transfer']['takeOutPreview']>;

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const picture = (): string => takePicture(test.book, readDataTables(test.book));
const idOf = (name: string): number =>
  test.book.value<number>('SELECT id FROM person WHERE display_name = @name', { name }) ?? 0;
const preview = (importId: number | null) =>
  test.call<Preview>('transfer.takeOutPreview', { importId });
const jane = 'Jane,Doe,https://www.linkedin.com/in/jane,,Acme,Designer,01 Feb 2019';
const tom = 'Tom,Brown,https://www.linkedin.com/in/tom,,,,03 Mar 2020';
const sue = 'Sue,Ray,https://www.linkedin.com/in/sue,,,,05 May 2025';

describe('a past import', () => {
  it('goes without a trace, also when others came after it', async () => {
    await importFile(test, facebook('Zoe Hill'));
    const before = picture();
    const { importId } = await importFile(test, linkedin(jane, tom), ofPerson('Kim Oh'));
    const later = await importFile(test, facebook('Zoe Hill', 'Max Ray'));
    await test.call('transfer.takeOut', { importId });
    await test.call('transfer.takeOut', { importId: later.importId });
    expect(picture()).toBe(before);
    expect(test.book.all('PRAGMA foreign_key_check')).toEqual([]);
  });

  it('is one step of undo', async () => {
    const { importId } = await importFile(test, linkedin(jane, tom));
    const before = picture();
    await test.call('transfer.takeOut', { importId });
    expect(idOf('Jane Doe')).toBe(0);
    await test.call('book.undo', {});
    expect(picture()).toBe(before);
  });

  it('says first what stays and why: who was met since, what was edited', async () => {
    const { importId } = await importFile(test, linkedin(jane, tom, sue));
    const janes = idOf('Jane Doe');
    await test.call('people.logInteraction', { id: janes, kind: 'call', onDate: '2026-01-02' });
    await test.call('people.update', { id: idOf('Tom Brown'), note: 'Likes tea' });
    const { kept, people } = await preview(importId);
    expect(people).toBe(1);
    expect(kept.map(({ person, what, reason }) => [person?.name, what, reason])).toEqual([
      ['Jane Doe', 'person', 'you have been in contact since'],
      ['Tom Brown', 'person', 'was edited since'],
    ]);
    await test.call('transfer.takeOut', { importId });
    expect(test.book.column('SELECT display_name FROM person ORDER BY id')).toEqual([
      'Ada Me',
      'Jane Doe',
      'Tom Brown',
    ]);
    expect(test.book.value('SELECT count(*) FROM account')).toBe(0);
    expect(test.book.all('PRAGMA foreign_key_check')).toEqual([]);
  });

  it('puts back what it changed, and the links that it ended', async () => {
    await importFile(test, linkedin(jane, tom, sue));
    const before = picture();
    const { importId } = await importFile(
      test,
      linkedin(
        jane.replace('Acme', 'Bolt'),
        sue,
        'Max,Hill,https://www.linkedin.com/in/max,,,,01 Jan 2026',
      ),
    );
    expect(idOf('Max Hill')).toBeGreaterThan(0);
    await test.call('transfer.takeOut', { importId });
    expect(picture()).toBe(before);
  });

  it('puts back what another file of the same import had filled in before', async () => {
    await importFile(test, linkedin(jane.replace('01 Feb 2019', ''), tom, sue));
    const before = picture();
    const files = [linkedin(jane, tom, sue), linkedin(tom, sue)];
    const [dated, ended] = await importFiles(test, files);
    expect(test.book.value('SELECT count(*) FROM evidence')).toBe(2);
    await test.call('transfer.takeOut', { importId: ended?.importId });
    expect(test.book.value("SELECT count(*) FROM evidence WHERE on_date = '2019-02-01'")).toBe(1);
    await test.call('transfer.takeOut', { importId: dated?.importId });
    expect(picture()).toBe(before);
  });

  it('completes a card that somebody else had, and takes only that away', async () => {
    await importFile(test, cards('FN:Jane Doe\nEMAIL:jane@x.example'));
    const before = picture();
    const more = cards('FN:Jane Doe\nEMAIL:jane@x.example\nTEL:+442071234567\nNOTE:Likes tea');
    const { importId } = await importFile(test, more);
    await test.call('transfer.takeOut', { importId });
    expect(picture()).toBe(before);
  });

  it('leaves a tie that was rated since', async () => {
    const { importId } = await importFile(test, ties('Jane,Tom,Facebook,,2020-01-02,cousins'));
    await test.call('ties.rate', { a: idOf('Jane'), b: idOf('Tom'), rating: 4 });
    await test.call('transfer.takeOut', { importId });
    expect(test.book.get('SELECT rating FROM tie')).toEqual({ rating: 4 });
  });
});
