import { createHmac, randomBytes } from 'node:crypto';
import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { comparableUrl, type AccountMarks } from './accounts.ts';
import { foldName } from './fold-name.ts';

/*
 * What is left of a person who was erased for good: hashes of all that could name them in a file. HMAC-SHA256
 * (RFC 2104) under a random salt of the book, so that lists of hashes made elsewhere do not fit.
 */

const saltSetting = 'erasure_salt';

/** What a row of a file, or a person of the book, can be recognised by; compared forms. */
export interface PersonMarks {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly accounts: readonly (AccountMarks & { readonly platform: string })[];
}

/** One text for each way of naming a person. */
function markTexts(marks: PersonMarks): string[] {
  return [
    ...marks.names.map((name) => `name:${foldName(name)}`),
    ...marks.emails.map((email) => `email:${email}`),
    ...marks.phones.map((phone) => `phone:${phone}`),
    ...marks.accounts.flatMap(({ externalId, handle, platform, url }) => [
      ...(externalId ? [`${platform}:id:${externalId}`] : []),
      ...(handle ? [`${platform}:handle:${handle.toLowerCase()}`] : []),
      ...(url ? [`${platform}:url:${comparableUrl(url)}`] : []),
    ]),
  ];
}

/** The marks of somebody in the book. A nickname names too many people to keep anybody out. */
export function readPersonMarks(book: ReadableBook, id: PersonId): PersonMarks {
  const points = (kind: string): string[] =>
    book.column(
      `SELECT match_key FROM contact_point
       WHERE person_id = @id AND kind = @kind AND match_key IS NOT NULL`,
      { id, kind },
    );
  return {
    names: book.column<string>(
      `SELECT display_name FROM person WHERE id = @id AND display_name IS NOT NULL
       UNION SELECT name FROM person_name WHERE person_id = @id AND kind <> 'nickname'
       UNION SELECT display_name FROM account WHERE person_id = @id AND display_name IS NOT NULL`,
      { id },
    ),
    emails: points('email'),
    phones: points('phone'),
    accounts: book.all(
      `SELECT platform.key AS platform, account.external_id AS externalId, account.handle, account.url
       FROM account JOIN platform ON platform.id = account.platform_id WHERE person_id = @id`,
      { id },
    ),
  };
}

/** Keeps a person's marks as hashes; called when the person is gone, since what others bear is not kept. */
export function keepErasedMarks(book: WritableBook, marks: PersonMarks, today: string): void {
  const salt = ensureSalt(book);
  for (const text of markTexts(marks)) {
    if (isBorne(book, text)) continue;
    book.run('INSERT OR IGNORE INTO erased_mark (hash, erased_on) VALUES (@hash, @today)', {
      hash: hashMark(salt, text),
      today,
    });
  }
}

/** Why a row that names an erased person is left out. */
export const erasedReason =
  'Somebody of this name or address was erased for good. If this is somebody else, add them by hand.';

/** Tells, for one row of a file after another, whether it names an erased person. Costs nothing while nobody was erased. */
export class ErasedMarks {
  readonly #book: ReadableBook;
  readonly #hashes: ReadonlySet<string>;
  readonly #salt: string;

  constructor(book: ReadableBook) {
    this.#book = book;
    this.#hashes = new Set(book.column<string>('SELECT hash FROM erased_mark'));
    this.#salt = readSalt(book) ?? '';
  }

  /** True while nobody was erased. */
  get isEmpty(): boolean {
    return this.#hashes.size === 0;
  }

  /**
   * True when any of the marks is that of an erased person. A name counts like an address: better to leave out
   * somebody else of that name, and say so, than to bring back who was to be forgotten. Names and addresses that
   * somebody in the book bears today mean that person.
   */
  has(marks: PersonMarks): boolean {
    if (this.isEmpty) return false;
    return markTexts(marks).some(
      (text) => this.#hashes.has(hashMark(this.#salt, text)) && !isBorne(this.#book, text),
    );
  }

  hasName(name: string): boolean {
    return this.has({ names: [name], emails: [], phones: [], accounts: [] });
  }
}

/** Whether somebody in the book is called so, or reached so. Accounts belong to one person each. */
function isBorne(book: ReadableBook, text: string): boolean {
  const [, kind = '', value = ''] = /^(name|email|phone):(.*)$/s.exec(text) ?? [];
  if (kind === '') return false;
  const found =
    kind === 'name'
      ? book.value('SELECT 1 FROM person WHERE folded_name = @value LIMIT 1', { value })
      : book.value(
          'SELECT 1 FROM contact_point WHERE kind = @kind AND match_key = @value LIMIT 1',
          { kind, value },
        );
  return found !== undefined;
}

function hashMark(salt: string, text: string): string {
  return createHmac('sha256', salt).update(text).digest('hex');
}

function readSalt(book: ReadableBook): string | undefined {
  return book.value<string>('SELECT value FROM setting WHERE name = @name', { name: saltSetting });
}

function ensureSalt(book: WritableBook): string {
  const known = readSalt(book);
  if (known !== undefined) return known;
  const value = randomBytes(32).toString('hex');
  book.run('INSERT INTO setting (name, value) VALUES (@name, @value)', {
    name: saltSetting,
    value,
  });
  return value;
}

/** How many marks are kept, and the day of the last erasing. */
export function countErasedMarks(book: ReadableBook): {
  readonly erasedMarks: number;
  readonly lastErasedOn: string | null;
} {
  return (
    book.get('SELECT count(*) AS erasedMarks, max(erased_on) AS lastErasedOn FROM erased_mark') ?? {
      erasedMarks: 0,
      lastErasedOn: null,
    }
  );
}
