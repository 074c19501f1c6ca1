import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import type { TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { insertPerson } from '../tables/persons.ts';
import { smallEventSize } from '../tables/co-attendance.ts';

type Detail = OutputOf<StoreContract['events']['get']>;
type List = OutputOf<StoreContract['events']['list']>;

let test: TestBook;

beforeEach(async () => {
  test = makeTestBook({ today: '2026-11-24' });
  await test.call('book.setMe', { name: 'Mara' });
});
afterEach(() => test.close());

async function makeEvent(title: string, heldOn: string | null = null, place = ''): Promise<number> {
  const input = { title, heldOn, place };
  return (await test.call<{ event: { id: number } }>('events.create', input)).event.id;
}

function addPerson(name: string): PersonId {
  return insertPerson(test.book, { displayName: name }, '2026-11-24T12:00:00.000Z');
}

function evidenceKinds(): string[] {
  return test.book.column<string>('SELECT kind FROM evidence ORDER BY kind');
}

async function get(id: number): Promise<Detail> {
  return test.call<Detail>('events.get', { id });
}

describe('events.list', () => {
  it('lists the latest first and those without a day last, with counts', async () => {
    const old = await makeEvent('Design Week', '2026-06-01');
    await makeEvent('Some day');
    await makeEvent('Brews & Books', '2026-11-23', 'Café Ö');
    await test.call('events.logLine', { id: old, text: 'Jane !friday' });
    await test.call('events.setAttendance', { id: old, personId: addPerson('Bo'), haveMet: false });
    const { total, rows } = await test.call<List>('events.list', {});
    expect(total).toBe(3);
    expect(rows.map(({ title }) => title)).toEqual(['Brews & Books', 'Design Week', 'Some day']);
    expect(rows[1]).toMatchObject({ attended: 2, met: 1, followUps: 1, introductions: 0 });
  });

  it('finds by title and place, accents and case ignored, in windows', async () => {
    await makeEvent('Brews & Books', '2026-11-23', 'Café Ö');
    await makeEvent('Design Week', '2026-06-01');
    const found = await test.call<List>('events.list', { text: 'cafe o' });
    expect(found.rows.map(({ title }) => title)).toEqual(['Brews & Books']);
    const second = await test.call<List>('events.list', { offset: 1, limit: 1 });
    expect([second.total, second.rows[0]?.title]).toEqual([2, 'Design Week']);
  });
});

describe('what events brought', () => {
  it('ranks them by introductions that met, then begun, then follow-ups kept, then people met', async () => {
    const titles = ['Many met', 'A promise kept', 'One begun', 'One that met'];
    const ids = new Map<string, number>();
    for (const title of titles) ids.set(title, await makeEvent(title, '2026-06-01'));
    const log = (title: string, text: string) =>
      test.call('events.logLine', { id: ids.get(title), text });
    for (const text of ['Ann', 'Bo', 'Cy', 'Di !friday']) await log('Many met', text);
    await log('A promise kept', 'Eve !friday');
    await log('One that met', 'Flo via Gus');
    await log('One begun', 'Hal via Ida');
    test.book.run(`UPDATE introduction SET state = 'outcome', outcome = 'no_answer'
       WHERE event_id = (SELECT id FROM event WHERE title = 'One begun')`);
    test.book.run(`UPDATE follow_up SET done_on = '2026-06-09'
       WHERE event_id = (SELECT id FROM event WHERE title = 'A promise kept')`);
    const list = async (by: string, direction = 'descending') =>
      (await test.call<List>('events.list', { sort: { by, direction } })).rows;
    const ranked = await list('brought');
    expect(ranked.map(({ title }) => title)).toEqual(titles.toReversed());
    expect(ranked[0]).toMatchObject({ met: 1, introductions: 1, introductionsMet: 1 });
    expect(ranked[1]).toMatchObject({ introductions: 1, introductionsMet: 0 });
    expect(ranked[2]).toMatchObject({ followUps: 1, followUpsKept: 1 });
    expect((await list('met')).map(({ met }) => met)).toEqual([4, 1, 1, 1]);
    expect((await list('title', 'ascending')).map(({ title }) => title)[0]).toBe('A promise kept');
  });

  it('puts those first to which a job is credited, by way of an introduction or at once', async () => {
    const small = await makeEvent('Supper', '2026-06-01');
    const large = await makeEvent('Fair', '2026-06-02');
    for (const text of ['Ann', 'Bo', 'Cy']) {
      await test.call('events.logLine', { id: large, text });
    }
    await test.call('events.logLine', { id: small, text: 'Flo via Gus' });
    const [{ id: introduction }] = await test.call<[{ id: number }]>('introductions.list');
    for (const [origin, amount] of [
      [{ kind: 'introduction', id: introduction }, 120_000],
      [{ kind: 'event', id: small }, 30_000],
    ] as const) {
      await test.call('outcomes.create', {
        title: 'Menu cards',
        value: { amount, currency: 'GBP' },
        origin,
      });
    }
    for (const by of ['brought', 'outcomes']) {
      const { rows } = await test.call<List>('events.list', {
        sort: { by, direction: 'descending' },
      });
      expect(rows.map(({ title }) => title)).toEqual(['Supper', 'Fair']);
      expect(rows[0]).toMatchObject({ outcomes: 2, sums: [{ amount: 150_000, currency: 'GBP' }] });
    }
    expect(await get(small)).toMatchObject({
      outcomes: 2,
      cameOfIt: { outcomes: [{ title: 'Menu cards' }, { title: 'Menu cards' }] },
    });
    expect((await get(large)).cameOfIt.outcomes).toEqual([]);
  });

  it('counts for one event what the list counts for it', async () => {
    const id = await makeEvent('Design Week', '2026-06-01');
    await makeEvent('Another', '2026-06-02');
    await test.call('events.logLine', { id, text: 'Jane via Tom !friday' });
    const { rows } = await test.call<List>('events.list', {});
    expect(await get(id)).toMatchObject(rows[1] ?? {});
  });

  it('tells whom I first met there, who knows whom, what was said, and what began', async () => {
    const old = await makeEvent('Before', '2026-05-01');
    await test.call('events.logLine', { id: old, text: 'Olga' });
    const id = await makeEvent('Design Week', '2026-06-01');
    await test.call('events.logLine', { id, text: 'Jane needs logos knows Ann via Tom' });
    await test.call('events.logLine', { id, text: 'Olga' });
    const later = await makeEvent('After', '2026-07-01');
    await test.call('events.logLine', { id: later, text: 'Jane' });
    const { cameOfIt } = await get(id);
    expect(cameOfIt.newContacts.map(({ name }) => name)).toEqual(['Jane']);
    const pairs = cameOfIt.tiesTold.map(({ a, b }) => [a.name, b.name].toSorted());
    expect(pairs).toContainEqual(['Ann', 'Jane']);
    expect(pairs.flat()).not.toContain('Mara');
    expect(cameOfIt.statements).toMatchObject([
      { person: { name: 'Jane' }, kind: 'needs', topic: { name: 'logos' } },
    ]);
    expect(cameOfIt.introductions).toMatchObject([
      { kind: 'received', state: 'met', introducer: { name: 'Tom' }, second: { name: 'Jane' } },
    ]);
  });
});

describe('an event', () => {
  it('shows who was there: whom I met, latest first, then the others by name', async () => {
    const id = await makeEvent('Design Week', '2026-06-01');
    for (const name of ['Zoe', 'Al'])
      await test.call('events.setAttendance', { id, personId: addPerson(name), haveMet: false });
    await test.call('events.logLine', { id, text: 'Jane, Acme, boss "hello" !3 Dec' });
    await test.call('events.logLine', { id, text: 'Bo' });
    const { attendees, promises } = await get(id);
    expect(attendees.map(({ person }) => person.name)).toEqual(['Bo', 'Jane', 'Al', 'Zoe']);
    expect(attendees[1]).toMatchObject({
      haveMet: true,
      organisation: 'Acme',
      title: 'boss',
      note: 'hello',
    });
    expect(promises).toMatchObject([
      { person: { name: 'Jane' }, dueOn: '2026-12-03', what: 'hello' },
    ]);
  });

  it('takes what happened there along when its day is corrected', async () => {
    const id = await makeEvent('Design Week', '2026-06-01');
    await test.call('events.logLine', { id, text: 'Jane needs logos knows Ann' });
    await test.call('events.update', { id, heldOn: '2026-06-03', note: 'rainy' });
    expect(test.book.column('SELECT on_date FROM evidence')).toEqual(['2026-06-03', '2026-06-03']);
    expect(test.book.column('SELECT said_on FROM topic_statement')).toEqual(['2026-06-03']);
    expect(test.book.column('SELECT on_date FROM interaction')).toEqual(['2026-06-03']);
    expect(await get(id)).toMatchObject({
      title: 'Design Week',
      note: 'rainy',
      heldOn: '2026-06-03',
    });
  });

  it('goes with its meetings and leaves people, promises and introductions', async () => {
    const id = await makeEvent('Design Week', '2026-06-01');
    await test.call('events.logLine', { id, text: 'Jane needs logos knows Ann via Tom !friday' });
    await test.call('events.remove', { id });
    const count = (table: string) => test.book.value<number>(`SELECT count(*) FROM ${table}`);
    expect(['event', 'attendance', 'interaction'].map(count)).toEqual([0, 0, 0]);
    expect(['person', 'follow_up', 'topic_statement', 'introduction'].map(count)).toEqual([
      4, 1, 1, 1,
    ]);
    expect(evidenceKinds()).toEqual(['introduced', 'told', 'told', 'told']);
    await test.call('book.undo');
    expect((await get(id)).attendees).toHaveLength(1);
  });

  it('that does not exist is refused with a sentence', async () => {
    const answer = await test.dispatch('events.get', { id: 99 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('attendance', () => {
  it('set to met adds the tie and the conversation, set back takes both away', async () => {
    const id = await makeEvent('Design Week', '2026-06-01');
    const personId = addPerson('Jane');
    await test.call('events.setAttendance', { id, personId, haveMet: true, note: 'first' });
    expect(evidenceKinds()).toEqual(['met_at_event']);
    await test.call('events.setAttendance', { id, personId, haveMet: false });
    expect(evidenceKinds()).toEqual([]);
    expect(test.book.column('SELECT id FROM tie')).toEqual([]);
    expect(test.book.column('SELECT id FROM interaction')).toEqual([]);
    expect((await get(id)).attendees[0]).toMatchObject({ haveMet: false, note: 'first' });
  });

  it('keeps a tie that rests on more than the meeting', async () => {
    const id = await makeEvent('Design Week', '2026-06-01');
    const other = await makeEvent('Other', '2026-07-01');
    await test.call('events.logLine', { id, text: 'Jane' });
    await test.call('events.logLine', { id: other, text: 'Jane' });
    const personId = (await get(id)).attendees[0]?.person.id;
    await test.call('events.removeAttendance', { id, personId });
    expect(evidenceKinds()).toEqual(['met_at_event']);
    expect((await get(id)).attendees).toEqual([]);
    const again = await test.dispatch('events.removeAttendance', { id, personId });
    expect(again).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('may list me, without a tie to myself', async () => {
    const id = await makeEvent('Design Week', '2026-06-01');
    await test.call('events.setAttendance', { id, personId: 1, haveMet: true });
    expect(evidenceKinds()).toEqual([]);
  });
});

describe('possible ties of small events', () => {
  async function fill(id: number, people: number): Promise<PersonId[]> {
    const ids = Array.from({ length: people }, (_, index) => addPerson(`Person ${index}`));
    for (const personId of ids)
      await test.call('events.setAttendance', { id, personId, haveMet: false });
    return ids;
  }

  it('join each pair of up to twelve people, are only possible, and go with the thirteenth', async () => {
    const id = await makeEvent('Supper', '2026-06-01');
    const [first, second] = await fill(id, smallEventSize);
    expect(evidenceKinds()).toHaveLength((12 * 11) / 2);
    const tie = test.context().network.graph().tie(Number(first), Number(second));
    expect(tie?.possible).toBe(true);
    const [extra] = await fill(id, 1);
    expect(evidenceKinds()).toEqual([]);
    expect(test.book.column('SELECT id FROM tie')).toEqual([]);
    await test.call('events.removeAttendance', { id, personId: extra });
    expect(evidenceKinds()).toHaveLength(66);
  });

  it('do not count as somebody whom both know', async () => {
    const id = await makeEvent('Supper', '2026-06-01');
    await test.call('events.logLine', { id, text: 'Ann' });
    await test.call('events.logLine', { id, text: 'Bo' });
    expect((await get(id)).attendees.map(({ bothKnowCount }) => bothKnowCount)).toEqual([0, 0]);
  });

  it('never include me', async () => {
    const id = await makeEvent('Supper', '2026-06-01');
    await test.call('events.setAttendance', { id, personId: 1, haveMet: false });
    await fill(id, 2);
    expect(evidenceKinds()).toEqual(['co_attendance']);
  });
});
