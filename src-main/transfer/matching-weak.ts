/**
 * Rows that are known by a display name only (Facebook's friends, names in a chat): which known entry each
 * one is. Two entries of one name in one list are two people; an older export of the same list is the same
 * list; an entry of somebody else's list is taken for the same account if the platform has one of that name.
 */
import type { ReadableBook } from '../book/access.ts';
import { foldName } from '../tables/fold-name.ts';
import type { ListKey } from './matching-keys.ts';
import { none } from './small-lists.ts';
import { hasStrongKey, type Suspect } from './matching-leads.ts';
import type { ParsedPerson } from './parsed-file.ts';
import type { PlacedRow } from './person-list.ts';
import type { PlanTools } from './plan-persons.ts';
import type { PlannedPlatform } from './plan-shared-rows.ts';
import type { Ref } from './plan-stage.ts';

/** What the rows of one file are entries of. */
export interface ListFrame extends ListKey {
  readonly kind: 'circle' | 'contacts' | 'attendees' | 'interactions';
  readonly platform: PlannedPlatform | null;
  /** The owner is me. */
  readonly isMine: boolean;
  readonly circle: Ref | null;
}

interface WeakMatch {
  /** The known entry; null: none, or none for sure. */
  readonly person: Ref | null;
  readonly reason: string;
  readonly suspects: readonly Suspect[];
}

interface KnownEntry {
  readonly person: Ref;
  readonly since: string | null;
}

/** A row whose name leads to known entries. */
interface WeakRow {
  readonly at: number;
  readonly since: string | null;
}

interface MatchedRow {
  readonly at: number;
  readonly match: WeakMatch;
}

/** The rows of one name, and the known entries of it. */
interface SameName {
  readonly inList: readonly KnownEntry[];
  readonly elsewhere: readonly Ref[];
  /** Rows that have nothing but the name, and those that have more. */
  readonly bare: WeakRow[];
  readonly strong: WeakRow[];
}

/** Questions are asked about a handful of these. */
const maximumSuspects = 50;

/** The rows that nothing but a name leads to anybody. Of most nobody is known by that, and nothing is kept of them. */
export class WeakRows {
  readonly #tools: PlanTools;
  readonly #book: ReadableBook;
  readonly #frame: ListFrame;
  readonly #byName = new Map<string, SameName>();

  constructor(tools: PlanTools, book: ReadableBook, frame: ListFrame) {
    this.#tools = tools;
    this.#book = book;
    this.#frame = frame;
  }

