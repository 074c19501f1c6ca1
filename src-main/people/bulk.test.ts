import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import { exportBytes } from '../transfer/testing/export-bytes.ts';

let test: TestBook;
let me: number;
let ids: number[];

const create = async (name: string): Promise<PersonId> =>
  (await test.call<{ person: { id: PersonId } }>('people.create', { name })).person.id;
const listed = async (filter: object = {}): Promise<string[]> =>
  (await test.call<{ rows: { name: string }[] }>('people.list', { filter, limit: 100 })).rows.map(
    ({ name }) => name,
  );

beforeEach(async () => {
  test = makeTestBook();
  me = (await test.call<{ me: { id: number } }>('book.setMe', { name: 'Mara Me' })).me.id;
  ids = [await create('Ann Lee'), await create('Bo Ray'), await create('Cy Hall')];
});
afterEach(() => test.close());

describe('archiving many people', () => {
  it('takes them out of the list until they are taken back, one step each', async () => {
    expect(await test.call('people.archive', { ids: ids.slice(0, 2), isArchived: true })).toEqual({
      changed: 2,
    });
    expect(await listed()).toEqual(['Cy Hall', 'Mara Me']);
    expect(await listed({ isArchived: true })).toEqual(['Ann Lee', 'Bo Ray']);
    expect(await test.call('people.archive', { ids, isArchived: true })).toEqual({ changed: 1 });
    await test.call('people.archive', { ids, isArchived: false });
    await test.call('book.undo');
    await test.call('book.undo');
    expect(await listed()).toEqual(['Cy Hall', 'Mara Me']);
  });

  it('never takes me', async () => {
    const answer = await test.dispatch('people.archive', { ids: [me], isArchived: true });
    expect(answer).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await listed()).toContain('Mara Me');
  });
});

describe('adding many people to an event', () => {
  it('notes that they were there, passes over those noted before, and infers who may know whom', async () => {
    const { event } = await test.call<{ event: { id: number } }>('events.create', {
      title: 'Fair',
      heldOn: '2026-06-01',
    });
    await test.call('events.setAttendance', { id: event.id, personId: ids[0], haveMet: true });
    const added = await test.call('people.addToEvent', { ids, eventId: event.id });
    expect(added).toMatchObject({ changed: 2, event: { title: 'Fair' } });
    const { attendees } = await test.call<{ attendees: { haveMet: boolean }[] }>('events.get', {
      id: event.id,
    });
    expect(attendees.filter(({ haveMet }) => haveMet)).toHaveLength(1);
    expect(attendees).toHaveLength(3);
    const pairs = "SELECT count(*) FROM evidence WHERE kind = 'co_attendance'";
    expect(test.book.value(pairs)).toBe(3);
    await test.call('book.undo');
    expect(test.book.value(pairs)).toBe(0);
    expect(test.book.value('SELECT count(*) FROM attendance')).toBe(1);
  });

  it('says so when the event is gone', async () => {
    expect(await test.dispatch('people.addToEvent', { ids, eventId: 99 })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('exporting some people', () => {
  it('writes those alone, in the order given', async () => {
    const people = [ids[2], ids[0]];
    const text = new TextDecoder().decode(await exportBytes(test, 'csv', people));
    expect(text.indexOf('Cy')).toBeGreaterThan(0);
    expect(text.indexOf('Ann')).toBeGreaterThan(text.indexOf('Cy'));
    expect(text).not.toContain('Bo');
  });

  it('is refused for a form that only a whole book has', async () => {
    expect(
      await test.dispatch('files.export', { as: 'json', people: ids, path: '/nowhere/x' }),
    ).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });
});
