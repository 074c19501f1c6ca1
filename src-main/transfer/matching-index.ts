/**
 * Finds people by what a file says of them, in the book and among those that the plan has staged already.
 * Look-ups go to the book's indexes, one by one or for many rows at once, so that planning grows with the file, not
 * with the book.
 */
import type { ReadableBook } from '../book/access.ts';
import {
  type AccountMarks,
  type AccountRef,
  findAccount,
  findAccounts,
} from '../tables/accounts.ts';
import { findPersonsByMatchKey, findPersonsByMatchKeys } from '../tables/contact-points.ts';
import { foldName } from '../tables/fold-name.ts';
import { marksKey, sameText, weakKey } from './matching-keys.ts';
import { PackedRows } from './packed-rows.ts';
import type { Ref, Stage } from './plan-stage.ts';
import { append, none, remember } from './small-lists.ts';
import {
  type AccountHit,
  maximumHolders,
  StagedMarks,
  type StagedName,
  type WeakAccount,
} from './staged-marks.ts';

/** A weak account in one circle, and since when it is there. */
export interface WeakMember extends AccountHit {
  readonly since: string | null;
}

/** Questions are asked about a handful; to look through thousands of one name for them would take for ever. */
const maximumNamesakes = 50;
/** Names of one question to the book. */
const namesTogether = 1000;

export class MatchingIndex {
  readonly #book: ReadableBook;
  readonly #staged: StagedMarks;
  readonly #members = new Map<string, (WeakMember & { displayName: string })[]>();

