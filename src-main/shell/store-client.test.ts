import { describe, expect, it } from 'vitest';
import { changedTopics, type ChangedTopic } from '../contract/book.ts';
import type { JobProgress } from '../contract/jobs.ts';
import type { FromStore, ToStore } from '../store/messages.ts';
import { StoreClient } from './store-client.ts';

const opening: ToStore = { kind: 'open', path: '/book', migrationsFolder: '/migrations' };

/** A store process of which the test says what it does. */
class FakeProcess {
  readonly received: ToStore[] = [];
  isKilled = false;
  readonly answer: (message: FromStore) => void;
  readonly end: () => void;

  constructor(answer: (message: FromStore) => void, end: () => void) {
    this.answer = answer;
    this.end = end;
  }
  send(message: ToStore): void {
    this.received.push(message);
  }
  kill(): void {
    this.isKilled = true;
    this.end();
  }
}

function setUp() {
  const processes: FakeProcess[] = [];
  const changed: (readonly ChangedTopic[])[] = [];
  const progress: JobProgress[] = [];
  const troubles: string[] = [];
  let now = 0;
  const client = new StoreClient({
    opening,
    start(onMessage, onExit) {
      const process = new FakeProcess(onMessage, onExit);
      processes.push(process);
      return process;
    },
    onChanged: (topics) => changed.push(topics),
    onProgress: (told) => progress.push(told),
    onTrouble: (event) => troubles.push(event.kind),
    now: () => now,
  });
  const last = (): FakeProcess => processes.at(-1) as FakeProcess;
  return {
    client,
    processes,
    changed,
    progress,
    troubles,
    last,
    pass: (time: number) => (now += time),
  };
}

describe('the client of the store process', () => {
  it('opens the book first, then passes calls on and gives each its answer', async () => {
    const { client, last } = setUp();
    const first = client.invoke('people.get', { id: 1 });
    const second = client.invoke('people.get', { id: 2 });
    expect(last().received).toEqual([
      opening,
      { kind: 'call', id: 1, path: 'people.get', input: { id: 1 } },
      { kind: 'call', id: 2, path: 'people.get', input: { id: 2 } },
    ]);
    last().answer({ kind: 'answer', id: 2, result: { ok: true, value: 'b' } });
    last().answer({ kind: 'answer', id: 1, result: { ok: true, value: 'a' } });
    expect([await first, await second]).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
    ]);
  });

  it('answers what waits when the process ends, starts it again and has windows fetch all anew', async () => {
    const { changed, client, last, processes, troubles } = setUp();
    const waiting = client.invoke('people.list', {});
    last().end();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'STORE_DOWN' } });
    expect(processes).toHaveLength(2);
    expect(last().received).toEqual([opening]);
    expect(troubles).toEqual(['store-end']);
    expect(changed).toEqual([changedTopics]);
    const next = client.invoke('people.list', {});
    last().answer({ kind: 'answer', id: 2, result: { ok: true, value: [] } });
    expect(await next).toEqual({ ok: true, value: [] });
  });

  it('does not start a process over and over that ends at once; the next call tries again', async () => {
    const { client, last, pass, processes } = setUp();
    for (let at = 0; at < 4; at += 1) last().end();
    expect(processes).toHaveLength(4);
    void client.invoke('people.list', {});
    expect(processes).toHaveLength(5);
    pass(20_000);
    last().end();
    expect(processes).toHaveLength(6);
  });

  it('gives a job its id, tells how far it is, and passes on that it should stop', () => {
    const { client, last, progress } = setUp();
    void client.invoke('overlap.newAudience', {}, 'job-1');
    last().answer({ kind: 'progress', progress: { jobId: 'job-1', done: 0.5, label: null } });
    client.stopJob('job-1');
    expect(last().received.slice(1)).toEqual([
      { kind: 'call', id: 1, path: 'overlap.newAudience', input: {}, jobId: 'job-1' },
      { kind: 'stop', jobId: 'job-1' },
    ]);
    expect(progress).toEqual([{ jobId: 'job-1', done: 0.5, label: null }]);
  });

  it('opens another book when asked to, after the first has been closed', async () => {
    const { changed, client, last, processes } = setUp();
    const other: ToStore = { kind: 'open', path: '/other', migrationsFolder: '/migrations' };
    client.reopen(other);
    expect(last().received).toEqual([opening, { kind: 'close' }]);
    last().answer({ kind: 'closed' });
    expect(processes).toHaveLength(2);
    expect(last().received).toEqual([other]);
    expect(changed).toEqual([changedTopics]);
    const answer = client.invoke('people.list', {});
    last().answer({ kind: 'answer', id: 1, result: { ok: true, value: [] } });
    expect(await answer).toEqual({ ok: true, value: [] });
  });

  it('passes on what changed', () => {
    const { changed, last } = setUp();
    last().answer({ kind: 'changed', topics: ['people'] });
    expect(changed).toEqual([['people']]);
  });

  it('lets the store close its book before it ends, and does not start it again', async () => {
    const { client, last, processes } = setUp();
    const closed = client.close();
    expect(last().received.at(-1)).toEqual({ kind: 'close' });
    last().answer({ kind: 'closed' });
    await closed;
    expect(last().isKilled).toBe(true);
    expect(processes).toHaveLength(1);
    expect(await client.invoke('people.list', {})).toMatchObject({ error: { code: 'STORE_DOWN' } });
  });
});
