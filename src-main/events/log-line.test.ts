import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import type { TestBook } from '../book/testing/make-book.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';

type Logged = OutputOf<StoreContract['events']['logLine']>;
type Parsed = OutputOf<StoreContract['events']['parseLine']>;
type Detail = OutputOf<StoreContract['events']['get']>;

const designLine =
  'Jane Doe, Acme Print, designer #brand needs accountant offers logos jane@acme.example knows Tom Brown !friday "talked about the museum"';

let test: TestBook;
let eventId: number;

/** A book of Mara's in which Brews & Books was on Monday; today is Tuesday, 24 November 2026. */
beforeEach(async () => {
  test = makeTestBook({ today: '2026-11-24' });
  await test.call('book.setMe', { name: 'Mara' });
  const input = { title: 'Brews & Books', heldOn: '2026-11-23', kind: 'meetup' };
  eventId = (await test.call<{ event: { id: number } }>('events.create', input)).event.id;
});

afterEach(() => test.close());

async function log(text: string, picks: object[] = []): Promise<Logged> {
  return test.call<Logged>('events.logLine', { id: eventId, text, picks });
}

async function parse(text: string): Promise<Parsed> {
  return test.call<Parsed>('events.parseLine', { id: eventId, text });
}

function rows(sql: string): unknown[] {
  return test.book.all(sql);
}

/** Ties as "A – B: kind day [event]", names in the order of their ids. */
function ties(): string[] {
  return test.book.column<string>(
    `SELECT low.display_name || ' – ' || high.display_name || ': ' || evidence.kind || ' '
       || coalesce(on_date, '?') || CASE WHEN event_id IS NULL THEN '' ELSE ' there' END
     FROM evidence JOIN tie ON tie.id = tie_id JOIN person low ON low.id = low_person_id
     JOIN person high ON high.id = high_person_id ORDER BY 1`,
  );
}

