/** What is known of one person before a row is added to it: read when first needed, kept up to date by the plan. */
import type { ReadableBook } from '../book/access.ts';
import {
  type Columns,
  type KnownAccount,
  type KnownContact,
  type KnownRole,
  onlyOf,
  readAccountBearers,
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
import { empty, extended, remember } from './small-lists.ts';

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

/** Ways to reach somebody that are gone through one by one. */
const fewContacts = 16;

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
  #contacts: KnownContact[] | undefined;
  /** By kind and key, of those who have many. */
  #contactIndex: Map<string, KnownContact> | undefined;
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
  get otherNames(): readonly string[] {
    this.#otherNames ??= this.#read(onlyOf(readOtherNames));
    return this.#otherNames;
  }

  addOtherName(name: string): void {
    this.#otherNames = extended(this.otherNames, name);
  }

  get contacts(): readonly KnownContact[] {
    this.#contacts ??= this.#read(readContacts);
    return this.#contacts;
  }

  findContact(kind: string, key: string): KnownContact | undefined {
    const { contacts } = this;
    if (contacts.length <= fewContacts) {
      return contacts.findLast((contact) => contact.kind === kind && contact.key === key);
    }
    this.#contactIndex ??= new Map(contacts.map((contact) => [indexKey(contact), contact]));
    return this.#contactIndex.get(indexKey({ kind, key }));
  }

  addContact(contact: KnownContact): void {
    this.#contacts = extended(this.contacts, contact);
    this.#contactIndex?.set(indexKey(contact), contact);
  }

  get accounts(): readonly KnownAccount[] {
    this.#accounts ??= this.#read(onlyOf(readAccounts));
    return this.#accounts;
  }

  addAccount(account: KnownAccount): void {
    this.#accounts = extended(this.accounts, account);
  }

  get roles(): readonly KnownRole[] {
    this.#roles ??= this.#read(onlyOf(readRoles));
    return this.#roles;
  }

  addRole(role: KnownRole): void {
    this.#roles = extended(this.roles, role);
  }

  /** `fieldKey`s */
  get fields(): Set<string> {
    this.#fields ??= new Set(this.#read(readFields));
    return this.#fields;
  }

  /** Folded names of tags. */
  get tags(): readonly string[] {
    this.#tags ??= this.#read(readTags);
    return this.#tags;
  }

  addTag(foldedName: string): void {
    this.#tags = extended(this.tags, foldedName);
  }

  #read<Item>(read: (book: ReadableBook, person: Ref) => Item[]): Item[] {
    return this.#book === null ? empty : read(this.#book, this.ref);
  }
}

function indexKey({ key, kind }: Pick<KnownContact, 'kind' | 'key'>): string {
  return `${kind} ${key}`;
}

export class Dossiers {
  readonly #book: ReadableBook;
  readonly #kept = new Map<Ref, Dossier>();
  /** Of people who are only looked at, for the rows at hand. */
  readonly #passing = new Map<Ref, Dossier>();
  /** Whether people have an account of their own on a platform, by platform; for the rows at hand. */
  readonly #bearers = new Map<Ref, Map<Ref, boolean>>();

  constructor(book: ReadableBook) {
    this.#book = book;
  }

  /** Reads much of what is known of many people at once, so that `of` need not ask for each. */
  readAhead(persons: Iterable<Ref>): void {
    this.#readInto(this.#kept, persons);
  }

  /** As `readAhead` for people of the book who are only looked at: it is forgotten by `forgetPassing`. */
  readPassing(persons: Iterable<Ref>): void {
    this.#readInto(this.#passing, persons);
  }

  /** As `readPassing`, for `hasOwnAccount` alone. */
  readBearers(platform: Ref, persons: Iterable<Ref>): void {
    const ids = this.#unread(persons, this.#passing);
    if (platform < 0) return;
    const bearers = new Set(readAccountBearers(this.#book, platform, ids));
    const known = remember(this.#bearers, platform, () => new Map<Ref, boolean>());
    for (const id of ids) known.set(id, bearers.has(id));
  }

  forgetPassing(): void {
    this.#passing.clear();
    this.#bearers.clear();
  }

  /** What is known of a person of the book, or of a staged one. */
  of(ref: Ref): Dossier {
    let dossier = this.#kept.get(ref);
    if (dossier === undefined) {
      dossier = this.#passing.get(ref) ?? new Dossier(ref, ref > 0 ? this.#book : null);
      this.#kept.set(ref, dossier);
    }
    return dossier;
  }

  /** As `of`, but only to be looked at: whatever is changed in it may be lost. */
  look(ref: Ref): Readonly<Dossier> {
    const known = this.#kept.get(ref) ?? this.#passing.get(ref);
    if (known !== undefined) return known;
    if (ref < 0) return this.of(ref);
    const dossier = new Dossier(ref, this.#book);
    this.#passing.set(ref, dossier);
    return dossier;
  }

  /** Whether a person has an account on the platform that identifies them there. */
  hasOwnAccount(ref: Ref, platform: Ref): boolean {
    const isKept = this.#kept.has(ref) || this.#passing.has(ref);
    const known = isKept ? undefined : this.#bearers.get(platform)?.get(ref);
    if (known !== undefined) return known;
    // nobody of the book whom the plan has not met is on a platform that it makes
    if (!isKept && ref > 0 && platform < 0) return false;
    return this.look(ref).accounts.some((own) => !own.isWeak && own.platform === platform);
  }

  #readInto(dossiers: Map<Ref, Dossier>, persons: Iterable<Ref>): void {
    const ids = this.#unread(persons, dossiers);
    for (let at = 0; at < ids.length; at += readTogether) {
      const some = ids.slice(at, at + readTogether);
      const otherNames = readOtherNames(this.#book, some);
      const accounts = readAccounts(this.#book, some);
      const roles = readRoles(this.#book, some);
      for (const [ref, columns] of readColumnsOf(this.#book, some)) {
        const parts = {
          columns,
          otherNames: otherNames.get(ref) ?? empty,
          accounts: accounts.get(ref) ?? empty,
          roles: roles.get(ref) ?? empty,
        };
        dossiers.set(ref, new Dossier(ref, this.#book, parts));
      }
    }
  }

  /** Those of the book who are not known yet, in the order of their ids. */
  #unread(persons: Iterable<Ref>, dossiers: ReadonlyMap<Ref, Dossier>): Ref[] {
    return [...new Set(persons)]
      .filter((ref) => ref > 0 && !this.#kept.has(ref) && !dossiers.has(ref))
      .sort((a, b) => a - b);
  }
}
