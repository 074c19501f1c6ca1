/**
 * One edition of a list that platforms hand out whole. Held against the edition read before it, it tells who
 * came and who went. A part of a list, an address book or a list made by hand tells neither.
 */
import type { ImportPlanner } from './import-planner.ts';
import type { ListFrame } from './matching-weak.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { KnownMember, Relation } from './plan-circles.ts';
import type { RowSource } from './plan-persons.ts';
import type { Ref } from './plan-stage.ts';

/**
 * What to do about people who are no longer in a list: `careful` marks them as gone unless that would be more
 * than half of the list, `all` marks them in any case, `none` never.
 */
export type Departures = 'careful' | 'all' | 'none';

/**
 * - `first`: there is nothing to hold it against;
 * - `newer`: who is missing has gone;
 * - `older`: a newer edition was read already; who is only in this one had gone by then.
 */
type Age = 'first' | 'newer' | 'older';

export interface EditionChanges {
  /** People who would be gone, were it believed that the file is the whole list. */
  readonly doubtful: number;
  /** Ties that had no other reason than the list. */
  readonly tiesEnded: number;
}

interface EditionOptions {
  readonly parsed: ParsedFile;
  readonly frame: ListFrame;
  readonly owner: Ref;
  readonly circle: Ref;
  readonly sha256: string;
  readonly departures: Departures;
}

export class ListEdition {
  readonly age: Age;
  readonly relation: Relation;
  readonly #planner: ImportPlanner;
  readonly #options: EditionOptions;
  /** Members when the file was opened, by account; empty for a first edition. */
  readonly #before: ReadonlyMap<Ref, KnownMember>;
  readonly #newest: string | null;
  readonly #activeBefore = new Set<Ref>();
  readonly #seen = new Set<Ref>();
  readonly #seenMembers = new Set<Ref>();

  constructor(planner: ImportPlanner, options: EditionOptions) {
    const { parsed, frame, circle } = options;
    this.#planner = planner;
    this.#options = options;
    this.relation = parsed.direction ?? 'linked';
    const isAgain = planner.tools.readings.hasList(frame);
    this.#before = isAgain ? planner.circles.members(circle, this.relation) : new Map();
    this.#newest = newestOf(this.#before);
    this.age = this.#findAge();
    for (const { person, goneOn } of this.#before.values()) {
      if (goneOn === null) this.#activeBefore.add(person);
    }
  }

  /** The day since when a member whom the book does not have as such is gone; null: they are there. */
  goneOn(member: KnownMember | undefined): string | null {
    if (this.age !== 'older') return null;
    return member === undefined ? (this.#newest ?? this.#planner.clock.today) : member.goneOn;
  }

  /** Notes that somebody is in the list, and as which member. */
  note(person: Ref, member: KnownMember, source: RowSource): void {
    // of a first edition nobody can be missing
    if (this.age === 'first') return;
    this.#seenMembers.add(member.ref);
    if (this.#seen.has(person)) return;
    this.#seen.add(person);
    if (this.age !== 'newer' || this.#activeBefore.has(person)) return;
    this.#change('came', person, source);
  }

  /** After all rows: who was in the last edition and is not in this one is gone, and so is the link. */
  close(source: RowSource): EditionChanges {
    if (this.age !== 'newer') return { doubtful: 0, tiesEnded: 0 };
    const missing = [...this.#missing()];
    const gone = new Set(missing.map(({ person }) => person).filter((p) => !this.#seen.has(p)));
    const { departures } = this.#options;
    // What a file was not believed the first time it is not believed the second time either.
    const isDoubtful =
      departures === 'careful' && (gone.size * 2 > this.#activeBefore.size || this.#isReadBefore());
    if (isDoubtful || departures === 'none') return { doubtful: gone.size, tiesEnded: 0 };
    const goneOn = source.asOf ?? this.#planner.clock.today;
    for (const member of missing) this.#planner.circles.markGone(member, goneOn);
    let tiesEnded = 0;
    for (const person of gone) {
      this.#change('went', person, source);
      if (this.#endLink(person)) tiesEnded++;
    }
    return { doubtful: 0, tiesEnded };
  }

  #isReadBefore(): boolean {
    return this.#planner.tools.readings.isRead(this.#options.frame, this.#options.sha256);
  }

  #change(kind: 'came' | 'went', person: Ref, source: RowSource): void {
    const name = this.#planner.tools.dossiers.of(person).displayName ?? '';
    const change = { kind, person, name, was: null, became: null };
    this.#planner.changes.add(change, source.importRef, source.asOf);
  }

  /** Members whom earlier editions of this very format brought, and who are not in this one. */
  *#missing(): Iterable<KnownMember> {
    // A member who hides their name is still there; the day of the link is all that tells who it is.
    const hidden = new Map<string, number>();
    for (const day of this.#options.parsed.hiddenSince) hidden.set(day, (hidden.get(day) ?? 0) + 1);
    const { readings } = this.#planner.tools;
    for (const member of this.#before.values()) {
      if (member.goneOn !== null || this.#seenMembers.has(member.ref)) continue;
      const left = member.since === null ? 0 : (hidden.get(member.since) ?? 0);
      if (left > 0 && member.since !== null) hidden.set(member.since, left - 1);
      else if (readings.isListed(this.#options.frame, member.person)) yield member;
    }
  }

  /** True if the tie had no other reason. */
  #endLink(person: Ref): boolean {
    const { owner, frame } = this.#options;
    const platform = frame.platform?.ref ?? null;
    if (this.relation === 'linked') {
      return this.#planner.ties.end(owner, person, 'platform_link', platform, null, frame.format);
    }
    const direction = this.relation === 'followed_by_owner' ? 'outgoing' : 'incoming';
    return this.#planner.ties.end(owner, person, 'follow', platform, direction, frame.format);
  }

  #findAge(): Age {
    const { parsed, frame, sha256 } = this.#options;
    if (this.#before.size === 0) return 'first';
    if (this.#planner.tools.readings.isReadBeforeAnother(frame, sha256)) return 'older';
    const isNotOlder = parsed.asOf === null || this.#newest === null || parsed.asOf >= this.#newest;
    if (isNotOlder) return 'newer';
    if (this.#isReadBefore()) return 'older';
    // What is said to be the newer one cannot be whole if it lacks most of an older one.
    const byThen = [...this.#before.values()].filter(
      ({ since }) => since === null || parsed.asOf === null || since <= parsed.asOf,
    );
    return parsed.people.length > 2 * byThen.length ? 'first' : 'older';
  }
}

function newestOf(members: ReadonlyMap<Ref, KnownMember>): string | null {
  let newest: string | null = null;
  for (const { since } of members.values()) {
    if (since !== null && (newest === null || since > newest)) newest = since;
  }
  return newest;
}
