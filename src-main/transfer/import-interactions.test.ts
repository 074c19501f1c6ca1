import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { exportBytes } from './testing/export-bytes.ts';
import { importFile, ofPerson, textFile } from './testing/import-files.ts';
import { linkedin } from './testing/made-files.ts';

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const url = (slug: string): string => `https://www.linkedin.com/in/${slug}`;
const messages = textFile(
  'messages.csv',
  [
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER',
    `c1,,Ada Me,${url('ada')},Jane Doe,${url('jane')},2026-01-02 10:00:00 UTC,,secret one,INBOX`,
    `c1,,Jane Doe,${url('jane')},Ada Me,${url('ada')},2026-01-03 10:00:00 UTC,,secret two,INBOX`,
    `c2,,Tom Brown,${url('tom')},Ada Me,${url('ada')},2026-02-03 10:00:00 UTC,,secret three,INBOX`,
  ].join('\n'),
);
const evidence = (): unknown[] =>
  test.book.all(
    `SELECT kind, on_date AS onDate, display_name AS name FROM evidence
     JOIN tie ON tie.id = tie_id JOIN person ON person.id = high_person_id ORDER BY evidence.id`,
  );

describe('LinkedIn messages', () => {
  it('are evidence where both wrote, and contacts in the timeline; no text is kept', async () => {
    await importFile(test, messages);
    expect(evidence()).toEqual([{ kind: 'message', onDate: '2026-01-03', name: 'Jane Doe' }]);
    expect(test.book.all('SELECT on_date AS onDate, note FROM interaction ORDER BY id')).toEqual([
      { onDate: '2026-01-02', note: 'LinkedIn: 1 message sent' },
      { onDate: '2026-01-03', note: 'LinkedIn: 1 message received' },
      { onDate: '2026-02-03', note: 'LinkedIn: 1 message received' },
    ]);
    const bytes = await exportBytes(test, 'json');
    expect(new TextDecoder().decode(bytes)).not.toContain('secret');
    expect((await importFile(test, messages)).importId).toBeNull();
  });

  it('tell my own account, by which the lists of others name me for certain', async () => {
    await importFile(test, messages);
    const report = await importFile(test, linkedin(`A.,Me,${url('ada')},,,,`), ofPerson('Kim'));
    expect(report.people).toMatchObject({ created: 0, unsure: 0, matched: 1 });
    expect(evidence().slice(1)).toMatchObject([
      { kind: 'platform_link', name: 'Kim' },
      { kind: 'handed_list', name: 'Kim' },
    ]);
  });
});

describe('a WhatsApp chat', () => {
  const chat = (...lines: string[]) =>
    textFile(
      'WhatsApp Chat with Jane.txt',
      lines.map((line) => `04/03/2025, 14:05 - ${line}`).join('\n'),
    );

  it('of two is evidence; my own name in it is me', async () => {
    const file = chat('Jane Doe: Hello', 'Ada Me: Hi', 'Jane Doe: How are you?');
    const report = await importFile(test, file);
    expect(report.people).toMatchObject({ created: 1, unsure: 0 });
    expect(evidence()).toEqual([{ kind: 'message', onDate: '2025-03-04', name: 'Jane Doe' }]);
    expect((await importFile(test, file)).importId).toBeNull();
  });

  it('of a group says who was there, not that I know them', async () => {
    await importFile(test, chat('Jane Doe: Hello', 'Tom Brown: Hi', 'Ada Me: Hi', 'Sue Park: Hi'));
    expect(evidence()).toEqual([]);
    expect(test.book.value('SELECT count(*) FROM person')).toBe(4);
  });
});
