import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { makeJob, type Job } from './job.ts';
import { usualTuning } from './network-service.ts';
import { makeStopFlag } from './relay.ts';

/** The same story in two books: in one every question is long, in the other none. */
let far: TestBook;
let near: TestBook;

beforeEach(async () => {
  far = makeTestBook({ tuning: { ...usualTuning, longAbove: -1 } });
  near = makeTestBook({ tuning: { ...usualTuning, longAbove: Number.POSITIVE_INFINITY } });
  for (const book of [far, near]) {
    await book.call('book.setMe', { name: 'Me Myself' });
    for (const name of ['Ada', 'Bob', 'Cleo', 'Dan', 'Eve']) {
      await book.call('people.create', { name });
    }
    for (const [a, b] of [
      [1, 2],
      [2, 3],
      [3, 4],
      [1, 5],
      [5, 6],
    ] as const) {
      await book.call('ties.tell', { a, b });
    }
  }
});
afterEach(() => {
  far.close();
  near.close();
});

const questions: readonly (readonly [string, object])[] = [
  ['reach.through', { people: [2, 5], hops: 3 }],
  ['reach.through', { people: [2], hops: 1, filter: { withPossible: true, without: [3] } }],
  ['reach.brokers', {}],
  ['reach.brokers', { of: 5 }],
  ['overlap.newAudience', {}],
];

async function expectSame(): Promise<void> {
  for (const [path, input] of questions) {
    const answer = await far.dispatch(path, input);
    expect(answer).toEqual(await near.dispatch(path, input));
    expect(answer.ok).toBe(true);
  }
}

function stoppable(report: (done: number) => void = () => {}): { job: Job; stop: () => void } {
  const flag = makeStopFlag();
  return { job: makeJob(flag, report), stop: () => void Atomics.store(flag, 0, 1) };
}

describe('long questions on another thread', () => {
  it('have the answers they would have here, also after edits, undo and redo', async () => {
    await expectSame();
    const steps: readonly (readonly [string, object])[] = [
      ['ties.tell', { a: 4, b: 6 }],
      ['people.create', { name: 'Finn' }],
      ['ties.tell', { a: 7, b: 6 }],
      ['people.remove', { ids: [3] }],
      ['book.undo', {}],
      ['book.undo', {}],
      ['book.redo', {}],
    ];
    for (const [path, input] of steps) {
      await far.call(path, input);
      await near.call(path, input);
      await expectSame();
    }
  });

  it('let others be answered meanwhile, and see the book as it was when they were asked', async () => {
    const before = await near.call('reach.through', { people: [2], hops: 3 });
    const ended: string[] = [];
    const long = far.call('reach.through', { people: [2], hops: 3 }).then((answer) => {
      ended.push('long');
      return answer;
    });
    await far.call('people.list', {}).then(() => ended.push('short'));
    await far.call('ties.tell', { a: 4, b: 6 }).then(() => ended.push('edit'));
    expect(await long).toEqual(before);
    expect(ended).toEqual(['short', 'edit', 'long']);
    await near.call('ties.tell', { a: 4, b: 6 });
    await expectSame();
  });

  it('tell how far they are, and answer STOPPED when they are stopped', async () => {
    const reports: number[] = [];
    const watched = stoppable((done) => reports.push(done));
    expect(await far.dispatch('reach.brokers', {}, watched.job)).toMatchObject({ ok: true });
    expect(reports).toContain(0);
    const { job, stop } = stoppable();
    const answer = far.dispatch('reach.through', { people: [2, 5], hops: 3 }, job);
    stop();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'STOPPED' } });
    await expectSame();
  });

  it('are told when the book is closed under them', async () => {
    const answer = far.dispatch('reach.brokers', {});
    // the handler is loaded and has asked before anything else gets its turn
    await far.dispatch('people.list', {});
    far.close();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'NO_BOOK' } });
  });
});
