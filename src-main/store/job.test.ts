import { describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import { AppError } from '../contract/result.ts';
import { type Job, makeJob } from './job.ts';
import { makeStopFlag } from './relay.ts';

function setUp() {
  const flag = makeStopFlag();
  const reports: [number, string | null][] = [];
  let time = 0;
  const job = makeJob(
    flag,
    (done, label) => reports.push([done, label]),
    () => time,
  );
  return { flag, job, reports, pass: (milliseconds: number) => (time += milliseconds) };
}

describe('a job', () => {
  it('reports the first checkpoint, each new part, and otherwise only now and then', () => {
    const { job, pass, reports } = setUp();
    for (let at = 0; at < 1000; at += 1) {
      job.checkpoint(at / 1000);
      pass(1);
    }
    expect(reports.length).toBeGreaterThan(5);
    expect(reports.length).toBeLessThan(20);
    job.checkpoint(0.5, 'Reading');
    job.checkpoint(0.6, 'Reading');
    job.checkpoint(2, 'Writing');
    expect(reports.slice(-2)).toEqual([
      [0.5, 'Reading'],
      [1, 'Writing'],
    ]);
  });

  it('throws STOPPED at the first checkpoint after it was stopped', () => {
    const { flag, job } = setUp();
    job.checkpoint(0.1);
    Atomics.store(flag, 0, 1);
    expect(() => job.checkpoint(0.2)).toThrow(expect.objectContaining({ code: 'STOPPED' }));
  });
});

describe('a call with a job', () => {
  it('that is stopped answers STOPPED', async () => {
    const test = makeTestBook();
    const { flag, job } = setUp();
    await test.call('book.setMe', { name: 'Sam' });
    Atomics.store(flag, 0, 1);
    expect(await test.dispatch('overlap.newAudience', {}, job)).toMatchObject({
      ok: false,
      error: { code: 'STOPPED' },
    });
    test.close();
  });

  it.each(['people.remove', 'book.undo', 'book.redo'])(
    'of %s tells how far it is, and stopped leaves everything as it was',
    async (path) => {
      const test = makeTestBook();
      const { person } = await test.call<{ person: { id: number } }>('people.create', {
        name: 'Jane Doe',
        email: 'jane@acme.example',
      });
      const input = path === 'people.remove' ? { ids: [person.id] } : {};
      if (path !== 'people.remove') await test.call('people.remove', { ids: [person.id] });
      if (path === 'book.redo') await test.call('book.undo');
      const picture = (): unknown => [
        test.book.all('SELECT id, display_name FROM person ORDER BY id'),
        test.book.all("SELECT rowid FROM person_words WHERE person_words MATCH 'jane'"),
        test.book.all('SELECT label, is_undone FROM change_step ORDER BY id'),
      ];
      const before = picture();
      const said: number[] = [];
      const watched = (stopAt: number): Job => ({
        stopFlag: null,
        checkpoint(done) {
          said.push(done);
          if (done >= stopAt) throw new AppError('STOPPED', 'Stopped.');
        },
      });
      expect(await test.dispatch(path, input, watched(0.5))).toMatchObject({
        error: { code: 'STOPPED' },
      });
      expect(picture()).toEqual(before);
      said.length = 0;
      expect(await test.dispatch(path, input, watched(2))).toMatchObject({ ok: true });
      expect(picture()).not.toEqual(before);
      expect(said.length).toBeGreaterThan(1);
      expect(said).toEqual(said.toSorted((a, b) => a - b));
      expect(Math.max(...said)).toBeLessThanOrEqual(1);
      test.close();
    },
  );
});
