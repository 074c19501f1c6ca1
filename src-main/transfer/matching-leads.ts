/** Certain matches: who, by an account, an e-mail address or a number, is the person of a row. */
import { foldName } from '../tables/fold-name.ts';
import type { Dossier } from './dossiers.ts';
import type { ListFrame } from './matching-weak.ts';
import { none } from './small-lists.ts';
import type { ParsedPerson } from './parsed-file.ts';
import type { PlanTools } from './plan-persons.ts';
import type { Ref } from './plan-stage.ts';

export interface Lead {
  readonly person: Ref;
  /** By what, for the user: "Same e-mail address". */
  readonly reason: string;
  /** An account on a platform can have one owner only; an address or a number may be shared. */
  readonly isAccount: boolean;
}

/** Somebody who may be the person of a row, and why. */
export interface Suspect {
  readonly person: Ref;
  readonly reason: string;
}

/** Who the other rows of the file are. */
export interface Claims {
  /** Another row is this person. */
  isTaken(person: Ref): boolean;
  /** Another row is this person under another name than the row's: two rows with two names are two people. */
  isAnothers(row: ParsedPerson, person: Ref): boolean;
}

export interface Leads {
  /** Certain ones, the most reliable first; they may name different people. */
  readonly certain: readonly Lead[];
  readonly suspects: readonly Suspect[];
}

/** That nothing in the row leads to anybody, as with most. */
export const noLeads: Leads = { certain: none, suspects: none };

/**
 * Who bears what the row bears. Accounts come first, then e-mail addresses, then numbers. An address that
 * several people share, or a number whose bearer has a wholly different name (a household, a switchboard),
 * proves nothing: its bearers are suspects.
 */
export function findLeads(
  tools: PlanTools,
  row: ParsedPerson,
  frame: ListFrame,
  claims: Claims,
): Leads {
  const certain: Lead[] = [];
  const suspects: Suspect[] = [];
  for (const account of row.accounts) {
    const platform = tools.shared.platform(account.platform);
    const hit = account.weak ? null : tools.index.account(platform.ref, account);
    if (hit !== null) {
      certain.push({
        person: hit.person,
        reason: `Same ${platform.name} account`,
        isAccount: true,
      });
    }
  }
  if (keepsRecordIds(frame) && row.uid !== null && frame.platform !== null) {
    const hit = tools.index.account(frame.platform.ref, { externalId: row.uid });
    if (hit !== null && !claims.isAnothers(row, hit.person)) {
      certain.push({ person: hit.person, reason: 'Same record of the list', isAccount: false });
    }
  }
  for (const kind of reachKinds) {
    for (const { normalised } of kind === 'email' ? row.emails : row.phones) {
      const holders = normalised === null ? none : tools.index.holders(kind, normalised);
      // Whom a surer mark names may well share an address with others.
      if (certain[0] !== undefined && holders.includes(certain[0].person)) continue;
      if (holders.length === 0) continue;
      const what = kind === 'email' ? 'e-mail address' : 'phone number';
      const free = holders.filter((person) => !claims.isAnothers(row, person));
      const owner = chooseHolder(tools, frame, free, row, kind, claims);
      if (owner !== null) {
        certain.push({ person: owner, reason: `Same ${what}`, isAccount: false });
      } else {
        const reason = `Same ${what} (${normalised}), but another name`;
        suspects.push(...holders.map((person) => ({ person, reason })));
      }
    }
  }
  return certain.length + suspects.length === 0 ? noLeads : { certain, suspects };
}

const reachKinds = ['email', 'phone'] as const;

/**
 * Of those who have an address or number, the one that the row surely means; null: none for sure. Of several
 * of the row's name it is the one whom this list named before, and of several such the one who bears most of
 * the row: a row that was read before gave its person all of its marks, and finds them again by that. If that
 * leaves several, it is one whom no other row of the file is.
 */
function chooseHolder(
  tools: PlanTools,
  frame: ListFrame,
  holders: readonly Ref[],
  row: ParsedPerson,
  kind: 'email' | 'phone',
  claims: Claims,
): Ref | null {
  const { name } = row;
  const folded = name === null ? null : foldName(name);
  const isStranger = (holder: Ref): boolean =>
    kind === 'phone' && name !== null && areStrangers(namesOf(tools.dossiers.of(holder)), name);
  const namesakes = holders.filter((holder) =>
    namesOf(tools.dossiers.of(holder)).some((known) => foldName(known) === folded),
  );
  const [first, ...more] = namesakes.length > 0 ? namesakes : holders;
  if (first === undefined) return null;
  if (more.length > 0) {
    const listed = [first, ...more].filter((holder) => tools.readings.isListed(frame, holder));
    if (namesakes.length > 0) {
      const best = bearersOfMost(tools, row, listed);
      return best.find((holder) => !claims.isTaken(holder)) ?? best[0] ?? first;
    }
    const [only, ...others] = listed;
    return only === undefined || others.length > 0 || isStranger(only) ? null : only;
  }
  return namesakes.length === 0 && isStranger(first) ? null : first;
}

/** Those among the people who bear the most of the row's accounts, addresses and numbers, in their order. */
function bearersOfMost(tools: PlanTools, row: ParsedPerson, people: readonly Ref[]): Ref[] {
  const marks = [
    ...row.accounts
      .filter((account) => !account.weak)
      .map((one) => [tools.index.account(tools.shared.platform(one.platform).ref, one)?.person]),
    ...reachKinds.flatMap((kind) =>
      (kind === 'email' ? row.emails : row.phones).map(({ normalised }) =>
        normalised === null ? [] : tools.index.holders(kind, normalised),
      ),
    ),
  ];
  const count = (person: Ref): number => marks.filter((bearers) => bearers.includes(person)).length;
  const most = Math.max(...people.map(count));
  return people.filter((person) => count(person) === most);
}

/** Only an address book's record ids (vCard's UID) mean something in the next edition of the list. */
function keepsRecordIds(frame: ListFrame): boolean {
  return frame.kind === 'contacts';
}

/** Display name and other names, as written. */
export function namesOf(dossier: Pick<Dossier, 'displayName' | 'otherNames'>): readonly string[] {
  return dossier.displayName === null
    ? dossier.otherNames
    : [dossier.displayName, ...dossier.otherNames];
}

/** True if no word of the name stands in any of the known names: "Anna Smith" and "Tom Brown". */
function areStrangers(known: readonly string[], name: string): boolean {
  const words = new Set(known.flatMap(wordsOf));
  const own = wordsOf(name);
  return words.size > 0 && own.length > 0 && !own.some((word) => words.has(word));
}

function wordsOf(name: string): string[] {
  return foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

/** True if something in the row identifies a person beyond their name. */
export function hasStrongKey(row: ParsedPerson, frame: ListFrame): boolean {
  return (
    row.accounts.some((account) => !account.weak) ||
    (keepsRecordIds(frame) && row.uid !== null) ||
    row.emails.some((email) => email.normalised !== null) ||
    row.phones.some((phone) => phone.normalised !== null)
  );
}
