import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Store } from '../src-main/store/store.ts';
import { type BenchBook, migrations } from './bench-book.ts';
import type { Figure } from './lifetime.ts';
import type { Report } from './report.ts';
import { CLOCK } from './write-book.ts';

const deleted = 20_000;

/** Steps on many people at once and their undo, at the store, in a copy of the book of 100,000 people. */
export async function measureBulk(book: BenchBook): Promise<Report> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'acquaint-bench-bulk-'));
  const file = path.join(folder, 'book.acquaint');
  copyFileSync(book.path, file);
  const store = new Store({ path: file, migrations, backupFolder: null, readClock: () => CLOCK });
  const figures: Figure[] = [];
  const call = async <Value>(method: string, input: unknown): Promise<Value> => {
    const result = await store.dispatch(method, input);
    if (!result.ok) throw new Error(`${method} failed: ${result.error.message}`);
    return result.value as Value;
  };
  const time = async <Value>(name: string, method: string, input: unknown): Promise<Value> => {
    process.stderr.write(`  ${name}\n`);
    const begun = performance.now();
    const value = await call<Value>(method, input);
    figures.push({ name, value: performance.now() - begun, unit: 'ms' });
    return value;
  };
  try {
    // the graph, and what else the first question reads, is there before anybody does such things
    await call('people.list', { limit: 100 });
    const { me } = await call<{ me: { id: number } | null }>('book.status', {});
    const ids = (await call<{ ids: number[] }>('people.ids', {})).ids.filter((id) => id !== me?.id);
    figures.push({ name: 'people', value: ids.length, unit: '' });
    const { tag } = await time<{ tag: { id: number } }>('tag everybody', 'people.tag', {
      ids,
      tag: 'everybody',
    });
    await time('undo that', 'book.undo', {});
    await time('redo it', 'book.redo', {});
    await time('take the tag from everybody', 'people.untag', { ids, tagId: tag.id });
    await time('archive everybody', 'people.archive', { ids, isArchived: true });
    await time('undo archiving', 'book.undo', {});
    const some = ids.slice(0, deleted);
    await time(`delete ${deleted} people`, 'people.remove', { ids: some });
    await time('undo deleting', 'book.undo', {});
    await time('redo deleting', 'book.redo', {});
    return { size: 'BULK', gather: null, figures, results: [] };
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}
