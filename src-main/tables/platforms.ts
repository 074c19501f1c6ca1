import type { ReadableBook, WritableBook } from '../book/access.ts';
import { foldName } from './fold-name.ts';

export interface Platform {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  /** True: a link there is a follow of one by the other. */
  readonly isDirected: boolean;
}

/** Former and other names under which files and people still write a platform, in lower case. */
const otherNames = new Map([
  ['twitter', 'x'],
  ['fb', 'facebook'],
  ['mail', 'email'],
  ['e mail', 'email'],
  ['e-mail', 'email'],
  ['telephone', 'phone'],
  ['mobile', 'phone'],
  ['bsky', 'bluesky'],
  ['whats app', 'whatsapp'],
  ['git hub', 'github'],
]);

/** The key that another name of a platform stands for; any other word as it is. */
export function keyOfAlias(folded: string): string {
  return otherNames.get(folded) ?? folded;
}

interface PlatformRow {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly isDirected: 0 | 1;
}

const columns = 'id, key, name, is_directed AS isDirected';

/** The platform that a key or a name means ("Facebook", "facebook", "Twitter"); null if it is unknown. */
export function findPlatform(book: ReadableBook, text: string): Platform | null {
  const folded = foldName(text);
  const key = keyOfAlias(folded);
  const row =
    book.get<PlatformRow>(`SELECT ${columns} FROM platform WHERE key = @key`, { key }) ??
    book
      .all<PlatformRow>(`SELECT ${columns} FROM platform ORDER BY id`)
      .find((platform) => foldName(platform.name) === folded);
  return row === undefined ? null : { ...row, isDirected: row.isDirected === 1 };
}

/** The platform that a key or name means, made if it is new (undirected; its key is the name in lower case). */
export function findOrCreatePlatform(book: WritableBook, text: string): Platform {
  const found = findPlatform(book, text);
  if (found !== null) return found;
  const key = foldName(text);
  const name = text.trim();
  const { id } = book.run('INSERT INTO platform (key, name) VALUES (@key, @name)', { key, name });
  return { id, key, name, isDirected: false };
}

/** All platforms, in the order in which they came to be. */
export function listPlatforms(book: ReadableBook): Platform[] {
  return book
    .all<PlatformRow>(`SELECT ${columns} FROM platform ORDER BY id`)
    .map((row) => ({ ...row, isDirected: row.isDirected === 1 }));
}
