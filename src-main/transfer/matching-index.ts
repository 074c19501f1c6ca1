/**
 * Finds people by what a file says of them, in the book and among those that the plan has staged already.
 * Look-ups go to the book's indexes, one by one or for many rows at once, so that planning grows with the file, not
 * with the book.
 */
import type { ReadableBook } from '../book/access.ts';
import { accountKey, type AccountMarks, findAccount, findAccounts } from '../tables/accounts.ts';
import { findPersonsByMatchKey, findPersonsByMatchKeys } from '../tables/contact-points.ts';
import { foldName } from '../tables/fold-name.ts';
import { sameText, strongMarks, weakKey } from './matching-keys.ts';
import { append, appendOne, empty, listOf, none, type OneOrMore, remember } from './small-lists.ts';
import type { Ref } from './plan-stage.ts';

export interface AccountHit {
  readonly account: Ref;
  readonly person: Ref;
}

/** An account known by its display name only. */
export interface WeakAccount extends AccountHit {
  readonly displayName: string | null;
}

/** A weak account in one circle, and since when it is there. */
export interface WeakMember extends AccountHit {
  readonly since: string | null;
}

/** An address that more people share than this identifies none of them. */
const maximumHolders = 1000;
/** Questions are asked about a handful; to look through thousands of one name for them would take for ever. */
const maximumNamesakes = 50;
/** Names of one question to the book. */
const namesTogether = 1000;

interface StagedName {
  readonly person: Ref;
  readonly name: string;
  /** The name they are shown under, not another one. */
  readonly isDisplayed: boolean;
}

