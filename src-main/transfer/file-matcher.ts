/**
 * Decides for each row of a file who it is. First all rows against the book as it was before the file, so
 * that the order of rows does not matter; then, row by row, the rest against what earlier rows brought.
 */
import type { ReadableBook } from '../book/access.ts';
import { foldName } from '../tables/fold-name.ts';
import { findLeads, hasStrongKey, type Lead, type Leads, type Suspect } from './matching-leads.ts';
import { type ListFrame, matchWeakRows, weakNameOf, type WeakMatch } from './matching-weak.ts';
import type { ParsedPerson } from './parsed-file.ts';
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
  /** People that rows of this file are. */
  readonly #claims = new Map<Ref, Claim>();

  constructor(
    tools: PlanTools,
    book: ReadableBook,
    frame: ListFrame,
    rows: readonly ParsedPerson[],
  ) {
    this.#tools = tools;
    this.#book = book;
    this.#frame = frame;
    const undecided = this.#matchLeads(this.#withoutOwner(rows));
    this.#matchWeak(undecided);
  }

  /** Who the row is. Rows must be asked for in order, each `settle`d before the next. */
  match(row: ParsedPerson): Match {
    const before = this.#before.get(row);
    if (before?.kind === 'certain') return before;
    const leads = this.#leadsOf(row);
    const best = leads.certain.find((lead) => this.#mayBe(row, lead));
    if (best !== undefined) return this.#certain(best, leads);
    const all = [...(before?.suspects ?? []), ...leads.suspects, ...this.#namesakes(row)];
    const suspects = new Map<Ref, Suspect>();
    for (const suspect of all) {
      if (suspects.size === maximumSuspects) break;
      if (!suspects.has(suspect.person) && this.#isPlausible(row, suspect.person)) {
        suspects.set(suspect.person, suspect);
      }
    }
    return { kind: 'new', suspects: [...suspects.values()] };
  }

  /** Notes that a row is this person. */
  settle(row: ParsedPerson, person: Ref): void {
    if (this.#claims.has(person)) return;
    this.#claims.set(person, {
      foldedName: row.name === null ? null : foldName(row.name),
      isStrong: this.#isStrong(row),
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

  /** First those rows that bear the name of the person they lead to: of two rows, they have the better claim. */
  #matchLeads(rows: readonly ParsedPerson[]): ParsedPerson[] {
    const found = rows.map((row) => ({ row, leads: this.#leadsOf(row) }));
    const [namesakes, others] = partition(found, ({ row, leads }) => {
      const [best] = leads.certain;
      return best !== undefined && this.#bearsNameOf(row, best.person);
    });
    for (const { row, leads } of [...namesakes, ...others]) {
      const best = leads.certain.find((lead) => this.#mayBe(row, lead));
      if (best === undefined) continue;
      this.#before.set(row, this.#certain(best, leads));
      this.settle(row, best.person);
    }
    return found
      .filter(({ row, leads }) => !this.#before.has(row) && leads.suspects.length === 0)
      .map(({ row }) => row);
  }

  #matchWeak(rows: readonly ParsedPerson[]): void {
    const byName = new Map<string, ParsedPerson[]>();
    for (const row of rows) {
      const name = weakNameOf(row, this.#isStrong(row))?.normalize('NFC');
      if (name === undefined) continue;
      const sameName = byName.get(name);
      if (sameName === undefined) byName.set(name, [row]);
      else sameName.push(row);
    }
    for (const [name, sameName] of byName) {
      const matches = matchWeakRows(this.#tools, this.#book, this.#frame, name, sameName);
      for (const [row, match] of matches) this.#before.set(row, this.#fromWeak(row, match));
    }
  }

  #fromWeak(row: ParsedPerson, match: WeakMatch): Match {
    if (match.person === null) return { kind: 'new', suspects: match.suspects };
    this.settle(row, match.person);
    return { kind: 'certain', person: match.person, reason: match.reason, conflicts: [] };
  }

  #certain(best: Lead, leads: Leads): Match {
    const conflicts = leads.certain.map((lead) => lead.person).filter((p) => p !== best.person);
    return {
      kind: 'certain',
      person: best.person,
      reason: best.reason,
      conflicts: [...new Set(conflicts)],
    };
  }

  #leadsOf(row: ParsedPerson): Leads {
    return findLeads(this.#tools, row, this.#frame);
  }

  #isStrong(row: ParsedPerson): boolean {
    return hasStrongKey(row, this.#frame);
  }

  /** Two rows of one file with different names are two people, even if they share an address. */
  #mayBe(row: ParsedPerson, lead: Lead): boolean {
    const claim = this.#claims.get(lead.person);
    if (claim === undefined || lead.isAccount) return true;
    return (
      row.name === null || claim.foldedName === null || claim.foldedName === foldName(row.name)
    );
  }

  #bearsNameOf(row: ParsedPerson, person: Ref): boolean {
    const known = this.#tools.dossiers.of(person).displayName;
    return known !== null && row.name !== null && foldName(known) === foldName(row.name);
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
    const own = this.#tools.dossiers.of(person).accounts.filter((account) => !account.isWeak);
    return !row.accounts.some((account) => {
      if (account.weak) return false;
      const platform = this.#tools.shared.platform(account.platform).ref;
      return own.some((known) => known.platform === platform);
    });
  }

  /** Platforms list nobody twice; an address book may well, as long as one of the two says little. */
  #areTwoEntries(row: ParsedPerson, claim: Claim): boolean {
    return this.#frame.kind !== 'contacts' || (claim.isStrong && this.#isStrong(row));
  }
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  const yes: Item[] = [];
  const no: Item[] = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}
