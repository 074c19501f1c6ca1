/**
 * Decides for each row of a file who it is. First all rows against the book as it was before the file, so
 * that the order of rows does not matter; then, row by row, the rest against what earlier rows brought.
 */
import type { ReadableBook } from '../book/access.ts';
import { foldName } from '../tables/fold-name.ts';
import {
  type Claims,
  findLeads,
  hasStrongKey,
  namesOf,
  noLeads,
  type Lead,
  type Leads,
  type Suspect,
} from './matching-leads.ts';
import { append, none } from './small-lists.ts';
import { readMarksAhead, readNamesakesAhead } from './matching-ahead.ts';
import { type ListFrame, matchWeakRows, weakNameOf, type WeakMatch } from './matching-weak.ts';
import type { ParsedPerson, ParsedRole } from './parsed-file.ts';
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

interface Claim {
  readonly foldedName: string | null;
  readonly isStrong: boolean;
  /** How many rows are this person. */
  rows: number;
}

/** Whom nothing is known of that might be somebody. */
const isNew: Match = { kind: 'new', suspects: none };

/** More questions about one row than this help nobody. */
const maximumSuspects = 5;

export class FileMatcher {
  readonly #tools: PlanTools;
  readonly #book: ReadableBook;
  readonly #frame: ListFrame;
  readonly #before = new Map<ParsedPerson, Match>();
  readonly #roles = new Map<Ref, readonly ParsedRole[]>();
  /** People that rows of this file are. */
  readonly #claims = new Map<Ref, Claim>();
  readonly #othersClaims: Claims = {
    isTaken: (person) => this.#claims.has(person),
    isAnothers: (row, person) => {
      const name = this.#claims.get(person)?.foldedName ?? null;
      return name !== null && row.name !== null && name !== foldName(row.name);
    },
  };
  /** Rows that were settled before their turn. */
  readonly #settled = new Set<ParsedPerson>();

  constructor(
    tools: PlanTools,
    book: ReadableBook,
    frame: ListFrame,
    rows: readonly ParsedPerson[],
  ) {
    this.#tools = tools;
    this.#book = book;
    this.#frame = frame;
    readMarksAhead(tools, frame, rows);
    const undecided = this.#matchLeads(this.#withoutOwner(rows));
    this.#matchWeak(undecided);
    for (const [row, match] of this.#before) {
      if (match.kind !== 'certain' || row.roles.length === 0) continue;
      this.#roles.set(match.person, [...this.rolesOf(match.person), ...row.roles]);
    }
  }

  /** True if the row is somebody whom the book knew before the file, for certain. */
  isKnown(row: ParsedPerson): boolean {
    return this.#before.get(row)?.kind === 'certain';
  }

  /** People of the book whom rows are for certain. */
  known(): Ref[] {
    return [...this.#before.values()].flatMap((match) =>
      match.kind === 'certain' ? match.person : [],
    );
  }

  /** Who the row is. Known rows must be asked for first, and each row be `settle`d before the next. */
  match(row: ParsedPerson): Match {
    const before = this.#before.get(row);
    if (before?.kind === 'certain') {
      // asked for once only
      this.#before.delete(row);
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
  readNamesakes(rows: readonly ParsedPerson[]): void {
    const unknown = rows.filter((row) => row.name !== null && !this.isKnown(row));
    readNamesakesAhead(this.#tools, unknown, maximumSuspects);
  }

  /** True if an earlier reading of the list had more rows that are this person than this one had so far. */
  #isNamedAgain(row: ParsedPerson, person: Ref): boolean {
    const soFar = this.#claims.get(person)?.rows ?? 0;
    if (soFar === 0 || person < 0 || !this.#bearsNameOf(row, person)) return false;
    return this.#tools.readings.countListed(this.#frame, person) > soFar;
  }

  /** Roles that rows of the file state of somebody whom the book knows. */
  rolesOf(person: Ref): readonly ParsedRole[] {
    return this.#roles.get(person) ?? [];
  }

  /** Notes that a row is this person. */
  settle(row: ParsedPerson, person: Ref): void {
    if (!this.#settled.delete(row)) this.#claim(row, person);
  }

  #settleAhead(row: ParsedPerson, person: Ref): void {
    this.#settled.add(row);
    this.#claim(row, person);
  }

  #claim(row: ParsedPerson, person: Ref): void {
    const claim = this.#claims.get(person);
    if (claim !== undefined) {
      claim.rows++;
      return;
    }
    this.#claims.set(person, {
      foldedName: row.name === null ? null : foldName(row.name),
      isStrong: this.#isStrong(row),
      rows: 1,
    });
  }

  /** A chat lists who wrote in it, its owner too, by name. */
  #withoutOwner(rows: readonly ParsedPerson[]): readonly ParsedPerson[] {
    const { kind, owner } = this.#frame;
    if (kind !== 'interactions' || owner === null) return rows;
    return rows.filter((row) => {
      if (!this.#bearsNameOf(row, owner)) return true;
      const reason = 'The owner of the list';
      this.#before.set(row, { kind: 'certain', person: owner, reason, conflicts: [] });
      return false;
    });
  }

  /**
   * Rows with an account first, then those that bear the name of the person they lead to: of two rows that
   * lead to one person, they have the better claim.
   */
  #matchLeads(rows: readonly ParsedPerson[]): ParsedPerson[] {
    const found = rows.map((row) => this.#leadsOf(row));
    const ranks = Uint8Array.from(rows, (row, at) => this.#rankOf(row, found[at] ?? noLeads));
    const undecided = new Uint8Array(rows.length);
    for (const rank of [0, 1, 2]) {
      for (const [at, row] of rows.entries()) {
        if (ranks[at] !== rank) continue;
        const before = found[at] ?? noLeads;
        // Accounts have one owner each; whose an address is depends on who the rows before are.
        const isSettled = before === noLeads || isByAccountOnly(row);
        const leads = isSettled ? before : this.#leadsOf(row);
        const match = leads.certain.length === 0 ? null : certain(leads.certain);
        if (match !== null) {
          this.#before.set(row, match);
          this.#settleAhead(row, match.person);
        } else if (leads.suspects.length === 0) undecided[at] = 1;
      }
    }
    return rows.filter((_, at) => undecided[at] === 1);
  }

  #rankOf(row: ParsedPerson, { certain: [best] }: Leads): 0 | 1 | 2 {
    if (best?.isAccount === true) return 0;
    return best !== undefined && this.#bearsNameOf(row, best.person) ? 1 : 2;
  }

  #matchWeak(rows: readonly ParsedPerson[]): void {
    const byName = new Map<string, ParsedPerson[]>();
    // A row without anything else has the better claim to an entry that has nothing else.
    const areStrong = Uint8Array.from(rows, (row) => (this.#isStrong(row) ? 1 : 0));
    for (const isStrong of [false, true]) {
      for (const [at, row] of rows.entries()) {
        if ((areStrong[at] === 1) !== isStrong) continue;
        const name = weakNameOf(row, this.#frame, isStrong)?.normalize('NFC');
        if (name !== undefined) append(byName, name, row);
      }
    }
    const isTaken = (person: Ref): boolean => this.#claims.has(person);
    for (const [name, sameName] of byName) {
      const matches = matchWeakRows(this.#tools, this.#book, this.#frame, name, sameName, isTaken);
      for (const [row, match] of matches) this.#before.set(row, this.#fromWeak(row, match));
    }
  }

  #fromWeak(row: ParsedPerson, match: WeakMatch): Match {
    if (match.person === null) return { kind: 'new', suspects: match.suspects };
    this.#settleAhead(row, match.person);
    return { kind: 'certain', person: match.person, reason: match.reason, conflicts: [] };
  }

  #leadsOf(row: ParsedPerson): Leads {
    return findLeads(this.#tools, row, this.#frame, this.#othersClaims);
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
    const claim = this.#claims.get(person);
    if (claim !== undefined && this.#areTwoEntries(row, claim)) return false;
    const { dossiers, shared } = this.#tools;
    return !row.accounts.some(
      ({ platform, weak }) =>
        !weak && dossiers.hasOwnAccount(person, shared.platform(platform).ref),
    );
  }

  /** Platforms list nobody twice; an address book may well, as long as one of the two says little. */
  #areTwoEntries(row: ParsedPerson, claim: Claim): boolean {
    // In a mailbox many a person has two addresses under one name.
    if (this.#frame.format === 'mbox' || this.#frame.format === 'calendar') return false;
    return this.#frame.kind !== 'contacts' || (claim.isStrong && this.#isStrong(row));
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
  return { kind: 'certain', person, reason, conflicts: [...new Set(conflicts)] };
}