  add(rows: readonly PlacedRow[]): void {
    // thousands of one name are asked about once
    const unknown = new Set<string>();
    for (const { at, row } of rows) {
      const isStrong = hasStrongKey(row, this.#frame);
      const name = weakNameOf(row, this.#frame, isStrong)?.normalize('NFC');
      if (name === undefined || unknown.has(name)) continue;
      const known = this.#byName.get(name) ?? this.#find(name);
      if (known === null) unknown.add(name);
      else (isStrong ? known.strong : known.bare).push({ at, since: row.since });
    }
  }

  /**
   * Pairs the rows of each name with the known entries of that name. `isTaken`: another row is this person by an
   * account, an address or a number, so an entry of somebody else is likelier.
   */
  *match(isTaken: (person: Ref) => boolean): Generator<MatchedRow> {
    const groups = [...this.#byName.values()];
    for (const { bare, strong } of groups) {
      bare.sort((a, b) => a.at - b.at);
      strong.sort((a, b) => a.at - b.at);
    }
    // A row without anything else has the better claim to an entry that has nothing else.
    groups.sort(
      (a, b) => firstOf(a.bare) - firstOf(b.bare) || firstOf(a.strong) - firstOf(b.strong),
    );
    for (const group of groups) yield* this.#matchGroup(group, isTaken);
  }

  #find(name: string): SameName | null {
    const inList = entriesInList(this.#tools, this.#book, this.#frame, name);
    const there = inList.map(({ person }) => person);
    const elsewhere = entriesElsewhere(this.#tools, this.#frame, name, there);
    if (inList.length + elsewhere.length === 0) return null;
    const found = { inList, elsewhere, bare: [], strong: [] };
    this.#byName.set(name, found);
    return found;
  }

  #matchGroup(
    { bare, elsewhere, inList, strong }: SameName,
    isTaken: (person: Ref) => boolean,
  ): MatchedRow[] {
    const matches: MatchedRow[] = [];
    const entries = [
      ...inList.filter(({ person }) => !isTaken(person)),
      ...inList.filter(({ person }) => isTaken(person)),
    ];
    const rest = pairWithList([...bare, ...strong], entries, ({ at }, { person }) => {
      matches.push({ at, match: { person, reason: 'Same entry of the list', suspects: none } });
    });
    const [known, ...others] = elsewhere;
    if (known === undefined) return matches;
    const platform = this.#frame.platform?.name ?? 'the platform';
    const [row, ...more] = rest;
    if (row !== undefined && more.length + others.length + inList.length === 0) {
      const reason = `Same name on ${platform}, the only one so far`;
      matches.push({ at: row.at, match: { person: known, reason, suspects: none } });
      return matches;
    }
    const reason = `Same name on ${platform}, but there are several of that name`;
    const suspects = elsewhere.slice(0, maximumSuspects).map((person) => ({ person, reason }));
    for (const { at } of rest) matches.push({ at, match: { person: null, reason: '', suspects } });
    return matches;
  }
}

/** Where there is none, a number that differs from itself by 0. */
function firstOf(rows: readonly WeakRow[]): number {
  return rows[0]?.at ?? Number.MAX_SAFE_INTEGER;
}

/**
 * The name under which a row may be an entry of its list that is known by name only; null: under none. A card
 * of an address book may have gained an address since.
 */
function weakNameOf(row: ParsedPerson, frame: ListFrame, isStrong: boolean): string | null {
  const weak = row.accounts.find((account) => account.weak);
  if (weak !== undefined) return weak.displayName;
  return isStrong && frame.kind !== 'contacts' ? null : row.name;
}

/** Pairs one to one, entries with the same date first; returns the rows that are left. */
function pairWithList(
  rows: readonly WeakRow[],
  entries: readonly KnownEntry[],
  pair: (row: WeakRow, entry: KnownEntry) => void,
): WeakRow[] {
  const byDay = Map.groupBy(entries, ({ since }) => since);
  const paired = new Set<KnownEntry>();
  const others = rows.filter((row) => {
    const entry = row.since === null ? undefined : byDay.get(row.since)?.shift();
    if (entry === undefined) return true;
    paired.add(entry);
    pair(row, entry);
    return false;
  });
  const free = entries.filter((entry) => !paired.has(entry));
  others.slice(0, free.length).forEach((row, index) => {
    const entry = free[index];
    if (entry !== undefined) pair(row, entry);
  });
  return others.slice(free.length);
}

function entriesInList(
  tools: PlanTools,
  book: ReadableBook,
  frame: ListFrame,
  name: string,
): readonly KnownEntry[] {
  if (frame.circle !== null) return tools.index.weakMembers(frame.circle, name);
  if (frame.kind === 'interactions' && frame.platform !== null) {
    return tools.index
      .weakAccounts(frame.platform.ref, name)
      .filter(({ person }) => tools.readings.isListed(frame, person))
      .map(({ person }) => ({ person, since: null }));
  }
  if (frame.event === null || frame.event < 0) return none;
  return book.all<KnownEntry>(
    `SELECT person.id AS person, NULL AS since
     FROM person JOIN attendance ON attendance.person_id = person.id
     WHERE person.folded_name = @foldedName AND person.display_name = @name
       AND attendance.event_id = @event ORDER BY person.id`,
    { foldedName: foldName(name), name, event: frame.event },
  );
}

/** Of lists that come from no platform at all. */
export const noPlatform = 'list';

/** "Mum" in my address book is not "Mum" in yours: only names on a platform mean the same everywhere. */
function entriesElsewhere(
  tools: PlanTools,
  frame: ListFrame,
  name: string,
  inList: readonly Ref[],
): readonly Ref[] {
  const isPublic = frame.kind === 'circle' || frame.kind === 'interactions';
  if (!isPublic || frame.platform === null || frame.platform.key === noPlatform) return none;
  const persons = new Set(
    tools.index.weakAccounts(frame.platform.ref, name).map((hit) => hit.person),
  );
  for (const person of inList) persons.delete(person);
  // Nobody stands in their own list.
  if (frame.owner !== null) persons.delete(frame.owner);
  return [...persons];
}
