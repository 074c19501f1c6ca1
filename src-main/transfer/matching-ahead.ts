/** What matching will ask the book for row by row, read in a few questions. */
import type { AccountMarks } from '../tables/accounts.ts';
import { append, none } from './small-lists.ts';
import type { ListFrame } from './matching-weak.ts';
import type { PlacedRow } from './person-list.ts';
import type { PlanTools } from './plan-persons.ts';
import type { Ref } from './plan-stage.ts';

/** Whom the rows' accounts, record ids, addresses and numbers lead to. */
export function readMarksAhead(
  { dossiers, index, shared }: PlanTools,
  { kind, platform }: ListFrame,
  rows: readonly PlacedRow[],
): void {
  const accounts = new Map<Ref, AccountMarks[]>();
  const records: AccountMarks[] = [];
  const emails: string[] = [];
  const phones: string[] = [];
  for (const { row } of rows) {
    for (const account of row.accounts) {
      if (!account.weak) append(accounts, shared.platform(account.platform).ref, account);
    }
    if (row.uid !== null) records.push({ externalId: row.uid });
    for (const { normalised } of row.emails) if (normalised !== null) emails.push(normalised);
    for (const { normalised } of row.phones) if (normalised !== null) phones.push(normalised);
  }
  const keepsIds = kind === 'contacts' && platform !== null;
  // whoever has an account is that person, of whom nothing need be known yet
  for (const [ref, marks] of accounts) index.readAccounts(ref, marks);
  const known = [
    ...(keepsIds ? index.readAccounts(platform.ref, records) : none),
    ...index.readHolders('email', emails),
    ...index.readHolders('phone', phones),
  ];
  dossiers.readAhead(known);
}

/**
 * The namesakes of rows that may be anybody. Of each name only the first `most` who may be meant are looked at: no
 * more are asked about.
 */
export function readNamesakesAhead(
  { dossiers, index, shared }: PlanTools,
  rows: readonly PlacedRow[],
  most: number,
): void {
  dossiers.forgetPassing();
  index.readNamesakes(rows.flatMap(({ row }) => row.name ?? none));
  const byPlatform = new Map<Ref, Ref[]>();
  const asked = rows.map(({ row: { accounts, name } }) => {
    const namesakes = name === null ? none : index.namesakes(name).filter((person) => person > 0);
    const own = accounts.find((account) => !account.weak);
    const platform = own === undefined ? null : shared.platform(own.platform).ref;
    if (platform !== null) {
      for (const person of namesakes) append(byPlatform, platform, person);
    }
    return { namesakes, platform };
  });
  for (const [platform, people] of byPlatform) dossiers.readBearers(platform, people);
  const toLookAt = asked.flatMap(({ namesakes, platform }) => {
    const mayBe = (person: Ref): boolean =>
      platform === null || !dossiers.hasOwnAccount(person, platform);
    return namesakes.filter(mayBe).slice(0, most);
  });
  dossiers.readPassing(toLookAt);
}
