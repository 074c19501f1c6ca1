import { describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import { makeJob } from './job.ts';
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
});
