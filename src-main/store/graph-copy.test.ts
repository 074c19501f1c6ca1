import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NetworkNotReady } from '../book/network.ts';
import { readGraphToken } from '../book/graph-token.ts';
import { writeBackup } from '../book/backup.ts';
import { restoreBook } from '../book/restore.ts';
import { makeTestBook, repositoryMigrations, type TestBook } from '../book/testing/make-book.ts';
import type { CompactGraph } from '../graph/index.ts';
import { GraphCopy } from './graph-copy.ts';
import { unwatchedJob } from './job.ts';
import { loadGraph } from './load-graph.ts';
import { usualTuning } from './network-service.ts';
import { openSession } from './session.ts';

const today = '2026-06-15';
const tuning = { ...usualTuning, largeAbove: 0 };
const clock = { today, now: `${today}T12:00:00.000Z` };
let book: TestBook;
let copy: string;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-copy-'));
  book = await makeBook();
  copy = `${book.path}.graph`;
});
afterEach(() => {
  book.close();
  rmSync(folder, { recursive: true });
});

/** A book on disk with a few ties, some of which fade; every graph counts as large. */
async function makeBook(): Promise<TestBook> {
  const made = makeTestBook({ today, onDisk: true, tuning });
  await made.call('book.setMe', { name: 'Me Myself' });
  const { event } = await made.call<{ event: { id: number } }>('events.create', {
    title: 'Brews',
    heldOn: '2024-06-15',
  });
  for (const text of ['Jane Doe, Acme', 'Tom Brown knows Jane Doe', 'Ann Lee']) {
    await made.call('events.logLine', { id: event.id, text });
  }
  return made;
}

/** All that a graph says. */
function describeGraph(graph: CompactGraph): string[] {
  const people = graph.people().toSorted((a, b) => a - b);
  return people.flatMap((a) => [
    `${a} ${graph.isDoNotAsk(a)}`,
    ...people.map((b) => `${a}-${b} ${JSON.stringify(graph.tie(a, b))}`),
  ]);
}

/** The answer must be that of a load from the tables, whatever lies beside the book. */
async function expectRight(of: TestBook = book, day = today): Promise<void> {
  const kept = describeGraph(await of.graph());
  expect(kept).toEqual(describeGraph(loadGraph(of.book, day)));
  expect(kept.length).toBeGreaterThan(4);
}

/** Loads the graph and closes the book, by which the copy is written; then opens it again. */
async function writeCopy(): Promise<void> {
  await book.graph();
  book.reopen();
}

/** Whether the book would take the copy that lies beside it as far as the book is concerned. */
const isVouchedFor = (): boolean => readGraphToken(book.book) !== null && existsSync(copy);

describe('the packed copy of the graph', () => {
  it('is written at closing and read at opening, instead of the tables', async () => {
    expect(existsSync(copy)).toBe(false);
    await writeCopy();
    expect(isVouchedFor()).toBe(true);
    // behind the back of the triggers, so that only the copy can still know of the ties
    book.opened.sqlite.exec('DROP TRIGGER graph_delete_evidence; DROP TRIGGER graph_delete_tie');
    const before = describeGraph(loadGraph(book.book, today));
    book.opened.sqlite.exec('DELETE FROM evidence; DELETE FROM tie');
    expect(describeGraph(await book.graph())).toEqual(before);
  });

  it('is not used, and deleted, once anything has changed, been undone and done again', async () => {
    await writeCopy();
    await book.graph();
    await book.call('people.create', { name: 'New One' });
    expect(isVouchedFor()).toBe(false);
    await expectRight();
    await writeCopy();
    expect(isVouchedFor()).toBe(true);
    await book.call('book.undo');
    expect(isVouchedFor()).toBe(false);
    await expectRight();
    await writeCopy();
    await book.call('book.redo');
    await expectRight();
  });

  it('is not used after a write that no command made', async () => {
    await writeCopy();
    book.book.run('UPDATE tie SET rating = 5');
    expect(readGraphToken(book.book)).toBeNull();
    await expectRight();
  });

  it('is not used the next day, when what fades has faded', async () => {
    await writeCopy();
    book.setToday('2027-06-15');
    await expectRight(book, '2027-06-15');
    book.reopen();
    await expectRight(book, '2027-06-15');
  });

  it('of another book that was moved to the path is not used', async () => {
    await writeCopy();
    const other = await makeBook();
    await other.call('ties.tell', { a: 2, b: 4 });
    await other.graph();
    other.reopen();
    copyFileSync(copy, `${other.path}.graph`);
    await expectRight(other);
    other.close();
  });

  it('is not used for a book put back from a backup, which made another copy since', async () => {
    await writeCopy();
    const backup = join(folder, 'backup.acquaint');
    writeBackup(book.opened.sqlite, backup);
    await book.call('ties.tell', { a: 2, b: 4 });
    await writeCopy();
    const later = readFileSync(copy);
    const restored = join(folder, 'restored.acquaint');
    restoreBook(backup, { path: restored, migrations: repositoryMigrations(), clock });
    writeFileSync(`${restored}.graph`, later);
    const session = openSession({
      kind: 'own',
      path: restored,
      migrations: repositoryMigrations(),
      clock,
      backupFolder: null,
      key: null,
      onDefect() {},
      tuning,
    });
    const network = session.network(clock);
    await network.prepare(unwatchedJob);
    const kept = network.forCall(unwatchedJob).graph();
    expect(describeGraph(kept)).toEqual(describeGraph(loadGraph(session.book.reader, today)));
    session.close();
  });

  it('is deleted when a backup takes the place of the book', async () => {
    await writeCopy();
    const backup = join(folder, 'backup.acquaint');
    writeBackup(book.opened.sqlite, backup);
    const restored = join(folder, 'restored.acquaint');
    writeFileSync(`${restored}.graph`, 'of the book before');
    restoreBook(backup, { path: restored, migrations: repositoryMigrations(), clock });
    expect(existsSync(`${restored}.graph`)).toBe(false);
  });

  it('with any bit changed, or cut short anywhere, is not used', async () => {
    await writeCopy();
    const whole = readFileSync(copy);
    const read = (): Promise<CompactGraph | null> => new GraphCopy(book.opened, today).read();
    expect((await read())?.tieCount).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length * 8 - 1), fc.boolean(), async (at, isCut) => {
        const damaged = Buffer.from(whole);
        damaged[at >>> 3] = (damaged[at >>> 3] ?? 0) ^ (1 << (at & 7));
        writeFileSync(copy, isCut ? whole.subarray(0, at >>> 3) : damaged);
        expect(await read()).toBeNull();
      }),
      { numRuns: 500 },
    );
    await expectRight();
  });

  it('that cannot be written is done without', async () => {
    await book.graph();
    // a folder in its place, which stops root too
    mkdirSync(`${copy}.part`);
    book.reopen();
    await expectRight();
  });

  it('is not loaded inside a transaction, which others would wait for', () => {
    book.reopen();
    const attempt = book.opened.sqlite.transaction(() => book.context().network.graph());
    expect(attempt).toThrow(NetworkNotReady);
  });

  it('stays away from small books', async () => {
    const small = makeTestBook({ today, onDisk: true });
    await small.call('book.setMe', { name: 'Me' });
    await small.graph();
    const { path } = small;
    small.reopen();
    expect(existsSync(`${path}.graph`)).toBe(false);
    small.close();
  });
});
