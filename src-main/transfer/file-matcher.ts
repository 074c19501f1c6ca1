/**
 * Decides for each row of a file who it is. First all rows against the book as it was before the file, so
 * that the order of rows does not matter; then, row by row, the rest against what earlier rows brought. A row goes
 * by its place in the file, since those of long files are made anew whenever they are looked at.
 */
import type { ReadableBook } from '../book/access.ts';
import { foldName } from '../tables/fold-name.ts';
import { FileClaims } from './file-claims.ts';
import {
  findLeads,
  hasStrongKey,
  namesOf,
  noLeads,
  type Lead,
  type Leads,
  type Suspect,
} from './matching-leads.ts';
import { none } from './small-lists.ts';
import { readMarksAhead, readNamesakesAhead } from './matching-ahead.ts';
import { type ListFrame, WeakRows } from './matching-weak.ts';
import type { ParsedPerson, ParsedRole } from './parsed-file.ts';
import { type PersonList, type PlacedRow, rowAt } from './person-list.ts';
import type { PlanTools } from './plan-persons.ts';
import type { Ref } from './plan-stage.ts';

export type Match =
  | {
      readonly kind: 'certain';
      readonly person: Ref;
      readonly reason: string;
      /** Others whom the row names just as surely: perhaps the same person. */
      readonly conflicts: readonly Ref[];
    }
  | { readonly kind: 'new'; readonly suspects: readonly Suspect[] };

/** Whom nothing is known of that might be somebody. */
const isNew: Match = { kind: 'new', suspects: none };

/** More questions about one row than this help nobody. */
const maximumSuspects = 5;

/** What is known of each row; its rank is added to it. */
const settledAhead = 4;
const byAccountOnly = 8;
const ranks = 3;

export class FileMatcher {
  readonly #tools: PlanTools;
  readonly #frame: ListFrame;
  readonly #people: PersonList;
  readonly #claims: FileClaims;
  readonly #weak: WeakRows;
  /** Of each row the flags above, and how good its claim is: from 0, the best, to 2. */
  readonly #flags: Uint8Array;
  /** Where rows lead when no row is anybody yet, of those that lead anywhere, in the order of the file. */
  readonly #leads = new Map<number, Leads>();
  readonly #before = new Map<number, Match>();
  readonly #roles = new Map<Ref, readonly ParsedRole[]>();

  constructor(tools: PlanTools, book: ReadableBook, frame: ListFrame, people: PersonList) {
    this.#tools = tools;
    this.#frame = frame;
    this.#people = people;
    this.#claims = new FileClaims(tools);
    this.#weak = new WeakRows(tools, book, frame);
    this.#flags = new Uint8Array(people.length);
  }

