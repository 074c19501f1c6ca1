import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';

type People = StoreContract['people'];
type Detail = OutputOf<People['get']>;

let test: TestBook;
let me: number;
beforeEach(async () => {
  test = makeTestBook({ today: '2026-06-15' });
  me = (await test.call<{ me: { id: number } }>('book.setMe', { name: 'Ada Me' })).me.id;
});
afterEach(() => test.close());

async function create(name: string, more: object = {}): Promise<number> {
  const created = await test.call<OutputOf<People['create']>>('people.create', { name, ...more });
  return created.person.id;
}

async function get(id: number): Promise<Detail> {
  return test.call<Detail>('people.get', { id });
}

/** The name of the step that undo would take back. */
async function lastStep(): Promise<string | undefined> {
  return test.book.value<string>('SELECT label FROM change_step ORDER BY id DESC LIMIT 1');
}

describe('adding somebody', () => {
  it('keeps all that is said, and that I know them', async () => {
    const id = await create('Zoë Müller', {
      organisation: 'Acme Print',
      title: 'designer',
      email: 'Zoe@Acme.example',
      phone: '020 7946 0000',
      note: 'Likes **museums**.',
      howMet: 'At the market',
      metOn: '2026-06-01',
    });
    expect(await get(id)).toMatchObject({
      name: 'Zoë Müller',
      note: 'Likes **museums**.',
      howMet: 'At the market',
      metOn: '2026-06-01',
      contactPoints: [
        { kind: 'email', value: 'Zoe@Acme.example' },
        { kind: 'phone', value: '020 7946 0000' },
      ],
      roles: [{ organisation: { name: 'Acme Print' }, title: 'designer', isCurrent: true }],
      strengthWithMe: 0.35,
      tieCount: 1,
      timeline: [{ kind: 'created', onDate: '2026-06-15' }],
    });
    expect(test.book.column('SELECT match_key FROM contact_point ORDER BY id')).toEqual([
      'zoe@acme.example',
      '+442079460000',
    ]);
    expect(await lastStep()).toBe('Add Zoë Müller');
  });

  it('ties nobody to me who is not a contact of mine', async () => {
    expect((await get(await create('Bo', { isMyContact: false }))).strengthWithMe).toBeNull();
  });

  it('makes a placeholder for me when nobody has said who I am', async () => {
    const fresh = makeTestBook();
    await fresh.call('people.create', { name: 'Bo' });
    expect(
      fresh.book.all('SELECT display_name AS name, is_me AS isMe FROM person ORDER BY id'),
    ).toEqual([
      { name: 'Bo', isMe: 0 },
      { name: 'Me', isMe: 1 },
    ]);
    fresh.close();
  });
});

