/** What is known of one person before a row is added to it: read when first needed, kept up to date by the plan. */
import type { ReadableBook } from '../book/access.ts';
import {
  type Columns,
  type KnownAccount,
  type KnownContact,
  type KnownRole,
  type PersonRows,
  readAccountBearers,
  readAccounts,
  readColumnsOf,
  readOtherNames,
  readRoles,
  rowsOfBook,
} from './dossier-rows.ts';
import type { Ref, Stage } from './plan-stage.ts';
import { empty, extended, remember } from './small-lists.ts';
import { StagedPeople } from './staged-people.ts';

/** The parts that nearly every list asks for. */
interface Parts {
  readonly columns: Columns;
  readonly otherNames: string[];
  readonly accounts: KnownAccount[];
  readonly roles: KnownRole[];
}

/** Things known of somebody that are gone through one by one, and read again when they are needed again. */
const few = 16;

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
  readonly #rows: PersonRows;
  #otherNames: string[] | undefined;
  #contacts: KnownContact[] | undefined;
  /** By kind and key, of those who have many. */
  #contactIndex: Map<string, KnownContact> | undefined;
  #accounts: KnownAccount[] | undefined;
  #roles: KnownRole[] | undefined;
  #fields: Set<string> | undefined;
  #tags: string[] | undefined;

  /** `parts`: what was read already, together with that of others. */
  constructor(ref: Ref, rows: PersonRows, parts?: Parts) {
    this.ref = ref;
    this.#rows = rows;
    this.#otherNames = parts?.otherNames;
    this.#accounts = parts?.accounts;
    this.#roles = parts?.roles;
    const columns = parts?.columns ?? rows.columns(ref);
    this.displayName = columns.displayName;
    this.givenName = columns.givenName;
    this.familyName = columns.familyName;
    this.birthday = columns.birthday;
    this.note = columns.note;
    this.hasPhoto = columns.hasPhoto;
  }

  /** Other names as written. */
  get otherNames(): readonly string[] {
    this.#otherNames ??= this.#rows.otherNames(this.ref);
    return this.#otherNames;
  }

  addOtherName(name: string): void {
    if (this.#isRead(this.#otherNames)) this.#otherNames = extended(this.otherNames, name);
  }

  get contacts(): readonly KnownContact[] {
    this.#contacts ??= this.#rows.contacts(this.ref);
    return this.#contacts;
  }

  findContact(kind: string, key: string): KnownContact | undefined {
    const { contacts } = this;
    if (contacts.length <= few) {
      return contacts.findLast((contact) => contact.kind === kind && contact.key === key);
    }
    this.#contactIndex ??= new Map(contacts.map((contact) => [indexKey(contact), contact]));
    return this.#contactIndex.get(indexKey({ kind, key }));
  }

  addContact(contact: KnownContact): void {
    if (!this.#isRead(this.#contacts)) return;
    this.#contacts = extended(this.contacts, contact);
    this.#contactIndex?.set(indexKey(contact), contact);
  }

  /** Whether so much is known that it had better not be read again. */
  get isLong(): boolean {
    const lists = [this.#otherNames, this.#contacts, this.#accounts, this.#roles, this.#tags];
    const isLong = lists.some((list) => list !== undefined && list.length > few);
    return isLong || (this.#fields?.size ?? 0) > few;
  }

  get accounts(): readonly KnownAccount[] {
    this.#accounts ??= this.#rows.accounts(this.ref);
    return this.#accounts;
  }

  addAccount(account: KnownAccount): void {
    if (this.#isRead(this.#accounts)) this.#accounts = extended(this.accounts, account);
  }

  get roles(): readonly KnownRole[] {
    this.#roles ??= this.#rows.roles(this.ref);
    return this.#roles;
  }

  addRole(role: KnownRole): void {
    if (this.#isRead(this.#roles)) this.#roles = extended(this.roles, role);
  }

  /** `fieldKey`s */
  get fields(): Set<string> {
    this.#fields ??= new Set(this.#rows.fields(this.ref));
    return this.#fields;
  }

  /** Folded names of tags. */
  get tags(): readonly string[] {
    this.#tags ??= this.#rows.tags(this.ref);
    return this.#tags;
  }

  addTag(foldedName: string): void {
    if (this.#isRead(this.#tags)) this.#tags = extended(this.tags, foldedName);
  }

  /** Whether what is added must be added to what is kept: of a staged person all that was staged is read later. */
  #isRead(kept: unknown): boolean {
    return this.ref > 0 || kept !== undefined;
  }
}

function indexKey({ key, kind }: Pick<KnownContact, 'kind' | 'key'>): string {
  return `${kind} ${key}`;
}

/**
 * Who is of the book and was added to stays known until the end, since the book does not have yet what was added; of
 * staged people the stage has all of it, so that they are known for the rows at hand only.
 */
export class Dossiers {
  readonly #book: ReadableBook;
  readonly #rowsOfBook: PersonRows;
  readonly #staged: StagedPeople;
  readonly #kept = new Map<Ref, Dossier>();
  /** Of staged people, and of those who are only looked at; for the rows at hand. */
  readonly #passing = new Map<Ref, Dossier>();
  /** Whether people have an account of their own on a platform, by platform; for the rows at hand. */
  readonly #bearers = new Map<Ref, Map<Ref, boolean>>();

  constructor(book: ReadableBook, stage: Stage) {
    this.#book = book;
    this.#rowsOfBook = rowsOfBook(book);
    this.#staged = new StagedPeople(stage, book);
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
    for (const [ref, dossier] of this.#passing) {
      // thousands of rows may be one person, of whom all would be read anew for each few of them
      if (ref > 0 || !dossier.isLong) this.#passing.delete(ref);
    }
    this.#bearers.clear();
  }

  /**
   * What is known of a person of the book, or of a staged one. Whatever is added to it must be staged as well. Of a
   * staged person it holds until the next `forgetPassing`.
   */
  of(ref: Ref): Dossier {
    if (ref < 0) return remember(this.#passing, ref, () => new Dossier(ref, this.#staged));
    return remember(
      this.#kept,
      ref,
      () => this.#passing.get(ref) ?? new Dossier(ref, this.#rowsOfBook),
    );
  }

  /** Of somebody just staged: nothing else is known of them yet, so that nothing need be read. */
  begin(ref: Ref, columns: Columns): void {
    const parts = { columns, otherNames: empty, accounts: empty, roles: empty };
    this.#passing.set(ref, new Dossier(ref, this.#staged, parts));
  }

  /** As `of`, but only to be looked at: whatever is changed in it may be lost. */
  look(ref: Ref): Readonly<Dossier> {
    const known = this.#kept.get(ref);
    if (known !== undefined || ref < 0) return known ?? this.of(ref);
    return remember(this.#passing, ref, () => new Dossier(ref, this.#rowsOfBook));
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
        dossiers.set(ref, new Dossier(ref, this.#rowsOfBook, parts));
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
