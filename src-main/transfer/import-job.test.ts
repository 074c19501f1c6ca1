import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { makeJob } from '../store/job.ts';
import type { Plan } from './testing/import-files.ts';
import { linkedin } from './testing/made-files.ts';

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const people = Array.from(
  { length: 3000 },
  (_, index) => `P${index},Doe,https://www.linkedin.com/in/p${index},,Acme,Designer,01 Feb 2019`,
);
const file = linkedin(...people);
const rows = (): number[] =>
  ['person', 'tie', 'import', 'import_row', 'account', 'setting'].map(
    (table) => test.book.value<number>(`SELECT count(*) FROM ${table}`) ?? 0,
  );

/** A job that is stopped at its n-th report. */
function stopAt(reports: number, seen: number[]) {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  let time = 0;
  return makeJob(
    flag,
    (done) => {
      seen.push(done);
      if (seen.length === reports) Atomics.store(flag, 0, 1);
    },
    () => {
      time += 1000;
      return time;
    },
  );
}

it('planning and applying tell how far they are, never backwards within one', async () => {
  const planned: number[] = [];
  const plan = await test.dispatch('transfer.plan', { files: [file] }, stopAt(0, planned));
  expect(planned.length).toBeGreaterThan(10);
  expect(planned.toSorted((a, b) => a - b)).toEqual(planned);
  const applied: number[] = [];
  const { planId } = (plan as { value: Plan }).value;
  await test.dispatch('transfer.apply', { planId }, stopAt(0, applied));
  expect(applied.length).toBeGreaterThan(10);
  expect(applied.toSorted((a, b) => a - b)).toEqual(applied);
});

it('stopped in the middle, applying leaves no row, and the files can be chosen again', async () => {
  const before = rows();
  const plan = await test.call<Plan>('transfer.plan', { files: [file] });
  const result = await test.dispatch('transfer.apply', { planId: plan.planId }, stopAt(9, []));
  expect(result).toMatchObject({ ok: false, error: { code: 'STOPPED' } });
  expect(rows()).toEqual(before);
  const again = await test.call<Plan>('transfer.plan', { files: [file] });
  await test.call('transfer.apply', { planId: again.planId });
  expect(rows()[0]).toBe((before[0] ?? 0) + 3000);
});

it('stopped in the middle, planning leaves no plan', async () => {
  const result = await test.dispatch('transfer.plan', { files: [file] }, stopAt(5, []));
  expect(result).toMatchObject({ ok: false, error: { code: 'STOPPED' } });
});
