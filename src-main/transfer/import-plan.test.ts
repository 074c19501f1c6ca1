import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { importFile, importFiles, type Plan } from './testing/import-files.ts';
import { facebook, linkedin, ties } from './testing/made-files.ts';

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const count = (sql: string): number => test.book.value<number>(sql) ?? 0;
describe('a plan', () => {
  it('writes nothing', async () => {
    const before = test.book.value('SELECT total_changes()');
    const plan = await test.call<Plan>('transfer.plan', { files: [facebook('Jane Doe')] });
    expect(plan.files[0]?.people.created).toBe(1);
    expect(test.book.value('SELECT total_changes()')).toBe(before);
    await test.call('transfer.discard', { planId: plan.planId });
    expect(await test.dispatch('transfer.apply', { planId: plan.planId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  it('counts a later file as if the earlier ones were in the book', async () => {
    const report = await importFiles(test, [
      facebook('Jane Doe', 'Tom Brown'),
      ties('Jane Doe,Tom Brown,,0.5,,', 'Tom Brown,Sue Park,,0.4,,'),
      linkedin('Jane,Doe,https://www.linkedin.com/in/jane,,,,'),
    ]);
    expect(report.map(({ people }) => people)).toEqual([
      { created: 2, matched: 0, unsure: 0, unchanged: 0 },
      { created: 1, matched: 0, unsure: 0, unchanged: 2 },
      { created: 0, matched: 0, unsure: 1, unchanged: 0 },
    ]);
  });

  it('still holds after a change that does not touch it', async () => {
    const plan = await test.call<Plan>('transfer.plan', { files: [facebook('Jane Doe')] });
    await test.call('people.create', { name: 'Tom Brown' });
    const report = await test.call('transfer.apply', { planId: plan.planId });
    expect(report).toMatchObject({ files: [{ people: { created: 1 } }] });
  });

  it('is void when the book has changed so that it would do something else', async () => {
    const plan = await test.call<Plan>('transfer.plan', { files: [facebook('Jane Doe')] });
    await test.call('people.create', { name: 'Jane Doe' });
    const before = count('SELECT count(*) FROM person');
    expect(await test.dispatch('transfer.apply', { planId: plan.planId })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    expect(count('SELECT count(*) FROM person')).toBe(before);
  });

  it('shows its rows by category, with who was matched by what', async () => {
    await importFile(test, facebook('Jane Doe'));
    const plan = await test.call<Plan>('transfer.plan', {
      files: [facebook('Jane Doe', 'Tom Brown', '')],
    });
    const rows = (category: string) =>
      test.call('transfer.planRows', { planId: plan.planId, file: 0, category });
    expect(await rows('created')).toMatchObject({ total: 1, rows: [{ name: 'Tom Brown' }] });
    expect(await rows('unchanged')).toMatchObject({
      rows: [{ name: 'Jane Doe', person: { name: 'Jane Doe' }, reason: 'Same entry of the list' }],
    });
    expect(await rows('leftOut')).toMatchObject({ rows: [{ reason: 'A friend without a name.' }] });
  });
});
