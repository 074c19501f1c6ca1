import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { readDataTables } from '../book/schema.ts';
import type { PersonId } from '../contract/common.ts';
import type { InputOf, OutputOf, StoreContract } from '../contract/index.ts';
import { readPhotoUrl } from './photo-bytes.ts';

type Person = StoreContract['person'];
type Detail = OutputOf<StoreContract['people']['get']>;

const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let t: TestBook;
let jane: PersonId;
beforeEach(async () => {
  t = makeTestBook();
  await t.call('book.setMe', { name: 'Ada Me' });
  jane = await create('Jane Doe');
});
afterEach(() => t.close());

async function create(name: string): Promise<PersonId> {
  return (await t.call<{ person: { id: PersonId } }>('people.create', { name })).person.id;
}
const ask = <M extends keyof Person>(
  method: M,
  input: InputOf<Person[M]>,
): Promise<OutputOf<Person[M]>> => t.call(`person.${method}`, input);
const get = (): Promise<Detail> => t.call<Detail>('people.get', { id: jane });

describe('a photo', () => {
  it('is kept, replaced, shown, taken away, and comes back by undo', async () => {
    await ask('setPhoto', { id: jane, photo: png });
    await ask('setPhoto', { id: jane, photo: png });
    expect((await get()).photo).toBe(png);
    expect(await ask('photoIds', {})).toEqual({ ids: [jane] });
    await ask('removePhoto', { id: jane });
    expect(await ask('photo', { id: jane })).toEqual({ photo: null });
    await t.call('book.undo');
    expect(await ask('photo', { id: jane })).toEqual({ photo: png });
  });

  it('is what it says, and no larger than allowed', async () => {
    const refused = await t.dispatch('person.setPhoto', {
      id: jane,
      photo: png.replace('image/png', 'image/jpeg'),
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const svg = `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`;
    expect(await t.dispatch('person.setPhoto', { id: jane, photo: svg })).toMatchObject({
      ok: false,
    });
    expect(() => readPhotoUrl(png, 50)).toThrow(/kilobytes/);
  });
});

describe('fields of one’s own', () => {
  it('are added, changed and removed', async () => {
    await ask('addField', { id: jane, name: 'Shirt', value: 'M' });
    const [field] = (await get()).fields;
    expect(field).toMatchObject({ source: 'custom', name: 'Shirt', value: 'M' });
    const fieldId = field?.id ?? 0;
    await ask('updateField', { id: jane, fieldId, name: 'Shirt size', value: 'L' });
    expect((await get()).fields).toMatchObject([{ name: 'Shirt size', value: 'L' }]);
    await ask('removeField', { id: jane, fieldId });
    expect((await get()).fields).toEqual([]);
    expect(await t.dispatch('person.removeField', { id: jane, fieldId })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('a role', () => {
  it('is changed as a whole: what it was, where, from when to when', async () => {
    await t.call('people.addRole', { id: jane, title: 'designer', organisation: 'Acme' });
    const roleId = (await get()).roles[0]?.id ?? 0;
    await ask('updateRole', {
      id: jane,
      roleId,
      title: 'lead designer',
      organisation: 'Acme Print',
      startedOn: '2024-01-01',
      endedOn: '2026-01-01',
      isCurrent: true,
    });
    expect((await get()).roles).toMatchObject([
      {
        title: 'lead designer',
        organisation: { name: 'Acme Print' },
        startedOn: '2024-01-01',
        endedOn: '2026-01-01',
        isCurrent: false,
      },
    ]);
  });

  it('cannot end before it began, nor be of somebody else', async () => {
    await t.call('people.addRole', { id: jane, title: 'designer' });
    const roleId = (await get()).roles[0]?.id ?? 0;
    const role = {
      roleId,
      title: 'x',
      organisation: null,
      startedOn: '2026-02-01',
      isCurrent: true,
    };
    expect(
      await t.dispatch('person.updateRole', { ...role, id: jane, endedOn: '2026-01-01' }),
    ).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const tom = await create('Tom Brown');
    expect(
      await t.dispatch('person.updateRole', { ...role, id: tom, endedOn: null }),
    ).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('the neighbours in a list', () => {
  it('are those of the order and the filter one came by', async () => {
    const ann = await create('Ann Lee');
    const zoe = await create('Zoë Ray');
    await t.call('people.tag', { ids: [ann, zoe], tag: 'brand' });
    expect(await ask('neighbours', { id: jane })).toMatchObject({
      previous: { name: 'Ann Lee' },
      next: { name: 'Zoë Ray' },
      place: 3,
      total: 4,
    });
    const tagId = t.book.value<number>('SELECT id FROM tag') ?? 0;
    const sort = { by: 'name', direction: 'descending' } as const;
    expect(await ask('neighbours', { id: ann, filter: { tagIds: [tagId] }, sort })).toMatchObject({
      previous: { name: 'Zoë Ray' },
      next: null,
      place: 2,
      total: 2,
    });
    expect(await ask('neighbours', { id: jane, filter: { tagIds: [tagId] } })).toMatchObject({
      previous: null,
      place: null,
    });
  });
});

describe('all that is held about somebody', () => {
  it('has a row of every table that names them or hangs on what does, and nothing of others', async () => {
    const tom = await create('Tom Brown');
    await t.call('people.addContactPoint', { id: jane, kind: 'email', value: 'jane@acme.example' });
    await t.call('people.addContactPoint', { id: tom, kind: 'email', value: 'tom@acme.example' });
    await ask('addField', { id: jane, name: 'Shirt', value: 'M' });
    await t.call('today.setRhythm', { ids: [jane, tom], rhythm: { every: 2, unit: 'week' } });
    await t.call('ties.tell', { a: jane, b: tom, note: 'old friends' });
    await t.call('introductions.create', {
      kind: 'ask',
      introducerId: jane,
      secondId: tom,
      state: 'asked',
      goal: 'find work',
    });
    const dossier = await ask('dossier', { id: jane });
    expect(dossier.person.name).toBe('Jane Doe');
    expect(dossier.ties.map(({ to }) => to.name).toSorted()).toEqual(['Ada Me', 'Tom Brown']);
    expect(dossier.introductions).toMatchObject([{ goal: 'find work', state: 'asked' }]);
    expect(Object.keys(dossier.rows).toSorted()).toEqual(
      [
        'contact_point',
        'evidence',
        'introduction',
        'introduction_change',
        'keep_in_touch',
        'person',
        'person_field',
        'tie',
      ].toSorted(),
    );
    expect(dossier.rows['contact_point']).toHaveLength(1);
    expect(dossier.rows['keep_in_touch']).toMatchObject([{ person_id: jane, every: 2 }]);
    expect(JSON.stringify(dossier.rows)).not.toContain('tom@acme.example');
    const tables = new Set(readDataTables(t.book).map(({ name }) => name));
    expect(Object.keys(dossier.rows).filter((name) => !tables.has(name))).toEqual([]);
  });
});
