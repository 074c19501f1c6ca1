import type { Page } from 'playwright/test';

export interface LongQuestion {
  /** Milliseconds until the answer, or until it was stopped. */
  readonly ms: number;
  /** Milliseconds that each short question took which was asked meanwhile. */
  readonly shortOnes: readonly number[];
  /** Milliseconds from the word to stop until the question said that it had. NaN: not told to, or too late. */
  readonly stopMs: number;
}

/**
 * Asks from within the window how far a message goes in three hops that a thousand people pass on, and short questions
 * one after the other until it is answered. Told to, it stops at the first word of progress.
 */
export function askLongQuestion(
  page: Page,
  options: { readonly stopAtFirstWord: boolean },
): Promise<LongQuestion> {
  return page.evaluate(async ({ stopAtFirstWord }) => {
    interface Bridge {
      invoke(path: string, input: unknown, jobId?: string): Promise<{ readonly ok: boolean }>;
      on(topic: string, callback: (payload: { jobId: string }) => void): () => void;
    }
    const bridge = (globalThis as unknown as { acquaint: Bridge }).acquaint;
    const jobId = `bench-${crypto.randomUUID()}`;
    const people = Array.from({ length: 1000 }, (_, at) => at + 2);
    let toldAt = Number.NaN;
    const end = bridge.on('progress', (payload) => {
      if (!stopAtFirstWord || payload.jobId !== jobId || !Number.isNaN(toldAt)) return;
      toldAt = performance.now();
      void bridge.invoke('shell.stopJob', { jobId });
    });
    const begun = performance.now();
    const long = { isAnswered: false };
    const answer = bridge.invoke('reach.through', { people, hops: 3 }, jobId).then(({ ok }) => {
      long.isAnswered = true;
      return { ok, at: performance.now() };
    });
    const shortOnes: number[] = [];
    while (!long.isAnswered) {
      const asked = performance.now();
      await bridge.invoke('people.get', { id: 2 + shortOnes.length });
      shortOnes.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    end();
    const { ok, at } = await answer;
    return { ms: at - begun, shortOnes, stopMs: ok ? Number.NaN : at - toldAt };
  }, options);
}
