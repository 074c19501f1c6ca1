import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChangedTopic } from '../../contract/book.ts';
import type { Result } from '../../contract/result.ts';
import type { CompactGraph } from '../../graph/index.ts';
import { unwatchedJob, type Job } from '../../store/job.ts';
import type { NetworkTuning } from '../../store/network-service.ts';
import { Store } from '../../store/store.ts';
import type { WritableBook } from '../access.ts';
import type { Clock, CommandContext } from '../context.ts';
import { readMigrations, type Migration } from '../migration-files.ts';
import type { Book } from '../open-book.ts';

const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** The repository's migrations. */
export function repositoryMigrations(): Migration[] {
  return readMigrations(migrationsFolder);
}

export interface TestBook {
  /** Reads and writes at will, without a step of undo. */
  readonly book: WritableBook;
  /** The open book itself: its log, its connection. */
  readonly opened: Book;
  readonly path: string;
  /** What a handler is given; for calling handlers directly, outside of any transaction. */
  context(): CommandContext;
  /** The graph, loaded if need be. */
  graph(): Promise<CompactGraph>;
  /** Calls a method as a window would: parsed, in a transaction, as a Result. Answers are held against the contract. */
  dispatch(path: string, input?: unknown, job?: Job): Promise<Result<unknown>>;
  /** As `dispatch`, but gives the value and throws the error's sentence. */
  call<Value>(path: string, input?: unknown): Promise<Value>;
  /** Another day: strengths fade, follow-ups fall due. */
  setToday(today: string): void;
  /** Topics told to windows so far. */
  readonly changed: ChangedTopic[][];
  /** Closes and opens again (only of a book on disk). */
  reopen(): void;
  /** Closes the book and deletes its folder. */
  close(): void;
}

export interface TestBookOptions {
  /** 'YYYY-MM-DD'; the moment is its noon in UTC. */
  readonly today?: string;
  /** When the graph is large; otherwise as usual. */
  readonly tuning?: NetworkTuning;
  /** On disk in a folder of its own; otherwise in memory. */
  readonly onDisk?: boolean;
}

/** A new empty book for a test, with the repository's migrations and a clock that stands still. */
export function makeTestBook(options: TestBookOptions = {}): TestBook {
  let today = options.today ?? '2026-06-15';
  const folder = options.onDisk === true ? mkdtempSync(join(tmpdir(), 'acquaint-test-')) : null;
  const path = folder === null ? ':memory:' : join(folder, 'book.acquaint');
  const changed: ChangedTopic[][] = [];
  const defects: unknown[] = [];
  const readClock = (): Clock => ({ now: `${today}T12:00:00.000Z`, today });
  const open = () =>
    new Store({
      path,
      migrations: repositoryMigrations(),
      backupFolder: folder === null ? null : join(folder, 'backups'),
      readClock,
      onChanged: (topics) => changed.push([...topics]),
      onDefect: (error) => defects.push(error),
      checksOutput: true,
      keyCost: 4,
      ...(options.tuning === undefined ? {} : { tuning: options.tuning }),
    });
  let store = open();
  return {
    path,
    changed,
    get book() {
      return store.session().book.writer;
    },
    get opened() {
      return store.session().book;
    },
    context() {
      const session = store.session();
      const clock = readClock();
      const network = session.network(clock).forCall(unwatchedJob);
      return { book: session.book.writer, clock, network, nameStep() {}, checkpoint() {} };
    },
    async graph() {
      const network = store.session().network(readClock());
      await network.prepare(unwatchedJob);
      return network.forCall(unwatchedJob).graph();
    },
    dispatch: (method, input = {}, job) => store.dispatch(method, input, job),
    async call<Value>(method: string, input: unknown = {}) {
      const result = await store.dispatch(method, input);
      if (result.ok) return result.value as Value;
      throw new Error(`${result.error.code}: ${result.error.message}`, { cause: defects.at(-1) });
    },
    setToday(day) {
      today = day;
    },
    reopen() {
      store.close();
      store = open();
    },
    close() {
      store.close();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
