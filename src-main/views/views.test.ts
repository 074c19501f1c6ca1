import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';

type Views = OutputOf<StoreContract['views']['list']>;
const sort = { by: 'name', direction: 'ascending' } as const;
let test: TestBook;

const list = () => test.call<Views>('views.list');
const names = async () => (await list()).map(({ name }) => name);
const save = (name: string, filter: object = {}) =>
  test.call<{ id: number }>('views.save', { name, question: { filter, sort } });

beforeEach(() => {
  test = makeTestBook();
});
afterEach(() => test.close());

describe('a saved view', () => {
  it('asks what was saved, with what a filter leaves out filled in', async () => {
    await save('No e-mail', { hasEmail: false });
    const [view] = await list();
    expect(view?.name).toBe('No e-mail');
    expect(view?.question.filter).toMatchObject({ hasEmail: false, isArchived: false });
    expect(view?.question.sort).toEqual(sort);
  });

  it('can be renamed, changed, moved and deleted, each a step of undo', async () => {
    const { id: a } = await save('A');
    const { id: b } = await save('B');
    await test.call('views.update', { id: a, name: 'Alpha' });
    await test.call('views.update', { id: a, question: { filter: { hasPhone: true }, sort } });
    expect((await list())[0]).toMatchObject({
      name: 'Alpha',
      question: { filter: { hasPhone: true } },
    });
    await test.call('views.reorder', { ids: [b, a] });
    expect(await names()).toEqual(['B', 'Alpha']);
    await test.call('views.remove', { id: b });
    expect(await names()).toEqual(['Alpha']);
    await test.call('book.undo');
    await test.call('book.undo');
    expect(await names()).toEqual(['Alpha', 'B']);
    await test.call('book.undo');
    await test.call('book.undo');
    expect((await list())[0]).toMatchObject({
      name: 'A',
      question: { filter: { isArchived: false } },
    });
  });

  it('keeps its name for itself, whatever the case', async () => {
    const { id } = await save('Fading');
    expect(
      await test.dispatch('views.save', { name: 'fading', question: { filter: {}, sort } }),
    ).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    await test.call('views.update', { id, name: 'FADING' });
    expect(await names()).toEqual(['FADING']);
  });

  it('that this version does not understand is not offered, and not lost', async () => {
    await save('Plain');
    test.book.run(
      `INSERT INTO saved_view (name, folded_name, position, question)
       VALUES ('Later', 'later', 2, '{"filter":{"isLeftHanded":true},"sort":{"by":"name","direction":"ascending"}}')`,
    );
    expect(await names()).toEqual(['Plain']);
    expect(test.book.value('SELECT count(*) FROM saved_view')).toBe(2);
  });

  it('that is gone cannot be changed', async () => {
    expect(await test.dispatch('views.update', { id: 7, name: 'x' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});
