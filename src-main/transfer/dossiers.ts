/** What is known of one person before a row is added to it: read when first needed, kept up to date by the plan. */
import type { ReadableBook } from '../book/access.ts';
import {
  type Columns,
  type KnownAccount,
  type KnownContact,
  type KnownRole,
  onlyOf,
  readAccounts,
  readColumns,
  readColumnsOf,
  readContacts,
  readFields,
  readOtherNames,
  readRoles,
  readTags,
} from './dossier-rows.ts';
import type { Ref } from './plan-stage.ts';

const noColumns: Columns = {
  displayName: null,
  givenName: null,
  familyName: null,
  birthday: null,
  note: '',
  hasPhoto: false,
};

/** The parts that nearly every list asks for. */
interface Parts {
  readonly columns: Columns;
  readonly otherNames: string[];
  readonly accounts: KnownAccount[];
  readonly roles: KnownRole[];
}

/** People whose rows are read by one statement. */
const readTogether = 500;

/** Each part is read when it is first asked for: most files speak of two or three of them only. */
export class Dossier implements Columns {
  readonly ref: Ref;
  displayName: string | null;
  givenName: string | null;
  familyName: string | null;
  birthday: string | null;
  note: string;
  hasPhoto: boolean;
  /** Null for a person that the plan makes: there is nothing to read. */
  readonly #book: ReadableBook | null;
  #otherNames: string[] | undefined;
  #contacts: Map<string, KnownContact> | undefined;
  #accounts: KnownAccount[] | undefined;
  #roles: KnownRole[] | undefined;
  #fields: Set<string> | undefined;
  #tags: string[] | undefined;

  /** `parts`: what was read already, together with that of others. */
  constructor(ref: Ref, book: ReadableBook | null, parts?: Parts) {
    this.ref = ref;
    this.#book = book;
    this.#otherNames = parts?.otherNames;
    this.#accounts = parts?.accounts;
    this.#roles = parts?.roles;
    const columns = parts?.columns ?? (book === null ? noColumns : readColumns(book, ref));
    this.displayName = columns.displayName;
    this.givenName = columns.givenName;
    this.familyName = columns.familyName;
    this.birthday = columns.birthday;
    this.note = columns.note;
    this.hasPhoto = columns.hasPhoto;
  }

  /** Other names as written. */
  get otherNames(): string[] {
    this.#otherNames ??= this.#read(onlyOf(readOtherNames));
    return this.#otherNames;
  }

  /** By `contactKey`. */
  get contacts(): Map<string, KnownContact> {
    this.#contacts ??= new Map(this.#read(readContacts));
    return this.#contacts;
  }

  get accounts(): KnownAccount[] {
    this.#accounts ??= this.#read(onlyOf(readAccounts));
    return this.#accounts;
  }

  get roles(): KnownRole[] {
    this.#roles ??= this.#read(onlyOf(readRoles));
    return this.#roles;
  }

  /** `fieldKey`s */
  get fields(): Set<string> {
    this.#fields ??= new Set(this.#read(readFields));
    return this.#fields;
  }

  /** Folded names of tags. */
  get tags(): string[] {
    this.#tags ??= this.#read(readTags);
    return this.#tags;
  }

  #read<Item>(read: (book: ReadableBook, person: Ref) => Item[]): Item[] {
    return this.#book === null ? [] : read(this.#book, this.ref);
  }
}

export class Dossiers {
  readonly #book: ReadableBook;
  readonly #kept = new Map<Ref, Dossier>();

  constructor(book: ReadableBook) {
    this.#book = book;
  }

  /** Reads much of what is known of many people at once, so that `of` need not ask for each. */
  readAhead(persons: Iterable<Ref>): void {
    const ids = [...new Set(persons)]
      .filter((ref) => ref > 0 && !this.#kept.has(ref))
      .sort((a, b) => a - b);
    for (let at = 0; at < ids.length; at += readTogether) {
      const some = ids.slice(at, at + readTogether);
      const otherNames = readOtherNames(this.#book, some);
      const accounts = readAccounts(this.#book, some);
      const roles = readRoles(this.#book, some);
      for (const [ref, columns] of readColumnsOf(this.#book, some)) {
        const parts = {
          columns,
          otherNames: otherNames.get(ref) ?? [],
          accounts: accounts.get(ref) ?? [],
          roles: roles.get(ref) ?? [],
        };
        this.#kept.set(ref, new Dossier(ref, this.#book, parts));
      }
    }
  }

  /** What is known of a person of the book, or of a staged one. */
  of(ref: Ref): Dossier {
    let dossier = this.#kept.get(ref);
    if (dossier === undefined) {
      dossier = new Dossier(ref, ref > 0 ? this.#book : null);
      this.#kept.set(ref, dossier);
    }
    return dossier;
  }
}
