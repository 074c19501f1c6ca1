/**
 * Rows that are known by a display name only (Facebook's friends, names in a chat): which known entry each
 * one is. Two entries of one name in one list are two people; an older export of the same list is the same
 * list; an entry of somebody else's list is taken for the same account if the platform has one of that name.
 */
import type { ReadableBook } from '../book/access.ts';
import { foldName } from '../tables/fold-name.ts';
import type { ListKey } from './matching-keys.ts';
import { none } from './small-lists.ts';
import type { Suspect } from './matching-leads.ts';
import type { ParsedPerson } from './parsed-file.ts';
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

export interface WeakMatch {
  /** The known entry; null: none, or none for sure. */
  readonly person: Ref | null;
  readonly reason: string;
  readonly suspects: readonly Suspect[];
}

interface KnownEntry {
  readonly person: Ref;
  readonly since: string | null;
}

/**
 * The name under which a row may be an entry of its list that is known by name only; null: under none. A card
 * of an address book may have gained an address since.
 */
export function weakNameOf(row: ParsedPerson, frame: ListFrame, isStrong: boolean): string | null {
  const weak = row.accounts.find((account) => account.weak);
  if (weak !== undefined) return weak.displayName;
  return isStrong && frame.kind !== 'contacts' ? null : row.name;
}

const noMatches: ReadonlyMap<ParsedPerson, WeakMatch> = new Map();

/** Questions are asked about a handful of these. */
const maximumSuspects = 50;

/**
 * Pairs the rows of one name with the known entries of that name. `rows` in the order of the file; `isTaken`:
 * another row is this person by an account, an address or a number, so an entry of somebody else is likelier.
 */
export function matchWeakRows(
  tools: PlanTools,
  book: ReadableBook,
  frame: ListFrame,
  name: string,
  rows: readonly ParsedPerson[],
  isTaken: (person: Ref) => boolean,
): ReadonlyMap<ParsedPerson, WeakMatch> {
  const entries = entriesInList(tools, book, frame, name);
  const inListAlready = entries.map(({ person }) => person);
  const elsewhere = entriesElsewhere(tools, frame, name, inListAlready);
  if (entries.length + elsewhere.length === 0) return noMatches;
  const matches = new Map<ParsedPerson, WeakMatch>();
  const inList = [
    ...entries.filter(({ person }) => !isTaken(person)),
    ...entries.filter(({ person }) => isTaken(person)),
  ];
  const rest = pairWithList(rows, inList, (row, entry) => {
    matches.set(row, { person: entry.person, reason: 'Same entry of the list', suspects: [] });
  });
  const [known, ...others] = elsewhere;
  if (known === undefined) return matches;
  const platform = frame.platform?.name ?? 'the platform';
  const [row, ...more] = rest;
  if (row !== undefined && more.length + others.length + inList.length === 0) {
    const reason = `Same name on ${platform}, the only one so far`;
    matches.set(row, { person: known, reason, suspects: [] });
    return matches;
  }
  const reason = `Same name on ${platform}, but there are several of that name`;
  const suspects = elsewhere.slice(0, maximumSuspects).map((person) => ({ person, reason }));
  for (const unsure of rest) matches.set(unsure, { person: null, reason: '', suspects });
  return matches;
}

/** Pairs one to one, entries with the same date first; returns the rows that are left. */
function pairWithList(
  rows: readonly ParsedPerson[],
  entries: readonly KnownEntry[],
  pair: (row: ParsedPerson, entry: KnownEntry) => void,
): ParsedPerson[] {
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