export class MatchingIndex {
  readonly #book: ReadableBook;
  readonly #weak = new Map<string, WeakAccount[]>();
  readonly #names = new Map<string, OneOrMore<StagedName>>();
  readonly #members = new Map<string, (WeakMember & { displayName: string })[]>();
  /** Staged accounts by platform and mark. */
  readonly #strong = new Map<Ref, Map<string, AccountHit>>();
  /** By address or number: those of the book, then staged ones. */
  readonly #holders = {
    email: new Map<string, OneOrMore<Ref>>(),
    phone: new Map<string, OneOrMore<Ref>>(),
  };

  // Answers of the book, which stays as it is while a plan is made.
  /** By platform and marks. */
  readonly #knownAccounts = new Map<Ref, Map<string, AccountHit | null>>();
  /** Of the rows at hand. */
  readonly #knownNamesakes = new Map<string, readonly Ref[]>();

  constructor(book: ReadableBook) {
    this.#book = book;
  }

  /** Looks up many accounts at once, so that `account` answers from memory. Returns the people who have them. */
  readAccounts(platform: Ref, marks: readonly AccountMarks[]): Ref[] {
    if (platform < 0) return [];
    const asked = new Map<string, AccountMarks>();
    for (const one of marks) {
      const said = strongMarks(one);
      if (said.length > 0) asked.set(said.join(' '), one);
    }
    const found = findAccounts(this.#book, platform, [...asked.values()]);
    const known = mapOf(this.#knownAccounts, platform);
    let at = 0;
    for (const key of asked.keys()) {
      const ref = found[at++] ?? null;
      known.set(key, ref === null ? null : { account: ref.id, person: ref.personId });
    }
    return found.flatMap((ref) => ref?.personId ?? none);
  }

  /** The accounts of the book that were found by a mark so far. */
  foundAccounts(): Ref[] {
    return [...this.#knownAccounts.values()].flatMap((known) =>
      [...known.values()].flatMap((hit) => hit?.account ?? none),
    );
  }

  /** As `readAccounts`, for addresses or numbers and `holders`. */
  readHolders(kind: 'email' | 'phone', matchKeys: readonly string[]): Ref[] {
    const asked = new Set(matchKeys.filter((key) => !this.#holders[kind].has(key)));
    const found = findPersonsByMatchKeys(this.#book, kind, [...asked]);
    for (const key of asked) this.#holders[kind].set(key, found.get(key) ?? empty);
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
    const said = strongMarks(marks);
    const strong = this.#strong.get(platform);
    for (const mark of said) {
      const staged = strong?.get(mark);
      if (staged !== undefined) return staged;
    }
    if (platform < 0 || said.length === 0) return null;
    return remember(mapOf(this.#knownAccounts, platform), said.join(' '), () => {
      const found = findAccount(this.#book, platform, marks);
      return found === null ? null : { account: found.id, person: found.personId };
    });
  }

  /** All accounts on the platform that are known by exactly this display name. */
  weakAccounts(platform: Ref, displayName: string): WeakAccount[] {
    const key = weakKey(displayName);
    const staged = this.#weak.get(`${platform} ${key}`) ?? [];
    const known =
      platform < 0
        ? []
        : this.#book.all<WeakAccount>(
            `SELECT id AS account, person_id AS person, display_name AS displayName FROM account
             WHERE platform_id = @platform AND key = @key AND is_weak = 1 ORDER BY id`,
            { platform, key },
          );
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
    const holders = listOf(this.#allHolders(kind, matchKey));
    return holders.length > maximumHolders ? none : holders;
  }

  #allHolders(kind: 'email' | 'phone', matchKey: string): OneOrMore<Ref> {
    return remember(this.#holders[kind], matchKey, () =>
      findPersonsByMatchKey(this.#book, kind, matchKey),
    );
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
    const staged = listOf(this.#names.get(foldedName));
    if (staged.length === 0) return known;
    const first = staged.slice(0, maximumNamesakes).map(({ person }) => person);
    return [...new Set([...known, ...first])];
  }

  /** Staged people shown under exactly this name, and those called exactly so otherwise. */
  stagedNamesakes(name: string): { displayed: Ref[]; other: Ref[] } {
    const staged = listOf(this.#names.get(foldName(name)));
    const exact = staged.filter((entry) => entry.name === name);
    const personOf = ({ person }: StagedName): Ref => person;
    return {
      displayed: exact.filter(({ isDisplayed }) => isDisplayed).map(personOf),
      other: exact.filter(({ isDisplayed }) => !isDisplayed).map(personOf),
    };
  }

  noteName(person: Ref, name: string, isDisplayed: boolean): void {
    appendOne(this.#names, foldName(name), { person, name, isDisplayed });
  }

  noteHolder(person: Ref, kind: 'email' | 'phone', matchKey: string): void {
    const holders = this.#holders[kind];
    const known = listOf(this.#allHolders(kind, matchKey));
    if (known.length === 0) holders.set(matchKey, person);
    else if (known.length <= maximumHolders && !known.includes(person)) {
      appendOne(holders, matchKey, person);
    }
  }

  /** A staged account will be found by these marks, or a known one also by marks that it lacked. */
  noteMarks(platform: Ref, marks: AccountMarks, hit: AccountHit): void {
    const said = strongMarks(marks);
    if (said.length === 0) return;
    const strong = mapOf(this.#strong, platform);
    for (const mark of said) strong.set(mark, hit);
    // that the book has none is not asked any more: what is staged comes first
    const known = this.#knownAccounts.get(platform);
    if (known?.get(said.join(' ')) === null) known.delete(said.join(' '));
  }

  noteAccount(platform: Ref, marks: AccountMarks, hit: AccountHit): void {
    this.noteMarks(platform, marks, hit);
    const key = accountKey(marks);
    if (key?.isWeak === true) {
      append(this.#weak, `${platform} ${key.key}`, {
        ...hit,
        displayName: marks.displayName ?? null,
      });
    }
  }
}

function mapOf<Value>(maps: Map<Ref, Map<string, Value>>, key: Ref): Map<string, Value> {
  return remember(maps, key, () => new Map<string, Value>());
}
