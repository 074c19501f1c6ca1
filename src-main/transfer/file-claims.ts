/** Whom the rows of one file are: who is taken, and under which name. Of most people that is one row, so one number. */
import { foldName } from '../tables/fold-name.ts';
import type { Claims } from './matching-leads.ts';
import type { ParsedPerson } from './parsed-file.ts';
import type { PlanTools } from './plan-persons.ts';
import type { Ref } from './plan-stage.ts';

/** The first row that is the person has something that identifies them. */
const strong = 1;
/** They were made of that row, whose name is theirs. */
const madeOfRow = 2;
/** How many rows there are stands above the flags. */
const oneRow = 4;

export class FileClaims implements Claims {
  readonly #tools: PlanTools;
  readonly #claims = new Map<Ref, number>();
  /** As folded, of the first row; of people whom the file did not make. */
  readonly #names = new Map<Ref, string>();

  constructor(tools: PlanTools) {
    this.#tools = tools;
  }

  /** Notes that a row is this person. */
  add(row: ParsedPerson, person: Ref, isStrong: boolean, isMadeOfRow: boolean): void {
    const claim = this.#claims.get(person);
    if (claim !== undefined) {
      this.#claims.set(person, claim + oneRow);
      return;
    }
    const flags = (isStrong ? strong : 0) | (isMadeOfRow && row.name !== null ? madeOfRow : 0);
    this.#claims.set(person, oneRow | flags);
    if (!isMadeOfRow && row.name !== null) this.#names.set(person, foldName(row.name));
  }

  isTaken(person: Ref): boolean {
    return this.#claims.has(person);
  }

  isAnothers(row: ParsedPerson, person: Ref): boolean {
    if (row.name === null) return false;
    const claim = this.#claims.get(person);
    if (claim === undefined) return false;
    const name = this.#nameOf(person, claim);
    return name !== null && name !== foldName(row.name);
  }

  /** How many rows are the person. */
  rowsOf(person: Ref): number {
    return Math.floor((this.#claims.get(person) ?? 0) / oneRow);
  }

  /** True if the first row that is the person has something that identifies them. */
  isStrong(person: Ref): boolean {
    return ((this.#claims.get(person) ?? 0) & strong) !== 0;
  }

  #nameOf(person: Ref, claim: number): string | null {
    if ((claim & madeOfRow) === 0) return this.#names.get(person) ?? null;
    const { displayName } = this.#tools.dossiers.look(person);
    return displayName === null ? null : foldName(displayName);
  }
}
