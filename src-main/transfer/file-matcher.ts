/**
 * Decides for each row of a file who it is. First all rows against the book as it was before the file, so
 * that the order of rows does not matter; then, row by row, the rest against what earlier rows brought.
 */
import type { ReadableBook } from '../book/access.ts';
import { foldName } from '../tables/fold-name.ts';
import {
  findLeads,
  hasStrongKey,
  namesOf,
  type Lead,
  type Leads,
  type Suspect,
} from './matching-leads.ts';
import { append } from './matching-keys.ts';
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
}

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
  readonly #settled = new Map<ParsedPerson, Ref>();
  readonly #rowCounts = new Map<Ref, number>();

  constructor(
    tools: PlanTools,
    book: ReadableBook,
    frame: ListFrame,
    rows: readonly ParsedPerson[],
  ) {
    this.#tools = tools;
    this.#book = book;
    this.#frame = frame;
    this.#readAhead(rows);
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
    if (before?.kind === 'certain') return before;
    const leads = this.#leadsOf(row);
    if (leads.certain.length > 0) return certain(leads.certain);
    const all = [...(before?.suspects ?? []), ...leads.suspects, ...this.#namesakes(row)];
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
    const { dossiers, index, shared } = this.#tools;
    dossiers.forgetPassing();
    const toLookAt: Ref[] = [];
    const byPlatform = new Map<Ref, Ref[]>();
    for (const row of rows) {
      if (row.name === null || this.isKnown(row)) continue;
      const namesakes = index.namesakes(row.name);
      const own = row.accounts.find((account) => !account.weak);
      if (own === undefined) toLookAt.push(...namesakes);
      else {
        const platform = shared.platform(own.platform).ref;
        for (const person of namesakes) append(byPlatform, platform, person);
      }
    }
    for (const [platform, people] of byPlatform) {
      toLookAt.push(...dossiers.readBearers(platform, people));
    }
    dossiers.readPassing(toLookAt);
  }

  /** True if an earlier reading of the list had more rows that are this person than this one had so far. */
  #isNamedAgain(row: ParsedPerson, person: Ref): boolean {
    const soFar = this.#rowCounts.get(person) ?? 0;
    if (soFar === 0 || person < 0 || !this.#bearsNameOf(row, person)) return false;
    return this.#tools.readings.countListed(this.#frame, person) > soFar;
  }

  /** Roles that rows of the file state of somebody whom the book knows. */
  rolesOf(person: Ref): readonly ParsedRole[] {
    return this.#roles.get(person) ?? [];
  }

  /** Notes that a row is this person. */
  settle(row: ParsedPerson, person: Ref): void {
    if (this.#settled.get(row) !== person) {
      this.#settled.set(row, person);
      this.#rowCounts.set(person, (this.#rowCounts.get(person) ?? 0) + 1);
    }
    if (this.#claims.has(person)) return;
    this.#claims.set(person, {
      foldedName: row.name === null ? null : foldName(row.name),
      isStrong: this.#isStrong(row),
    });
  }

  /** All that the rows will ask the book for, in a few questions. */
  #readAhead(rows: readonly ParsedPerson[]): void {
    const { dossiers, index, shared } = this.#tools;
    const { kind, platform } = this.#frame;
    const accounts = Map.groupBy(
      rows.flatMap((row) => row.accounts).filter((account) => !account.weak),
      (account) => shared.platform(account.platform).ref,
    );
    const records = rows.flatMap(({ uid }) => (uid === null ? [] : [{ externalId: uid }]));
    const keepsIds = kind === 'contacts' && platform !== null;
    const keysOf = (kept: 'emails' | 'phones'): string[] =>
      rows.flatMap((row) => row[kept].flatMap(({ normalised }) => normalised ?? []));
    const known = [
      ...[...accounts].flatMap(([ref, marks]) => index.readAccounts(ref, marks)),
      ...(keepsIds ? index.readAccounts(platform.ref, records) : []),
      ...index.readHolders('email', keysOf('emails')),
      ...index.readHolders('phone', keysOf('phones')),
    ];
    dossiers.readAhead(known);
    index.readNamesakes(rows.flatMap(({ name }) => name ?? []));
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
    const found = rows.map((row) => {
      const leads = this.#leadsOf(row);
      return { row, leads, rank: this.#rankOf(row, leads) };
    });
    const undecided = new Set<ParsedPerson>();
    for (const rank of [0, 1, 2]) {
      for (const { row, leads: before } of found.filter((candidate) => candidate.rank === rank)) {
        // Accounts have one owner each; whose an address is depends on who the rows before are.
        const leads = isByAccountOnly(row) ? before : this.#leadsOf(row);
        const match = leads.certain.length === 0 ? null : certain(leads.certain);
        if (match !== null) {
          this.#before.set(row, match);
          this.settle(row, match.person);
        } else if (leads.suspects.length === 0) undecided.add(row);
      }
    }
    return rows.filter((row) => undecided.has(row));
  }

  #rankOf(row: ParsedPerson, { certain: [best] }: Leads): 0 | 1 | 2 {
    if (best?.isAccount === true) return 0;
    return best !== undefined && this.#bearsNameOf(row, best.person) ? 1 : 2;
  }

  #matchWeak(rows: readonly ParsedPerson[]): void {
    const byName = new Map<string, ParsedPerson[]>();
    // A row without anything else has the better claim to an entry that has nothing else.
    const ordered = [
      ...rows.filter((row) => !this.#isStrong(row)),
      ...rows.filter((row) => this.#isStrong(row)),
    ];
    for (const row of ordered) {
      const name = weakNameOf(row, this.#frame, this.#isStrong(row))?.normalize('NFC');
      if (name === undefined) continue;
      const sameName = byName.get(name);
      if (sameName === undefined) byName.set(name, [row]);
      else sameName.push(row);
    }
    const isTaken = (person: Ref): boolean => this.#claims.has(person);
    for (const [name, sameName] of byName) {
      const matches = matchWeakRows(this.#tools, this.#book, this.#frame, name, sameName, isTaken);
      for (const [row, match] of matches) this.#before.set(row, this.#fromWeak(row, match));
    }
  }

  #fromWeak(row: ParsedPerson, match: WeakMatch): Match {
    if (match.person === null) return { kind: 'new', suspects: match.suspects };
    this.settle(row, match.person);
    return { kind: 'certain', person: match.person, reason: match.reason, conflicts: [] };
  }

  #leadsOf(row: ParsedPerson): Leads {
    return findLeads(this.#tools, row, this.#frame, {
      isTaken: (person) => this.#claims.has(person),
      isAnothers: (person) => this.#isAnothers(row, person),
    });
  }

  #isStrong(row: ParsedPerson): boolean {
    return hasStrongKey(row, this.#frame);
  }

  #isAnothers(row: ParsedPerson, person: Ref): boolean {
    const name = this.#claims.get(person)?.foldedName ?? null;
    return name !== null && row.name !== null && name !== foldName(row.name);
  }

  #bearsNameOf(row: ParsedPerson, person: Ref): boolean {
    if (row.name === null) return false;
    const folded = foldName(row.name);
    return namesOf(this.#tools.dossiers.look(person)).some((name) => foldName(name) === folded);
  }

  #namesakes(row: ParsedPerson): Suspect[] {
    if (row.name === null) return [];
    const reason = `Same name: "${row.name}"`;
    return this.#tools.index.namesakes(row.name).map((person) => ({ person, reason }));
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
