import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { makeJob } from './job.ts';
import { loadGraph } from './load-graph.ts';
import { usualTuning } from './network-service.ts';
import { makeStopFlag } from './relay.ts';
import { listPeople, listTies, someStep, takeStep } from './testing/network-steps.ts';

let book: TestBook;
const days = ['2026-06-15', '2026-06-16'];
/** Every graph is loaded step by step, with a turn for others after each step. */
const alone = { ...usualTuning, largeAbove: 0, sliceTime: 0 };

afterEach(() => book.close());

/** Another day needs another graph, so that the next question has it loaded. */
async function turnThePage(): Promise<string> {
  const [from = '', to = ''] = days;
  days.splice(0, 2, to, from);
  book.setToday(to);
  // others have had their turn: nothing is left of the loading for the day before
  await setImmediate();
  return to;
}

describe.each([
  { by: 'one thread', tuning: alone, numRuns: 200 },
  { by: 'two threads', tuning: { ...alone, helpedAbove: -1 }, numRuns: 10 },
])('a large graph that is loaded between other calls by $by', ({ numRuns, tuning }) => {
  beforeEach(async () => {
    book = makeTestBook({ today: days[0] ?? '', tuning });
    await book.call('book.setMe', { name: 'Me Myself' });
  });

  it('is that of the book as it is in the end, whatever is changed, undone and redone meanwhile', async () => {
    const waits = fc.nat(3);
    const edits = fc.array(fc.tuple(waits, someStep), { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(someStep, { maxLength: 10 }), edits, async (before, meanwhile) => {
        for (const step of before) await takeStep(book, step);
        const today = await turnThePage();
        const loading = book.graph();
        for (const [turns, step] of meanwhile) {
          for (let turn = 0; turn < turns; turn += 1) await setImmediate();
          await takeStep(book, step);
        }
        const kept = await loading;
        const fresh = loadGraph(book.book, today);
        expect(listTies(kept)).toEqual(listTies(fresh));
        expect(listPeople(kept)).toEqual(listPeople(fresh));
      }),
      { numRuns },
    );
  }, 120_000);

  it('begins again when more is changed meanwhile than is worth following', async () => {
    const ids = Array.from({ length: 2000 }, (_, at) => at + 10);
    for (const id of ids) {
      book.book.run(
        `INSERT INTO person (id, display_name, folded_name, created_at) VALUES (@id, 'P', 'p', '2026-01-01')`,
        { id },
      );
      book.book.run('INSERT INTO tie (id, low_person_id, high_person_id) VALUES (@id, 1, @id)', {
        id,
      });
      book.book.run(`INSERT INTO evidence (tie_id, kind) VALUES (@id, 'told')`, { id });
    }
    const today = await turnThePage();
    const loading = book.graph();
    await setImmediate();
    await book.call('people.remove', { ids: ids.slice(5) });
    const kept = listTies(await loading);
    expect(kept).toHaveLength(5);
    expect(kept).toEqual(listTies(loadGraph(book.book, today)));
  });

  it('answers other calls meanwhile, and the call that needs it once it is there', async () => {
    await takeStep(book, { do: 'create' });
    await turnThePage();
    const order: string[] = [];
    const needs = book.dispatch('overlap.newAudience').then((result) => {
      order.push('needs the graph');
      return result;
    });
    const needsNot = book.dispatch('people.create', { name: 'New One' }).then(() => {
      order.push('needs it not');
    });
    await Promise.all([needs, needsNot]);
    expect(order).toEqual(['needs it not', 'needs the graph']);
  });

  it('lets a call go that is stopped, and loads on for the next', async () => {
    await turnThePage();
    const flag = makeStopFlag();
    Atomics.store(flag, 0, 1);
    const stopped = await book.dispatch(
      'overlap.newAudience',
      {},
      makeJob(flag, () => {}),
    );
    expect(stopped).toMatchObject({ ok: false, error: { code: 'STOPPED' } });
    expect((await book.graph()).people()).toEqual([1]);
  });

  it('tells a call that waits when the book is closed, and reads no more of it', async () => {
    await turnThePage();
    const settled = Promise.allSettled([book.graph()]);
    book.close();
    book = makeTestBook();
    expect(await settled).toMatchObject([{ status: 'rejected', reason: { code: 'NO_BOOK' } }]);
  });
});
