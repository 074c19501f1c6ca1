import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { MailboxSlimmer, slimMailbox } from '../contract/slim-mailbox.ts';
import { fixture, importFile, ofPerson, textFile } from './testing/import-files.ts';

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const mailbox = fixture('letters/mailbox.mbox');
const calendar = fixture('letters/calendar.ics');
const mine = { mine: ['Ada@Me.example'] };
const contacts = () =>
  test.book.all(
    `SELECT display_name AS name, kind, on_date AS onDate, interaction.note FROM interaction
     JOIN person ON person.id = person_id ORDER BY name, on_date, interaction.note`,
  );
const ties = () =>
  test.book.column<string>(
    `SELECT a.display_name || ' - ' || b.display_name || ': ' || group_concat(kind || ' ' || on_date)
     FROM tie JOIN evidence ON tie_id = tie.id JOIN person AS a ON a.id = low_person_id
     JOIN person AS b ON b.id = high_person_id GROUP BY tie.id ORDER BY 1`,
  );

describe('a mailbox', () => {
  it('tells who was written to, how often and when, and who appears with whom', async () => {
    const report = await importFile(test, mailbox, mine);
    expect(report.people).toEqual({ created: 2, matched: 0, unsure: 0, unchanged: 0 });
    expect(contacts()).toEqual([
      { name: 'José Lamas', kind: 'message', onDate: '2026-02-02', note: 'E-mail: 1 message sent' },
      { name: 'Tom Brown', kind: 'message', onDate: '2026-02-02', note: 'E-mail: 1 message sent' },
      {
        name: 'Tom Brown',
        kind: 'message',
        onDate: '2026-02-03',
        note: 'E-mail: 1 message received',
      },
    ]);
    // only Tom has answered; the two may know each other
    expect(ties()).toEqual([
      'Ada Me - Tom Brown: message 2026-02-03',
      'Tom Brown - José Lamas: co_attendance 2026-02-02',
    ]);
  });

  it('leaves out newsletters, lists, machines, strangers and crowds, each with its reason', async () => {
    const { leftOut } = await importFile(test, mailbox, mine);
    expect(leftOut.map(({ reason }) => reason)).toEqual([
      '1 message: A newsletter.',
      '1 message: The mailing list brews.z.example.',
      '1 message: no-reply@bank.example takes no answers.',
      '1 time: Somebody who wrote to you and whom you never wrote to.',
      '1 time: More than 12 people had a part in it.',
    ]);
  });

  it('asks which address is the owner’s, and does not ask again', async () => {
    const result = await test.dispatch('transfer.plan', { files: [mailbox] });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', details: { needs: 'addresses' } },
    });
    const { suggestions } = (result as unknown as { error: { details: { suggestions: object[] } } })
      .error.details;
    expect(suggestions[0]).toEqual({ address: 'ada@me.example', letters: 4 });
    await importFile(test, mailbox, mine);
    expect((await importFile(test, mailbox)).importId).toBeNull();
  });

  it('counts a letter once, also in a larger mailbox of the same', async () => {
    await importFile(test, mailbox, mine);
    const more = new TextDecoder().decode(mailbox.bytes);
    const later = `${more}\nFrom ada@me.example Mon Feb 09 10:00:00 2026
Message-ID: <8@me.example>
Date: Mon, 9 Feb 2026 10:00:00 +0100
From: ada@me.example
To: tom@x.example

Again.
`;
    await importFile(test, textFile('later.mbox', later));
    expect(contacts().slice(-1)).toEqual([
      { name: 'Tom Brown', kind: 'message', onDate: '2026-02-09', note: 'E-mail: 1 message sent' },
    ]);
    expect(contacts()).toHaveLength(4);
  });

  it('of somebody else says whom they write to, and logs nothing as mine', async () => {
    await importFile(test, mailbox, { ...mine, ...ofPerson('Kim Oh') });
    expect(contacts()).toEqual([]);
    expect(ties()).toContain('Kim Oh - Tom Brown: message 2026-02-03');
  });

  it('is read in pieces of any size as in one', () => {
    const whole = Buffer.from(slimMailbox(mailbox.bytes)).toString();
    expect(whole).not.toContain('Lunch');
    expect(whole).not.toContain('An offer');
    for (const size of [1, 2, 7, 64, 1000]) {
      const slimmer = new MailboxSlimmer();
      let text = '';
      for (let at = 0; at < mailbox.bytes.length; at += size) {
        text += Buffer.from(slimmer.push(mailbox.bytes.subarray(at, at + size))).toString('latin1');
      }
      text += Buffer.from(slimmer.end()).toString('latin1');
      expect(text).toBe(Buffer.from(whole).toString('latin1'));
    }
  });

  it('of one letter is a mailbox as well', async () => {
    const letter =
      'From: Ada <ada@me.example>\nTo: Tom Brown <tom@x.example>\nDate: 2 Feb 2026\n\nHi';
    await importFile(test, textFile('letter.eml', letter), mine);
    expect(contacts()).toHaveLength(1);
  });

  it('of one letter to thousands is no list of people', async () => {
    const crowd = Array.from({ length: 5000 }, (_, index) => `p${index}@x.example`).join(',\n ');
    const letter = `From: Ada <ada@me.example>\nTo: ${crowd}\nDate: 2 Feb 2026\n\nHi`;
    const report = await importFile(test, textFile('letter.eml', letter), mine);
    expect(report.people.created).toBe(0);
  });
});

describe('a calendar', () => {
  it('tells who was met on which day, in the zone of the meeting', async () => {
    await importFile(test, calendar, mine);
    expect(contacts()).toEqual([
      { name: 'Jane Doe', kind: 'meeting', onDate: '2026-03-01', note: 'Calendar: 1 meeting' },
      { name: 'Sue Ray', kind: 'meeting', onDate: '2026-02-17', note: 'Calendar: 1 meeting' },
      { name: 'Tom Brown', kind: 'meeting', onDate: '2026-02-23', note: 'Calendar: 2 meetings' },
    ]);
  });

  it('passes over what was cancelled, declined, or lies in the future', async () => {
    const { leftOut } = await importFile(test, calendar, mine);
    expect(leftOut.map(({ reason }) => reason)).toEqual([
      '1 event: It was cancelled.',
      '1 time: A meeting without you, or one that you declined.',
      '1 time: It lies in the future.',
      '1 event: Nobody was invited.',
    ]);
    expect((await importFile(test, calendar)).importId).toBeNull();
  });
});
