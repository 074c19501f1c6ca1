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
const tuning = { ...usualTuning, copyAbove: 0 };
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
function expectRight(of: TestBook = book, day = today): void {
  const kept = describeGraph(of.context().network.graph());
  expect(kept).toEqual(describeGraph(loadGraph(of.book, day)));
  expect(kept.length).toBeGreaterThan(4);
}

/** Loads the graph and closes the book, by which the copy is written; then opens it again. */
function writeCopy(): void {
  book.context().network.graph();
  book.reopen();
}

/** Whether the book would take the copy that lies beside it as far as the book is concerned. */
const isVouchedFor = (): boolean => readGraphToken(book.book) !== null && existsSync(copy);

describe('the packed copy of the graph', () => {
  it('is written at closing and read at opening, instead of the tables', () => {
    expect(existsSync(copy)).toBe(false);
    writeCopy();
    expect(isVouchedFor()).toBe(true);
    // behind the back of the triggers, so that only the copy can still know of the ties
    book.opened.sqlite.exec('DROP TRIGGER graph_delete_evidence; DROP TRIGGER graph_delete_tie');
    const before = describeGraph(loadGraph(book.book, today));
    book.opened.sqlite.exec('DELETE FROM evidence; DELETE FROM tie');
    expect(describeGraph(book.context().network.graph())).toEqual(before);
  });

  it('is not used, and deleted, once anything has changed, been undone and done again', async () => {
    writeCopy();
    book.context().network.graph();
    await book.call('people.create', { name: 'New One' });
    expect(isVouchedFor()).toBe(false);
    expectRight();
    writeCopy();
    expect(isVouchedFor()).toBe(true);
    await book.call('book.undo');
    expect(isVouchedFor()).toBe(false);
    expectRight();
    writeCopy();
    await book.call('book.redo');
    expectRight();
  });

  it('is not used after a write that no command made', () => {
    writeCopy();
    book.book.run('UPDATE tie SET rating = 5');
    expect(readGraphToken(book.book)).toBeNull();
    expectRight();
  });

  it('is not used the next day, when what fades has faded', () => {
    writeCopy();
    book.setToday('2027-06-15');
    expectRight(book, '2027-06-15');
    book.reopen();
    expectRight(book, '2027-06-15');
  });

  it('of another book that was moved to the path is not used', async () => {
    writeCopy();
    const other = await makeBook();
    await other.call('ties.tell', { a: 2, b: 4 });
    other.context().network.graph();
    other.reopen();
    copyFileSync(copy, `${other.path}.graph`);
    expectRight(other);
    other.close();
  });

  it('is not used for a book put back from a backup, which made another copy since', async () => {
    writeCopy();
    const backup = join(folder, 'backup.acquaint');
    writeBackup(book.opened.sqlite, backup);
    await book.call('ties.tell', { a: 2, b: 4 });
    writeCopy();
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
    const kept = session.network(clock).forCall(unwatchedJob).graph();
    expect(describeGraph(kept)).toEqual(describeGraph(loadGraph(session.book.reader, today)));
    session.close();
  });

  it('is deleted when a backup takes the place of the book', () => {
    writeCopy();
    const backup = join(folder, 'backup.acquaint');
    writeBackup(book.opened.sqlite, backup);
    const restored = join(folder, 'restored.acquaint');
    writeFileSync(`${restored}.graph`, 'of the book before');
    restoreBook(backup, { path: restored, migrations: repositoryMigrations(), clock });
    expect(existsSync(`${restored}.graph`)).toBe(false);
  });

  it('with any bit changed, or cut short anywhere, is not used', () => {
    writeCopy();
    const whole = readFileSync(copy);
    const read = (): CompactGraph | null => new GraphCopy(book.opened, today).read();
    expect(read()?.tieCount).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.nat(whole.length * 8 - 1), fc.boolean(), (at, isCut) => {
        const damaged = Buffer.from(whole);
        damaged[at >>> 3] = (damaged[at >>> 3] ?? 0) ^ (1 << (at & 7));
        writeFileSync(copy, isCut ? whole.subarray(0, at >>> 3) : damaged);
        expect(read()).toBeNull();
      }),
      { numRuns: 500 },
    );
    expectRight();
  });

  it('that cannot be written is done without', () => {
    book.context().network.graph();
    // a folder in its place, which stops root too
    mkdirSync(`${copy}.part`);
    book.reopen();
    expectRight();
  });

  it('is never made of what a command saw before it was rolled back', () => {
    const { opened } = book;
    const attempt = opened.sqlite.transaction(() => {
      opened.writer.run('UPDATE tie SET rating = 5');
      book.context().network.graph();
      throw new Error('rolled back');
    });
    expect(attempt).toThrow('rolled back');
    expectRight();
    book.reopen();
    expectRight();
  });

  it('stays away from small books', async () => {
    const small = makeTestBook({ today, onDisk: true });
    await small.call('book.setMe', { name: 'Me' });
    small.context().network.graph();
    const { path } = small;
    small.reopen();
    expect(existsSync(`${path}.graph`)).toBe(false);
    small.close();
  });
});