  /** Looks where some rows lead, all of the file in its order, before it is decided who they are. */
  lookAt(rows: readonly PlacedRow[]): void {
    readMarksAhead(this.#tools, this.#frame, rows);
    const leadless: PlacedRow[] = [];
    for (const placed of rows) {
      const { at, row } = placed;
      if (this.#isOwners(placed)) continue;
      const leads = this.#leadsOf(row);
      if (leads === noLeads) leadless.push(placed);
      else {
        this.#leads.set(at, leads);
        this.#flags[at] = this.#rankOf(row, leads) | (isByAccountOnly(row) ? byAccountOnly : 0);
      }
    }
    this.#weak.add(leadless);
  }

  /** Once all rows were looked at: who those are that the book knows. */
  decide(): void {
    this.#matchLeads();
    for (const { at, match } of this.#weak.match((person) => this.#claims.isTaken(person))) {
      if (match.person === null) this.#before.set(at, { kind: 'new', suspects: match.suspects });
      else {
        const { person, reason } = match;
        this.#settleAhead(at, rowAt(this.#people, at), person);
        this.#before.set(at, { kind: 'certain', person, reason, conflicts: none });
      }
    }
    for (const [at, match] of this.#before) {
      if (match.kind !== 'certain') continue;
      const { roles } = rowAt(this.#people, at);
      if (roles.length === 0) continue;
      const others = this.#roles.get(match.person);
      this.#roles.set(match.person, others === undefined ? roles : [...others, ...roles]);
    }
  }

  /** True if the row is somebody whom the book knew before the file, for certain. */
  isKnown(at: number): boolean {
    return this.#before.get(at)?.kind === 'certain';
  }

  /** People of the book whom rows are for certain. */
  known(): Ref[] {
    const known: Ref[] = [];
    for (const match of this.#before.values())
      if (match.kind === 'certain') known.push(match.person);
    return known;
  }

  /** Who the row is. Known rows must be asked for first, and each row be `settle`d before the next. */
  match({ at, row }: PlacedRow): Match {
    const before = this.#before.get(at);
    if (before?.kind === 'certain') {
      // asked for once only
      this.#before.delete(at);
      return before;
    }
    const leads = this.#leadsOf(row);
    if (leads.certain.length > 0) return certain(leads.certain);
    const all = [...(before?.suspects ?? none), ...leads.suspects, ...this.#namesakes(row)];
    if (all.length === 0) return isNew;
    const suspects = new Map<Ref, Suspect>();
    for (const suspect of all) {
      if (suspects.size === maximumSuspects) break;
      if (!suspects.has(suspect.person) && this.#isPlausible(row, suspect.person)) {
        suspects.set(suspect.person, suspect);
      }
    }
    const again = [...suspects.keys()].find((person) => this.#isNamedAgain(row, person));
    if (again !== undefined)
      return certain([{ person: again, reason: 'Same entry of the list', isAccount: false }]);
    return { kind: 'new', suspects: [...suspects.values()] };
  }

  /** Reads at once what `match` will ask of these rows' namesakes; what was read for others is forgotten. */
  readNamesakes(rows: readonly PlacedRow[]): void {
    const unknown = rows.filter(({ at, row }) => row.name !== null && !this.isKnown(at));
    readNamesakesAhead(this.#tools, unknown, maximumSuspects);
  }

  /** True if an earlier reading of the list had more rows that are this person than this one had so far. */
  #isNamedAgain(row: ParsedPerson, person: Ref): boolean {
    const soFar = this.#claims.rowsOf(person);
    if (soFar === 0 || person < 0 || !this.#bearsNameOf(row, person)) return false;
    return this.#tools.readings.countListed(this.#frame, person) > soFar;
  }

  /** Roles that rows of the file state of somebody whom the book knows. */
  rolesOf(person: Ref): readonly ParsedRole[] {
    return this.#roles.get(person) ?? none;
  }

  /** Notes that a row is this person. */
  settle({ at, row }: PlacedRow, person: Ref, isMadeOfRow: boolean): void {
    if (((this.#flags[at] ?? 0) & settledAhead) !== 0) return;
    this.#claims.add(row, person, this.#isStrong(row), isMadeOfRow);
  }

  #settleAhead(at: number, row: ParsedPerson, person: Ref): void {
    this.#flags[at] = (this.#flags[at] ?? 0) | settledAhead;
    this.#claims.add(row, person, this.#isStrong(row), false);
  }

  /** A chat lists who wrote in it, its owner too, by name. */
  #isOwners({ at, row }: PlacedRow): boolean {
    const { kind, owner } = this.#frame;
    if (kind !== 'interactions' || owner === null || !this.#bearsNameOf(row, owner)) return false;
    const reason = 'The owner of the list';
    this.#before.set(at, { kind: 'certain', person: owner, reason, conflicts: none });
    return true;
  }

  /**
   * Rows with an account first, then those that bear the name of the person they lead to: of two rows that
   * lead to one person, they have the better claim.
   */
  #matchLeads(): void {
    const undecided: PlacedRow[] = [];
    for (const rank of [0, 1, 2]) {
      for (const [at, before] of this.#leads) {
        const flags = this.#flags[at] ?? 0;
        if ((flags & ranks) !== rank) continue;
        const row = rowAt(this.#people, at);
        // Accounts have one owner each; whose an address is depends on who the rows before are.
        const leads = (flags & byAccountOnly) === 0 ? this.#leadsOf(row) : before;
        if (leads.certain.length > 0) {
          const match = certain(leads.certain);
          this.#before.set(at, match);
          this.#settleAhead(at, row, match.person);
        } else if (leads.suspects.length === 0) undecided.push({ at, row });
      }
    }
    this.#leads.clear();
    this.#weak.add(undecided);
  }

  #rankOf(row: ParsedPerson, { certain: [best] }: Leads): 0 | 1 | 2 {
    if (best?.isAccount === true) return 0;
    return best !== undefined && this.#bearsNameOf(row, best.person) ? 1 : 2;
  }

  #leadsOf(row: ParsedPerson): Leads {
    return findLeads(this.#tools, row, this.#frame, this.#claims);
  }

  #isStrong(row: ParsedPerson): boolean {
    return hasStrongKey(row, this.#frame);
  }

  #bearsNameOf(row: ParsedPerson, person: Ref): boolean {
    if (row.name === null) return false;
    const folded = foldName(row.name);
    return namesOf(this.#tools.dossiers.look(person)).some((name) => foldName(name) === folded);
  }

  #namesakes(row: ParsedPerson): readonly Suspect[] {
    if (row.name === null) return none;
    const namesakes = this.#tools.index.namesakes(row.name);
    if (namesakes.length === 0) return none;
    const reason = `Same name: "${row.name}"`;
    return namesakes.map((person) => ({ person, reason }));
  }

  /** Whether it makes sense to ask if the row is this person. */
  #isPlausible(row: ParsedPerson, person: Ref): boolean {
    // Nobody stands in the list of their own friends; in an address book many people do.
    if (person === this.#frame.owner && this.#frame.kind === 'circle') return false;
    if (this.#claims.isTaken(person) && this.#areTwoEntries(row, person)) return false;
    const { dossiers, shared } = this.#tools;
    return !row.accounts.some(
      ({ platform, weak }) =>
        !weak && dossiers.hasOwnAccount(person, shared.platform(platform).ref),
    );
  }

  /** Platforms list nobody twice; an address book may well, as long as one of the two says little. */
  #areTwoEntries(row: ParsedPerson, person: Ref): boolean {
    // In a mailbox many a person has two addresses under one name.
    if (this.#frame.format === 'mbox' || this.#frame.format === 'calendar') return false;
    if (this.#frame.kind !== 'contacts') return true;
    return this.#claims.isStrong(person) && this.#isStrong(row);
  }
}

function isByAccountOnly({ emails, phones, uid }: ParsedPerson): boolean {
  return emails.length + phones.length === 0 && uid === null;
}

function certain(leads: readonly Lead[]): Match & { kind: 'certain' } {
  const [best, ...others] = leads;
  if (best === undefined) throw new Error('There is no lead to follow.');
  const conflicts = others.map(({ person }) => person).filter((person) => person !== best.person);
  const { person, reason } = best;
  const distinct = conflicts.length === 0 ? none : [...new Set(conflicts)];
  return { kind: 'certain', person, reason, conflicts: distinct };
}