  // Answers of the book, which stays as it is while a plan is made. A row without a person: there is nobody.
  readonly #holders = {
    email: new PackedRows(['key', 'person'], ['key']),
    phone: new PackedRows(['key', 'person'], ['key']),
  };
  /** By platform and marks. */
  readonly #accounts = new PackedRows(
    ['platform', 'marks', 'account', 'person'],
    ['platform marks'],
  );
  /** Of the rows at hand. */
  readonly #knownNamesakes = new Map<string, readonly Ref[]>();

  constructor(book: ReadableBook, stage: Stage) {
    this.#book = book;
    this.#staged = new StagedMarks(stage);
  }

  /** Looks up many accounts at once, so that `account` answers from memory. Returns the people who have them. */
  readAccounts(platform: Ref, marks: readonly AccountMarks[]): Ref[] {
    if (platform < 0) return [];
    const asked = new Map<string, AccountMarks>();
    for (const one of marks) {
      const key = marksKey(one);
      if (key !== null && this.#answerFor(platform, key) === null) asked.set(key, one);
    }
    const found = findAccounts(this.#book, platform, [...asked.values()]);
    let at = 0;
    for (const key of asked.keys()) this.#keepAnswer(platform, key, found[at++] ?? null);
    return found.flatMap((ref) => ref?.personId ?? none);
  }

  /** The accounts of the book that were found by a mark so far. */
  foundAccounts(): Ref[] {
    const found: Ref[] = [];
    for (let row = 0; row < this.#accounts.length; row++) {
      const account = this.#accounts.number(row, 'account');
      if (account !== null) found.push(account);
    }
    return found;
  }

  /** As `readAccounts`, for addresses or numbers and `holders`. */
  readHolders(kind: 'email' | 'phone', matchKeys: readonly string[]): Ref[] {
    const answers = this.#holders[kind];
    const asked = new Set(
      matchKeys.filter((key) => answers.find('key', key, null, 1).length === 0),
    );
    const found = findPersonsByMatchKeys(this.#book, kind, [...asked]);
    for (const key of asked) keepHolders(answers, key, found.get(key) ?? none);
    return [...found.values()].flat();
  }

  /** As `readAccounts`, for names and `namesakes`; what was read of other names is forgotten. */
  readNamesakes(names: readonly string[]): void {
    this.#knownNamesakes.clear();
    // in the order of the index: neighbours lie on one page
    const folded = [...new Set(names.map(foldName))].sort();
    for (let at = 0; at < folded.length; at += namesTogether) {
      this.#readFolded(folded.slice(at, at + namesTogether));
    }
  }

  #readFolded(folded: readonly string[]): void {
    const rows = this.#book.all<{ id: Ref; name: string }>(
      `SELECT person.id, wanted.value AS name
       FROM json_each(@folded) AS wanted CROSS JOIN person ON folded_name = wanted.value
       UNION SELECT person_id, wanted.value
       FROM json_each(@folded) AS wanted CROSS JOIN person_name ON folded_name = wanted.value
       WHERE person_name.kind <> 'nickname' ORDER BY 1`,
      { folded: JSON.stringify(folded) },
    );
    for (const name of folded) this.#knownNamesakes.set(name, none);
    for (const [name, people] of Map.groupBy(rows, (row) => row.name)) {
      const refs = people.slice(0, maximumNamesakes).map(({ id }) => id);
      this.#knownNamesakes.set(name, refs);
    }
  }

  /** Whose account it is, by any strong mark (id, handle, URL). */
  account(platform: Ref, marks: AccountMarks): AccountHit | null {
    const key = marksKey(marks);
    if (key === null) return null;
    const staged = this.#staged.account(platform, marks);
    if (staged !== null || platform < 0) return staged;
    const known = this.#answerFor(platform, key);
    if (known !== null) return toHit(this.#accounts, known);
    const found = findAccount(this.#book, platform, marks);
    return toHit(this.#accounts, this.#keepAnswer(platform, key, found));
  }

  /** The row of `#accounts` that answers; null: it was not asked. */
  #answerFor(platform: Ref, marks: string): number | null {
    return this.#accounts.find('platform marks', platform, marks, 1)[0] ?? null;
  }

  #keepAnswer(platform: Ref, marks: string, found: AccountRef | null): number {
    const [account, person] = [found?.id ?? null, found?.personId ?? null];
    return this.#accounts.add({ platform, marks, account, person });
  }

  /** All accounts on the platform that are known by exactly this display name. */
  weakAccounts(platform: Ref, displayName: string): WeakAccount[] {
    const key = weakKey(displayName);
    const known =
      platform < 0
        ? []
        : this.#book.all<WeakAccount>(
            `SELECT id AS account, person_id AS person, display_name AS displayName FROM account
             WHERE platform_id = @platform AND key = @key AND is_weak = 1 ORDER BY id`,
            { platform, key },
          );
    const staged = this.#staged.weakAccounts(platform, key);
    // The key is folded; "Jose" and "José" are two spellings, so two people until somebody says otherwise.
    return [...known, ...staged].filter((account) => sameText(account.displayName, displayName));
  }

  /** Members of a circle who are known there by exactly this display name. */
  weakMembers(circle: Ref, displayName: string): readonly WeakMember[] {
    const key = weakKey(displayName);
    const known =
      circle < 0
        ? []
        : this.#book.all<WeakMember & { displayName: string | null }>(
            `SELECT account.id AS account, account.person_id AS person,
               account.display_name AS displayName, min(member.since) AS since
             FROM account CROSS JOIN circle_member AS member ON member.account_id = account.id
             WHERE account.platform_id = (SELECT platform_id FROM circle WHERE id = @circle)
               AND account.key = @key AND account.is_weak = 1 AND member.circle_id = @circle
             GROUP BY account.id ORDER BY account.id`,
            { circle, key },
          );
    const staged = this.#members.get(`${circle} ${key}`) ?? none;
    if (known.length + staged.length === 0) return none;
    return [...known, ...staged].filter((member) => sameText(member.displayName, displayName));
  }

  noteWeakMember(circle: Ref, displayName: string, member: WeakMember): void {
    append(this.#members, `${circle} ${weakKey(displayName)}`, { ...member, displayName });
  }

  /** Who has this e-mail address or number (compared form). Nobody when it is shared by too many. */
  holders(kind: 'email' | 'phone', matchKey: string): readonly Ref[] {
    const holders = [
      ...this.#knownHolders(kind, matchKey),
      ...this.#staged.holders(kind, matchKey),
    ];
    return holders.length > maximumHolders ? none : holders;
  }

  #knownHolders(kind: 'email' | 'phone', matchKey: string): readonly Ref[] {
    const answers = this.#holders[kind];
    let rows = answers.find('key', matchKey);
    if (rows.length === 0) {
      keepHolders(answers, matchKey, findPersonsByMatchKey(this.#book, kind, matchKey));
      rows = answers.find('key', matchKey);
    }
    return rows.flatMap((row) => answers.number(row, 'person') ?? none);
  }

  /** Everybody whose name, or former or other spelling of it, folds to the same. Nicknames are no names here. */
  namesakes(name: string): readonly Ref[] {
    const foldedName = foldName(name);
    const known = remember(this.#knownNamesakes, foldedName, () =>
      this.#book.column<number>(
        `SELECT id FROM person WHERE folded_name = @foldedName
         UNION SELECT person_id FROM person_name WHERE folded_name = @foldedName AND kind <> 'nickname'
         ORDER BY 1 LIMIT ${maximumNamesakes}`,
        { foldedName },
      ),
    );
    const staged = this.#staged.names(foldedName, maximumNamesakes);
    if (staged.length === 0) return known;
    return [...new Set([...known, ...staged.map(({ person }) => person)])];
  }

  /** Staged people shown under exactly this name, and those called exactly so otherwise. */
  stagedNamesakes(name: string): { displayed: Ref[]; other: Ref[] } {
    const exact = this.#staged.names(foldName(name)).filter((entry) => entry.name === name);
    const personOf = ({ person }: StagedName): Ref => person;
    return {
      displayed: exact.filter(({ isDisplayed }) => isDisplayed).map(personOf),
      other: exact.filter(({ isDisplayed }) => !isDisplayed).map(personOf),
    };
  }

  /** As of `StagedMarks`. */
  noteName(person: Ref, name: string): void {
    this.#staged.noteName(person, name);
  }

  /** As of `StagedMarks`. */
  noteMarks(platform: Ref, marks: AccountMarks, hit: AccountHit): void {
    this.#staged.noteMarks(platform, marks, hit);
  }
}

function keepHolders(answers: PackedRows, key: string, persons: readonly Ref[]): void {
  if (persons.length === 0) answers.add({ key, person: null });
  for (const person of persons) answers.add({ key, person });
}

function toHit(answers: PackedRows, row: number): AccountHit | null {
  const account = answers.number(row, 'account');
  return account === null ? null : { account, person: answers.number(row, 'person') ?? 0 };
}
