import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { ReadableBook, WritableBook } from './access.ts';

/*
 * A packed copy of the graph lies beside the book, and is good for one state of the book only. Both bear a token
 * made for that copy; any change to what the graph rests on deletes it from the book, whoever makes the change.
 * A counter of changes would not do: after a backup is put back, or a file is copied by hand, it counts the same
 * numbers again for other states.
 */

const watchedTables = ['person', 'tie', 'evidence', 'platform', 'setting'];

/** Where the copy of a book's graph lies. */
export function graphCopyPath(bookPath: string): string {
  return `${bookPath}.graph`;
}

/** Makes the triggers that delete the token. For each connection that may write, once the book is up to date. */
export function watchGraph(sqlite: Database.Database, book: ReadableBook): void {
  const isKept = book.value("SELECT 1 FROM main.sqlite_schema WHERE name = 'graph_copy'");
  if (isKept === undefined) return;
  for (const table of watchedTables) {
    for (const change of ['INSERT', 'UPDATE', 'DELETE']) {
      sqlite.exec(`CREATE TEMP TRIGGER graph_${change.toLowerCase()}_${table} AFTER ${change} ON main."${table}"
        WHEN EXISTS (SELECT 1 FROM graph_copy) BEGIN DELETE FROM graph_copy; END`);
    }
  }
}

/** The token of the copy that is good for the book as it is; null when there is none. */
export function readGraphToken(book: ReadableBook): string | null {
  const token = book.value<string>('SELECT token FROM graph_copy') ?? null;
  return token === null || token.startsWith(pending) ? null : token;
}

const pending = 'pending ';

/** Makes the token of a copy that is about to be written. It counts only once `settleGraphToken` says so. */
export function beginGraphToken(book: WritableBook): string {
  const token = randomUUID();
  book.run('INSERT OR REPLACE INTO graph_copy (id, token) VALUES (1, @token)', {
    token: `${pending}${token}`,
  });
  return token;
}

/** Declares the copy good, unless the book has changed since `beginGraphToken`. */
export function settleGraphToken(book: WritableBook, token: string): boolean {
  const { changes } = book.run('UPDATE graph_copy SET token = @token WHERE token = @waiting', {
    token,
    waiting: `${pending}${token}`,
  });
  return changes === 1;
}