describe('the line of the design', () => {
  beforeEach(async () => {
    await log(designLine);
  });

  it('makes Jane with how we met, her role, address, tag, topics', () => {
    expect(
      rows(`SELECT display_name AS name, how_met AS howMet, met_on AS metOn FROM person
            WHERE is_me = 0 ORDER BY id`),
    ).toEqual([
      { name: 'Jane Doe', howMet: 'Brews & Books', metOn: '2026-11-23' },
      { name: 'Tom Brown', howMet: '', metOn: null },
    ]);
    expect(
      rows(`SELECT person_id AS person, organisation.name, title, is_current AS isCurrent FROM role
            JOIN organisation ON organisation.id = organisation_id`),
    ).toEqual([{ person: 2, name: 'Acme Print', title: 'designer', isCurrent: 1 }]);
    expect(
      rows('SELECT person_id AS person, kind, value, match_key AS key FROM contact_point'),
    ).toEqual([{ person: 2, kind: 'email', value: 'jane@acme.example', key: 'jane@acme.example' }]);
    expect(
      rows('SELECT person_id AS person, name FROM person_tag JOIN tag ON tag.id = tag_id'),
    ).toEqual([{ person: 2, name: 'brand' }]);
    expect(
      rows(`SELECT person_id AS person, kind, name, said_on AS saidOn, event_id AS event
            FROM topic_statement JOIN topic ON topic.id = topic_id ORDER BY kind`),
    ).toEqual([
      { person: 2, kind: 'needs', name: 'accountant', saidOn: '2026-11-23', event: eventId },
      { person: 2, kind: 'offers', name: 'logos', saidOn: '2026-11-23', event: eventId },
    ]);
  });

  it('notes that we met and talked there, and what to do on Friday', () => {
    expect(rows('SELECT person_id AS person, have_met AS met, note FROM attendance')).toEqual([
      { person: 2, met: 1, note: 'talked about the museum' },
    ]);
    expect(
      rows(
        'SELECT person_id AS person, kind, on_date AS day, note, event_id AS event FROM interaction',
      ),
    ).toEqual([
      {
        person: 2,
        kind: 'conversation',
        day: '2026-11-23',
        note: 'talked about the museum',
        event: eventId,
      },
    ]);
    expect(
      rows(
        'SELECT person_id AS person, due_on AS due, what, event_id AS event, done_on AS done FROM follow_up',
      ),
    ).toEqual([
      { person: 2, due: '2026-11-27', what: 'talked about the museum', event: eventId, done: null },
    ]);
  });

  it('ties me to Jane by the meeting, and Jane to Tom by what she said; Tom is not mine', () => {
    expect(ties()).toEqual([
      'Jane Doe – Tom Brown: told 2026-11-23 there',
      'Mara – Jane Doe: met_at_event 2026-11-23 there',
    ]);
  });

  it('adds nothing when it is typed again', async () => {
    const tables = test.book.column<string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'change_%'
         AND name NOT LIKE 'person_words%' AND name NOT LIKE 'person_trigrams%'`,
    );
    const dump = () => tables.map((table) => rows(`SELECT * FROM "${table}" ORDER BY 1`));
    const before = dump();
    const again = await log(designLine);
    expect(again).toMatchObject({ isNew: false, person: { name: 'Jane Doe' } });
    expect(dump()).toEqual(before);
  });

  it('is one step, named after Jane and the event, and undone as a whole', async () => {
    const status = await test.call<{ undo: string }>('book.status');
    expect(status.undo).toBe('Log Jane Doe at Brews & Books');
    await test.call('book.undo');
    expect(rows('SELECT display_name FROM person')).toHaveLength(1);
    expect(ties()).toEqual([]);
  });
});

describe('parseLine', () => {
  it('shows before Enter what is known and what is new, and changes nothing', async () => {
    await log('Jane Doe, Acme Print #brand offers accounting');
    test.book.run(
      "INSERT INTO topic_synonym (topic_id, name, folded_name) VALUES (1, 'bookkeeping', 'bookkeeping')",
    );
    const { chips, problems } = await parse(
      'jane doe, ACME print, boss #Brand #new offers bookkeeping',
    );
    expect(problems).toEqual([]);
    expect(chips.map(({ kind, text, isNew }) => `${isNew ? 'new ' : ''}${kind} ${text}`)).toEqual([
      'person Jane Doe',
      'organisation Acme Print',
      'title boss',
      'tag brand',
      'new tag new',
      'offers accounting',
    ]);
    expect(rows('SELECT name FROM tag')).toHaveLength(1);
  });

  it('finds a tag of two words by its hyphen', async () => {
    await log('Jane #"co working"');
    const { chips } = await parse('Ann #co-working');
    expect(chips[1]).toMatchObject({ text: 'co working', isNew: false });
  });

  it('says that a line needs a name, and that I am not somebody I met', async () => {
    expect((await parse('#brand')).problems).toEqual([
      expect.stringContaining('begins with a name'),
    ]);
    expect((await parse('Mara')).problems).toEqual([expect.stringContaining('That is you')]);
    expect((await parse('Jane knows Jane')).problems).toEqual([
      expect.stringContaining('name somebody else'),
    ]);
  });
});

describe('a name that several people bear', () => {
  beforeEach(async () => {
    await log('Tom Brown, Acme tom@acme.example');
    await log('Tom Brown, Zeta', [{ chip: 0, person: null }]);
  });

  it('is a question with what tells them apart', async () => {
    const { chips, problems } = await parse('Tom Brown');
    expect(problems[0]).toContain('2 people are called Tom Brown');
    expect(chips[0]?.candidates.map(({ hint }) => hint)).toEqual([
      'Acme · tom@acme.example',
      'Zeta',
    ]);
  });

  it('is refused until it is answered', async () => {
    const refused = await test.dispatch('events.logLine', { id: eventId, text: 'Tom Brown #a' });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'AMBIGUOUS_NAME', details: { chip: 0 } },
    });
    expect(rows('SELECT * FROM tag')).toEqual([]);
    const { chips } = await parse('Tom Brown');
    const second = chips[0]?.candidates[1]?.id;
    expect(await log('Tom Brown', [{ chip: 0, person: second }])).toMatchObject({
      isNew: false,
      person: { id: second },
    });
    expect(await log('Tom Brown', [{ chip: 0, person: null }])).toMatchObject({ isNew: true });
  });

  it('is settled by an e-mail address or by the organisation of the line', async () => {
    const [first, second] = (await parse('Tom Brown')).chips[0]?.candidates ?? [];
    expect((await parse('Tom Brown, Zeta')).chips[0]?.person?.id).toBe(second?.id);
    expect((await parse('Tom Brown TOM@acme.example')).chips[0]?.person?.id).toBe(first?.id);
  });

  it('asks whether a new name with a known address is somebody new', async () => {
    const { chips, problems } = await parse('Thomas Browne tom@acme.example');
    expect(problems[0]).toContain('The address belongs to Tom Brown');
    expect(chips[0]?.candidates).toHaveLength(1);
  });
});

describe('knows and via', () => {
  it('makes an unknown person of several lines once', async () => {
    await log('Jane knows Tom Brown, Ann Lee');
    await log('Bo knows tom brown');
    expect(rows("SELECT id FROM person WHERE folded_name = 'tom brown'")).toHaveLength(1);
    expect(ties()).toEqual([
      'Jane – Ann Lee: told 2026-11-23 there',
      // of a small event: they may know each other
      'Jane – Bo: co_attendance 2026-11-23 there',
      'Jane – Tom Brown: told 2026-11-23 there',
      'Mara – Bo: met_at_event 2026-11-23 there',
      'Mara – Jane: met_at_event 2026-11-23 there',
      'Tom Brown – Bo: told 2026-11-23 there',
    ]);
  });

  it('records who introduced us, with the ties that this shows', async () => {
    await log('Jane via Tom Brown');
    expect(
      rows(`SELECT kind, state, x.display_name AS introducer, second.display_name AS second, event_id AS event
            FROM introduction JOIN person x ON x.id = introducer_id
            JOIN person second ON second.id = second_person_id`),
    ).toEqual([
      { kind: 'received', state: 'met', introducer: 'Tom Brown', second: 'Jane', event: eventId },
    ]);
    expect(ties()).toEqual([
      'Jane – Tom Brown: told 2026-11-23',
      'Mara – Jane: introduced 2026-11-23',
      'Mara – Jane: met_at_event 2026-11-23 there',
      'Mara – Tom Brown: told 2026-11-23',
    ]);
  });

  it('answers at once whom we both know', async () => {
    await log('Tom Brown');
    await log('Ann Lee');
    const { bothKnow, bothKnowCount } = await log('Jane knows Tom Brown, Ann Lee, Stranger');
    expect(bothKnowCount).toBe(2);
    expect(bothKnow.map(({ name }) => name).sort()).toEqual(['Ann Lee', 'Tom Brown']);
    const { attendees } = await test.call<Detail>('events.get', { id: eventId });
    const jane = attendees.find(({ person }) => person.name === 'Jane');
    expect(jane?.bothKnow.map(({ name }) => name).sort()).toEqual(['Ann Lee', 'Tom Brown']);
  });
});

describe('follow-ups and notes', () => {
  it('takes the quotation right after the day for what is to be done', async () => {
    await log('Jane "likes boats" !friday "send the map" !next week');
    expect(rows('SELECT due_on AS due, what FROM follow_up ORDER BY due')).toEqual([
      { due: '2026-11-27', what: 'send the map' },
      { due: '2026-12-01', what: 'likes boats send the map' },
    ]);
  });

  it('refuses a line with a day it does not understand, rather than drop it', async () => {
    const refused = await test.dispatch('events.logLine', { id: eventId, text: 'Jane !frday' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(rows('SELECT id FROM person')).toHaveLength(1);
  });

  it('adds up the notes of one person at one event', async () => {
    await log('Jane "one"');
    await log('Jane "two"');
    expect(rows('SELECT note FROM attendance')).toEqual([{ note: 'one\n\ntwo' }]);
    expect(rows('SELECT note FROM interaction')).toEqual([{ note: 'one\n\ntwo' }]);
  });

  it('dates a conversation at a later event by today', async () => {
    await test.call('events.update', { id: eventId, heldOn: '2026-12-24' });
    await log('Jane');
    expect(rows('SELECT on_date AS day FROM interaction')).toEqual([{ day: '2026-11-24' }]);
  });
});
