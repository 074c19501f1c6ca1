import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { InputOf, OutputOf, StoreContract } from '../contract/index.ts';
import type { PersonId } from '../contract/common.ts';

type Today = StoreContract['today'];
type Section = 'followUps' | 'introductions' | 'keepInTouch' | 'birthdays' | 'fading';

const day = '2026-11-26';
let t: TestBook;
let ids: Map<string, PersonId>;

beforeEach(async () => {
  t = makeTestBook({ today: day });
  ids = new Map();
  await t.call('book.setMe', { name: 'Mara Me' });
  for (const name of ['Ann Lee', 'Bo Ray', 'Cy Fox', 'Dee Oak']) {
    const { person } = await t.call<{ person: { id: PersonId } }>('people.create', { name });
    ids.set(name, person.id);
  }
});
afterEach(() => t.close());

const idOf = (name: string): PersonId => {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`Nobody called ${name} was planted.`);
  return id;
};
const ask = <M extends keyof Today>(
  method: M,
  input: InputOf<Today[M]>,
): Promise<OutputOf<Today[M]>> => t.call(`today.${method}`, input);
const names = async (section: Section): Promise<string[]> => {
  const input = section === 'followUps' ? { promised: false } : {};
  const { rows } = await t.call<{ rows: { person: { name: string } }[] }>(
    `today.${section}`,
    input,
  );
  return rows.map(({ person }) => person.name);
};
const total = async (): Promise<number> => (await ask('summary', {})).total;

async function addFollowUp(name: string, dueOn: string, what: string): Promise<number> {
  await t.call('people.addFollowUp', { id: idOf(name), dueOn, what });
  return t.book.value<number>('SELECT max(id) FROM follow_up') ?? 0;
}
async function contact(name: string, onDate: string): Promise<void> {
  await t.call('people.logInteraction', { id: idOf(name), kind: 'call', onDate });
}
const everyWeeks = (every: number, ...whom: string[]) =>
  ask('setRhythm', { ids: whom.map(idOf), rhythm: { every, unit: 'week' } });

describe('follow-ups and promises', () => {
  it('are there when due or overdue, earliest first, not before', async () => {
    await addFollowUp('Ann Lee', day, 'write');
    await addFollowUp('Bo Ray', '2026-11-20', 'call');
    await addFollowUp('Cy Fox', '2026-11-27', 'wait');
    expect(await names('followUps')).toEqual(['Bo Ray', 'Ann Lee']);
    expect(await total()).toBe(2);
    expect((await ask('coming', {})).map(({ day: on }) => on)).toEqual(['2026-11-27']);
  });

  it('are promises when they came out of an event', async () => {
    const { event } = await t.call<OutputOf<StoreContract['events']['create']>>('events.create', {
      title: 'Fair',
      heldOn: day,
    });
    await t.call('events.logLine', { id: event.id, text: 'Ann Lee !today "send it"' });
    const { rows } = await ask('followUps', { promised: true });
    expect(rows).toMatchObject([{ person: { name: 'Ann Lee' }, event: { title: 'Fair' } }]);
    expect(await names('followUps')).toEqual([]);
    expect(await ask('summary', {})).toMatchObject({ promises: 1, followUps: 0, total: 1 });
  });

  it('go when finished and come back by undo', async () => {
    const id = await addFollowUp('Ann Lee', day, 'write');
    await ask('finish', { line: { kind: 'follow_up', id } });
    expect(await names('followUps')).toEqual([]);
    expect(await t.call('book.undo')).toEqual({ label: 'Finish a follow-up with Ann Lee' });
    expect(await names('followUps')).toEqual(['Ann Lee']);
  });

  it('are put off by another day, which must be to come', async () => {
    const id = await addFollowUp('Ann Lee', day, 'write');
    const line = { kind: 'follow_up', id } as const;
    expect(await t.dispatch('today.snooze', { line, until: day })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    });
    await ask('snooze', { line, until: '2026-12-01' });
    expect(await names('followUps')).toEqual([]);
    t.setToday('2026-12-01');
    expect(await names('followUps')).toEqual(['Ann Lee']);
  });

  it('can be ended by the contact that is logged, in one step', async () => {
    const id = await addFollowUp('Ann Lee', day, 'write');
    const finishes = { kind: 'follow_up', id } as const;
    await ask('logContact', { personId: idOf('Ann Lee'), kind: 'message', note: 'sent', finishes });
    expect(await total()).toBe(0);
    expect(t.book.value('SELECT note FROM interaction')).toBe('sent');
    await t.call('book.undo');
    expect(await total()).toBe(1);
    expect(t.book.value('SELECT count(*) FROM interaction')).toBe(0);
  });
});

