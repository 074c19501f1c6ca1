import type { ReadableBook } from '../src-main/book/access.ts';
import type { Clock } from '../src-main/book/context.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { Store } from '../src-main/store/store.ts';
import { pick, seededRandom, sha256 } from './trials.ts';

/*
 * A book's life as a fixed sequence of calls. Two processes that make the same calls pass through the same states,
 * so that a book found after a crash can be held against every state there ever was.
 */

export const clock: Clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };

export interface Call {
  readonly path: string;
  readonly input: unknown;
}

/** A store of a book at `path` whose clock stands still, without backups unless a folder is named. */
export function openStore(path: string, backupFolder: string | null = null): Store {
  return new Store({
    path,
    migrations: repositoryMigrations(),
    backupFolder,
    readClock: () => clock,
  });
}

/** Calls that change many tables each: people with all that hangs on them, lines of an event, undo and redo. */
export function makeCalls(seed: number, count: number): Call[] {
  const random = seededRandom(seed);
  const calls: Call[] = [
    { path: 'book.setMe', input: { name: 'Ada Me' } },
    { path: 'events.create', input: { title: 'Brews & Books', heldOn: '2026-06-14' } },
  ];
  let people = 1;
  const someone = (): number => 1 + pick(random, people);
  const kinds: readonly (() => Call)[] = [
    () => {
      people++;
      const name = `Person ${people}`;
      const email = `p${people}@acme.example`;
      return {
        path: 'people.create',
        input: { name, email, organisation: 'Acme Print', title: 'Designer' },
      };
    },
    () => {
      people++;
      const text = `Guest ${people}, Acme Print, designer #brand needs accountant knows Person ${someone()} !friday "talked"`;
      return { path: 'events.logLine', input: { id: 1, text } };
    },
    () => ({
      path: 'people.update',
      input: { id: someone(), note: 'note '.repeat(pick(random, 900)) },
    }),
    () => ({
      path: 'people.tag',
      input: { ids: [someone(), someone()], tag: `tag ${pick(random, 5)}` },
    }),
    () => ({ path: 'people.remove', input: { ids: [someone()] } }),
    () => ({ path: 'book.undo', input: {} }),
    () => ({ path: 'book.redo', input: {} }),
  ];
  while (calls.length < count) {
    const kind = kinds[pick(random, 10)] ?? kinds[0];
    if (kind !== undefined) calls.push(kind());
  }
  return calls;
}

/** All that a user could see of a book, as one hash: every table but those of the machinery. */
export function hashBook(book: ReadableBook): string {
  const tables = book.column<string>(
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT IN ('migration', 'setting', 'seal')
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  );
  const rows = tables.map((table) => [table, book.all(`SELECT * FROM "${table}" ORDER BY id`)]);
  return sha256(
    JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)),
  );
}

/** The hash of the book before the first call, and after each. Calls that are refused leave it as it was. */
export async function recordStates(path: string, calls: readonly Call[]): Promise<string[]> {
  const store = openStore(path);
  try {
    const states = [hashBook(store.session().book.reader)];
    for (const call of calls) {
      await store.dispatch(call.path, call.input);
      states.push(hashBook(store.session().book.reader));
    }
    return states;
  } finally {
    store.close();
  }
}