describe('changing somebody', () => {
  it('changes what is given and leaves the rest', async () => {
    const id = await create('Bo', { note: 'tall', metOn: '2026-01-01' });
    await test.call('people.update', { id, metOn: null, doNotAsk: true, birthday: '--02-29' });
    expect(await get(id)).toMatchObject({
      name: 'Bo',
      note: 'tall',
      metOn: null,
      doNotAsk: true,
      birthday: '--02-29',
    });
    await test.call('people.update', { id, name: 'Bo Ek' });
    expect([await lastStep(), (await get(id)).doNotAsk]).toEqual(['Rename Bo to Bo Ek', true]);
  });

  it('adds and removes ways to reach and roles, and knows an address it has', async () => {
    const id = await create('Bo');
    await test.call('people.addContactPoint', { id, kind: 'email', value: 'bo@acme.example' });
    await test.call('people.addContactPoint', {
      id,
      kind: 'email',
      value: 'BO@acme.example',
      label: 'work',
    });
    const { contactPoints } = await get(id);
    expect(contactPoints).toMatchObject([{ value: 'bo@acme.example', label: 'work' }]);
    await test.call('people.removeContactPoint', { id, contactPointId: contactPoints[0]?.id });
    await test.call('people.addRole', { id, organisation: 'Acme', startedOn: '2024-01-01' });
    const roleId = (await get(id)).roles[0]?.id;
    const early = await test.dispatch('people.endRole', { id, roleId, endedOn: '2023-01-01' });
    expect(early).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    await test.call('people.endRole', { id, roleId, endedOn: '2025-01-01' });
    expect(await get(id)).toMatchObject({
      contactPoints: [],
      roles: [{ isCurrent: false, endedOn: '2025-01-01' }],
    });
    await test.call('people.removeRole', { id, roleId });
    expect((await get(id)).roles).toEqual([]);
  });

  it('refuses rows of somebody else, and people who are not there', async () => {
    const [bo, ann] = [await create('Bo', { email: 'bo@acme.example' }), await create('Ann')];
    const contactPointId = (await get(bo)).contactPoints[0]?.id;
    for (const [method, input] of [
      ['people.removeContactPoint', { id: ann, contactPointId }],
      ['people.get', { id: 999 }],
      ['people.addFollowUp', { id: 999, dueOn: '2026-07-01' }],
      ['people.finishFollowUp', { followUpId: 999 }],
      ['people.untag', { ids: [bo], tagId: 999 }],
    ] as const) {
      expect(await test.dispatch(method, input)).toMatchObject({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
    }
  });
});

describe('a day with people', () => {
  it('tags and untags many at once, counting only who changed', async () => {
    const ids = [await create('A'), await create('B'), await create('C')];
    await test.call('people.tag', { ids: ids.slice(0, 1), tag: 'brand' });
    const tagged = await test.call<OutputOf<People['tag']>>('people.tag', { ids, tag: '#Brand' });
    expect([tagged.changed, tagged.tag.name, await lastStep()]).toEqual([
      2,
      'brand',
      'Tag 2 people "brand"',
    ]);
    const untagged = await test.call<OutputOf<People['untag']>>('people.untag', {
      ids: [...ids, 999],
      tagId: tagged.tag.id,
    });
    expect(untagged.changed).toBe(3);
  });

  it('logs a contact as evidence that fades', async () => {
    const id = await create('Bo', { isMyContact: false });
    await test.call('people.logInteraction', {
      id,
      kind: 'call',
      onDate: '2026-06-15',
      note: 'prices',
    });
    await test.call('people.logInteraction', {
      id,
      kind: 'call',
      onDate: '2026-06-15',
      note: 'prices',
    });
    expect((await get(id)).strengthWithMe).toBeCloseTo(0.25, 12);
    test.setToday('2028-06-15');
    const faded = (await get(id)).strengthWithMe ?? 0;
    expect(faded).toBeGreaterThan(0.25 * 0.5);
    expect(faded).toBeLessThan(0.25 * 0.6);
    expect((await get(id)).timeline[0]).toMatchObject({
      kind: 'interaction',
      title: 'Call',
      note: 'prices',
    });
  });

  it('follows up and finishes', async () => {
    const id = await create('Bo');
    await test.call('people.addFollowUp', { id, dueOn: '2026-07-01', what: 'Send the list' });
    const followUpId = (await get(id)).followUps[0]?.id;
    await test.call('people.finishFollowUp', { followUpId });
    expect((await get(id)).followUps).toMatchObject([
      { what: 'Send the list', doneOn: '2026-06-15' },
    ]);
  });

  it('deletes people whole, gives them back by undo, and never me', async () => {
    const id = await create('Bo', { organisation: 'Acme', email: 'bo@acme.example', note: 'tall' });
    const before = await get(id);
    expect(await test.dispatch('people.remove', { ids: [id, me] })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    });
    await test.call('people.remove', { ids: [id] });
    expect(await test.dispatch('people.get', { id })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    await test.call('book.undo');
    expect(await get(id)).toEqual(before);
  });
});

describe('finding one', () => {
  it('resolves an id and a name, and says if it is me', async () => {
    const id = await create('Bo');
    expect(await test.call('people.resolve', { name: `#${id}` })).toEqual({
      id,
      name: 'Bo',
      isNamed: true,
      isMe: false,
    });
    expect(await test.call('people.resolve', { name: 'Ada Me' })).toMatchObject({
      id: me,
      isMe: true,
    });
  });

  it('completes a name with what tells people apart; an empty box offers whom I know best', async () => {
    const first = await create('Tom Brown', { organisation: 'Acme', title: 'printer' });
    const second = await create('Tom Brown');
    await test.call('ties.rate', { a: me, b: second, rating: 5 });
    const complete = (text: string) =>
      test.call<OutputOf<People['complete']>>('people.complete', { text });
    expect((await complete('tom')).map(({ id, hint }) => [id, hint])).toEqual([
      [second, ''],
      [first, 'Acme, printer'],
    ]);
    expect((await complete('')).map(({ id }) => id)).toEqual([second, first]);
    expect(await complete('acme')).toEqual([]);
  });

  it('lists whom we both know, the strongest way first', async () => {
    const [bo, weak, strong, other] = [
      await create('Bo'),
      await create('Weak'),
      await create('Strong'),
      await create('Other'),
    ];
    await test.call('ties.tell', { a: bo, b: weak });
    await test.call('ties.rate', { a: strong, b: bo, rating: 5 });
    const mutual = await test.call<OutputOf<People['mutual']>>('people.mutual', { id: bo });
    expect(mutual.rows.map(({ name }) => name)).toEqual(['Strong', 'Weak']);
    expect(mutual.rows.map(({ strength }) => strength)).toEqual([
      expect.closeTo(0.35 * 0.9, 12),
      expect.closeTo(0.35 * 0.35, 12),
    ]);
    expect([mutual.total, (await get(bo)).mutualCount, (await get(other)).mutualCount]).toEqual([
      2, 2, 0,
    ]);
  });

  it('completes organisations, beginnings first, with how many are there now', async () => {
    const id = await create('Bo', { organisation: 'Zebra Café' });
    await create('Ann', { organisation: 'Café Acme' });
    await create('Cy', { organisation: 'Zebra Café' });
    const roleId = (await get(id)).roles[0]?.id;
    await test.call('people.endRole', { id, roleId, endedOn: null });
    await create('Di', { organisation: 'Acme' });
    await create('Ed', { organisation: 'Acme' });
    expect(await test.call('people.organisations', { limit: 1 })).toMatchObject([
      { name: 'Acme', people: 2 },
    ]);
    expect(await test.call('people.organisations', { text: 'cafe' })).toMatchObject([
      { name: 'Café Acme', people: 1 },
      { name: 'Zebra Café', people: 1 },
    ]);
  });
});
