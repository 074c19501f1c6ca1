// node bench/import-once.ts BOOK FILE: imports the file as the store does, and prints how long that took.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { Store } from '../src-main/store/store.ts';
import { bookThreadLimits } from '../src-main/store/thread-limits.ts';
import { migrations } from './bench-book.ts';
import { CLOCK } from './write-book.ts';

export interface ImportTimes {
  /** Milliseconds. */
  readonly plan: number;
  readonly apply: number;
  /** The first search afterwards, which finishes the search index. */
  readonly search: number;
  /** Planning the same file when all of it is known. */
  readonly again: number;
  /** Of the file, in megabytes. */
  readonly size: number;
  /** Most memory of the process while it imported beyond what it had before, the file itself left out; megabytes. */
  readonly memory: number;
}

/** In a thread with the limits that the app gives it; what it says is printed. */
if (isMainThread) {
  const options = { argv: process.argv.slice(2), resourceLimits: bookThreadLimits };
  const thread = new Worker(fileURLToPath(import.meta.url), options);
  thread.on('message', (times: ImportTimes) => process.stdout.write(JSON.stringify(times)));
  thread.on('error', (error) => {
    throw error;
  });
} else parentPort?.postMessage(await importOnce());

async function importOnce(): Promise<ImportTimes> {
  const [, , book = '', file = ''] = process.argv;
  const store = new Store({ path: book, migrations, backupFolder: null, readClock: () => CLOCK });
  const call = async <Value>(
    method: string,
    input: unknown,
  ): Promise<{ ms: number; value: Value }> => {
    const start = performance.now();
    const result = await store.dispatch(method, input);
    const ms = performance.now() - start;
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
    return { ms, value: result.value as Value };
  };

  // The page cache of a book that was looked at for a while belongs to the book, not to the import.
  await call('search.find', { text: 'Ann' });
  // and so does the program's own code, which is read and compiled when it is first needed
  await call('transfer.imports', {});
  const bytes = new Uint8Array(readFileSync(file));
  const files = [{ name: path.basename(file), bytes }];
  const before = process.memoryUsage().rss;
  const plan = await call<{ planId: string }>('transfer.plan', { files });
  const apply = await call('transfer.apply', { planId: plan.value.planId });
  const most = process.resourceUsage().maxRSS * 1024;
  const search = await call('search.find', { text: 'Ann' });
  const again = await call('transfer.plan', { files });
  store.close();

  return {
    plan: plan.ms,
    apply: apply.ms,
    search: search.ms,
    again: again.ms,
    size: bytes.length / 1e6,
    memory: (most - before) / 1e6,
  };
}
