import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { ExportForm } from '../contract/files.ts';
import { exportBytes } from './testing/export-bytes.ts';
import { importFile } from './testing/import-files.ts';
import { cards, facebook, linkedin, ties } from './testing/made-files.ts';

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook({ today: '2026-06-15' });
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const textOf = async (as: ExportForm): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exportBytes(test, as));

const jane = [
  'FN:Dr. Jane Q. Doe',
  'N:Doe;Jane;Q.;Dr.;',
  'NICKNAME:Jay',
  'EMAIL;TYPE=WORK,PREF:jane@x.example',
  'TEL;TYPE=CELL:+44 7700 900123',
  'ORG:Acme Print;Sales',
  'TITLE:Designer',
  'BDAY:1980-02-03',
  'NOTE:Met by the canal\\, twice',
  'CATEGORIES:brand,print',
  'X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/jane',
  'X-FAVOURITE-TREE:Elm',
  'UID:jane-1',
].join('\n');

describe.each(['vcard4', 'vcard3'] as const)('people as %s', (as) => {
  it('are the same people when read into another book', async () => {
    await importFile(test, cards(jane, 'FN:Tom Brown'));
    const other = makeTestBook();
    await importFile(other, { name: 'people.vcf', bytes: await exportBytes(test, as) });
    const facts = (book: TestBook['book']): unknown[] => [
      book.all(
        `SELECT display_name, given_name, family_name, birthday, note FROM person
         WHERE display_name <> 'Me' ORDER BY display_name`,
      ),
      book.column('SELECT name FROM person_name ORDER BY name'),
      book.all(
        'SELECT kind, value, match_key, label, is_primary FROM contact_point ORDER BY value',
      ),
      book.all(
        `SELECT name, title FROM role JOIN organisation ON organisation.id = organisation_id`,
      ),
      book.column('SELECT name FROM tag ORDER BY name'),
      book.all(`SELECT name, value FROM person_field ORDER BY name, value`),
      book.column(
        `SELECT key FROM account WHERE key LIKE 'handle:%' OR key LIKE 'id:%' ORDER BY key`,
      ),
    ];
    expect(facts(other.book)).toEqual(facts(test.book));
    other.close();
  });
});

describe('people as CSV', () => {
  it('begin with a BOM, and what looks like a formula is inert', async () => {
    await importFile(test, cards('FN:=1+1\nEMAIL:x@x.example\nNOTE:-2\\, "quoted"'));
    const text = await textOf('csv');
    expect(text.startsWith('\uFEFFName,')).toBe(true);
    expect(text).toContain("'=1+1");
    expect(text).toContain('"\'-2, ""quoted"""');
  });
});

describe('the network', () => {
  beforeEach(async () => {
    await importFile(test, facebook('Jane Doe', 'Tom & Co'));
    await importFile(test, linkedin('Sue,Park,https://www.linkedin.com/in/sue,,Acme,,'));
    await importFile(test, ties('Jane Doe,Tom & Co,,0.625,,'));
  });

  it.each(['graphml', 'gexf'] as const)(
    'as %s has each person and each tie once, with its strength',
    async (as) => {
      const text = await textOf(as);
      expect(text.match(/<node /g)).toHaveLength(4);
      expect(text.match(/<edge /g)).toHaveLength(4);
      expect(text).toContain('Tom &amp; Co');
      expect(text).toContain('0.625');
      expect(text).toContain('Acme');
    },
  );
});

describe('due dates as iCalendar', () => {
  it('are the follow-ups to come and the birthdays', async () => {
    await importFile(test, cards('FN:Jane Doe\nBDAY:--02-29'));
    const id = test.book.value<number>("SELECT id FROM person WHERE display_name = 'Jane Doe'");
    await test.call('people.addFollowUp', { id, dueOn: '2026-07-01', what: 'send the draft' });
    await test.call('people.addFollowUp', { id, dueOn: '2026-08-01', what: 'call' });
    const done = test.book.value<number>("SELECT id FROM follow_up WHERE what = 'call'");
    await test.call('people.finishFollowUp', { followUpId: done });
    const text = await textOf('ics');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).toContain('DTSTART;VALUE=DATE:20260701\r\nSUMMARY:Jane Doe: send the draft\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20000229\r\nRRULE:FREQ=YEARLY\r\n');
  });
});