describe('introductions that wait', () => {
  it('name who has the next move, are put off, and end without a reminder', async () => {
    const { id } = await t.call<OutputOf<StoreContract['introductions']['create']>>(
      'introductions.create',
      {
        kind: 'ask',
        introducerId: idOf('Ann Lee'),
        secondId: idOf('Bo Ray'),
        state: 'asked',
        onDate: '2026-11-10',
      },
    );
    const { rows } = await ask('introductions', {});
    expect(rows).toMatchObject([
      { person: { name: 'Ann Lee' }, since: '2026-11-10', state: 'asked' },
    ]);
    const line = { kind: 'introduction', id } as const;
    await ask('snooze', { line, until: '2026-11-30' });
    expect(await names('introductions')).toEqual([]);
    t.setToday('2026-11-30');
    expect(await names('introductions')).toEqual(['Ann Lee']);
    await ask('finish', { line });
    expect(await names('introductions')).toEqual([]);
  });
});

describe('keeping in touch', () => {
  it('counts from the last real contact, whatever kind it was', async () => {
    await contact('Ann Lee', '2026-11-12');
    await t.call('people.update', { id: idOf('Bo Ray'), metOn: '2026-11-12' });
    const { event } = await t.call<OutputOf<StoreContract['events']['create']>>('events.create', {
      title: 'Fair',
      heldOn: '2026-11-12',
    });
    for (const [name, haveMet] of [
      ['Cy Fox', true],
      ['Dee Oak', false],
    ] as const)
      await t.call('events.setAttendance', { id: event.id, personId: idOf(name), haveMet });
    await everyWeeks(2, 'Ann Lee', 'Bo Ray', 'Cy Fox', 'Dee Oak');
    // who was only at the same event was not met: their two weeks begin today
    expect(await names('keepInTouch')).toEqual(['Ann Lee', 'Bo Ray', 'Cy Fox']);
    await contact('Ann Lee', '2026-11-13');
    expect(await names('keepInTouch')).toEqual(['Bo Ray', 'Cy Fox']);
    t.setToday('2026-12-10');
    expect(await names('keepInTouch')).toContain('Dee Oak');
  });

  it('begins again with a contact, logged on Today or elsewhere', async () => {
    await contact('Ann Lee', '2026-10-01');
    await everyWeeks(3, 'Ann Lee');
    await ask('finish', { line: { kind: 'keep_in_touch', id: idOf('Ann Lee') } });
    expect(await names('keepInTouch')).toEqual([]);
    expect(await ask('rhythm', { id: idOf('Ann Lee') })).toEqual({
      rhythm: { every: 3, unit: 'week' },
      lastContactOn: day,
      dueOn: '2026-12-17',
    });
  });

  it('puts first who is latest in their own measure, and counts months to the end of February', async () => {
    await contact('Ann Lee', '2026-11-12');
    await contact('Bo Ray', '2026-01-31');
    await everyWeeks(1, 'Ann Lee');
    await ask('setRhythm', { ids: [idOf('Bo Ray')], rhythm: { every: 1, unit: 'month' } });
    expect((await ask('rhythm', { id: idOf('Bo Ray') }))?.dueOn).toBe('2026-02-28');
    expect(await names('keepInTouch')).toEqual(['Bo Ray', 'Ann Lee']);
    await ask('setRhythm', { ids: [idOf('Bo Ray')], rhythm: { every: 9, unit: 'month' } });
    expect(await names('keepInTouch')).toEqual(['Ann Lee', 'Bo Ray']);
  });

  it('is put off without a change of the rhythm, and shown among the coming days then', async () => {
    await contact('Ann Lee', '2026-10-01');
    await everyWeeks(1, 'Ann Lee');
    const line = { kind: 'keep_in_touch', id: idOf('Ann Lee') } as const;
    await ask('snooze', { line, until: '2026-11-29' });
    expect(await total()).toBe(0);
    expect(await ask('coming', {})).toMatchObject([
      { day: '2026-11-29', entries: [{ kind: 'keep_in_touch' }] },
    ]);
    t.setToday('2026-11-29');
    expect(await names('keepInTouch')).toEqual(['Ann Lee']);
  });

  it('is set in bulk, leaves me out, and is taken away again', async () => {
    const me = t.book.value<PersonId>('SELECT id FROM person WHERE is_me = 1') ?? 0;
    const rhythm = { every: 1, unit: 'month' } as const;
    const all = [...ids.values(), me as PersonId];
    expect(await ask('setRhythm', { ids: all, rhythm })).toEqual({ changed: 4 });
    expect(await ask('setRhythm', { ids: all, rhythm })).toEqual({ changed: 0 });
    expect(await ask('setRhythm', { ids: all, rhythm: null })).toEqual({ changed: 4 });
    expect(await ask('rhythm', { id: idOf('Ann Lee') })).toBeNull();
  });
});

