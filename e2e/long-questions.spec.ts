import type { Page } from 'playwright/test';
import { expect, test } from './app-fixture.ts';
import { startWithLargeBook } from './written-books.ts';

interface Outcome {
  /** What ended, in that order: a question's number, or 'short'. */
  readonly order: readonly (number | 'short')[];
  readonly shortIsOk: boolean;
  /** Error code of each long question, or 'ok'. */
  readonly codes: readonly string[];
  /** Job ids under which progress was told. */
  readonly told: number;
}

/**
 * Asks one long question after the other, and a short one behind them; when the first of them tells how far it is,
 * all are stopped.
 */
function askAndStop(window: Page): Promise<Outcome> {
  return window.evaluate(async () => {
    interface Answer {
      readonly ok: boolean;
      readonly error?: { readonly code: string };
    }
    interface Bridge {
      invoke(path: string, input: unknown, jobId?: string): Promise<Answer>;
      on(topic: string, callback: (payload: { jobId: string }) => void): () => void;
    }
    const bridge = (globalThis as unknown as { acquaint: Bridge }).acquaint;
    const order: (number | 'short')[] = [];
    const told = new Set<string>();
    const through = Array.from({ length: 1000 }, (_, at) => at + 2);
    const ids = Array.from({ length: 12 }, (_, at) => `job-${at}`);
    const stopAll = (): void => {
      for (const jobId of ids) void bridge.invoke('shell.stopJob', { jobId });
    };
    const end = bridge.on('progress', ({ jobId }) => {
      told.add(jobId);
      if (told.size === 1) stopAll();
    });
    const long = ids.map(async (jobId, at) => {
      const answer = await bridge.invoke('reach.through', { people: through, hops: 3 }, jobId);
      order.push(at);
      return answer.ok ? 'ok' : (answer.error?.code ?? '');
    });
    const short = bridge.invoke('people.get', { id: 1 }).then((answer) => {
      order.push('short');
      return answer.ok;
    });
    const codes = await Promise.all(long);
    const shortIsOk = await short;
    end();
    return { order, shortIsOk, codes, told: told.size };
  });
}

test('long questions let short ones pass, tell how far they are, and stop when asked', async ({
  app,
}) => {
  await startWithLargeBook(app);
  // the ties are read before anything is asked of them: that tells its progress too, and whoever is stopped meanwhile is gone
  await app.call('people.get', { id: 1 });
  const outcome = await askAndStop(app.window);
  expect(outcome.shortIsOk).toBe(true);
  expect(outcome.told).toBeGreaterThan(0);
  // the short one was asked last, behind all of them
  expect(outcome.order.indexOf('short')).toBeLessThan(outcome.order.length - 1);
  // the first may have been over before the stop came; none of those behind it was
  expect(outcome.codes.slice(1)).toEqual(outcome.codes.slice(1).map(() => 'STOPPED'));
  await app.call('people.get', { id: 1 });
});