describe('birthdays', () => {
  it('come up some days ahead, go for this year when done, and come again the next', async () => {
    await t.call('people.update', { id: idOf('Ann Lee'), birthday: '1990-11-28' });
    await t.call('people.update', { id: idOf('Bo Ray'), birthday: '--11-26' });
    const { rows } = await ask('birthdays', {});
    expect(rows).toMatchObject([
      { person: { name: 'Bo Ray' }, onDate: day, turns: null },
      { person: { name: 'Ann Lee' }, onDate: '2026-11-28', turns: 36 },
    ]);
    // only the one of today waits already
    expect(await total()).toBe(1);
    await ask('finish', { line: { kind: 'birthday', id: idOf('Ann Lee') } });
    expect(await names('birthdays')).toEqual(['Bo Ray']);
    t.setToday('2027-11-28');
    expect(await names('birthdays')).toEqual(['Ann Lee']);
  });
});

describe('fading ties', () => {
  const fade = async (name: string): Promise<void> => {
    for (const onDate of ['2022-01-10', '2022-02-10', '2022-03-10', '2022-04-10'])
      await contact(name, onDate);
  };

  it('are strong ones that have lost much; a fresh contact or a rhythm ends that', async () => {
    await fade('Ann Lee');
    await contact('Bo Ray', '2022-01-10');
    for (const onDate of ['2026-10-10', '2026-10-20', '2026-11-10'])
      await contact('Cy Fox', onDate);
    const { rows } = await ask('fading', {});
    expect(rows).toMatchObject([
      { person: { name: 'Ann Lee' }, peakOn: '2022-04-10', lastContactOn: '2022-04-10' },
    ]);
    expect(rows[0]?.peak).toBeGreaterThan(rows[0]?.strength ?? 1);
    await everyWeeks(4, 'Ann Lee');
    expect(await names('fading')).toEqual([]);
  });

  it('are let be for half a year', async () => {
    await fade('Ann Lee');
    await ask('finish', { line: { kind: 'fading', id: idOf('Ann Lee') } });
    expect(await names('fading')).toEqual([]);
    t.setToday('2027-05-27');
    expect(await names('fading')).toEqual(['Ann Lee']);
  });

  it('are not those of archived people', async () => {
    await fade('Ann Lee');
    await t.call('people.update', { id: idOf('Ann Lee'), isArchived: true });
    expect(await names('fading')).toEqual([]);
  });
});
