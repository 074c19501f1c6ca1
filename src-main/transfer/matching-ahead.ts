/** What matching will ask the book for row by row, read in a few questions. */
import { append, none } from './small-lists.ts';
import type { ListFrame } from './matching-weak.ts';
import type { ParsedPerson } from './parsed-file.ts';
import type { PlanTools } from './plan-persons.ts';
import type { Ref } from './plan-stage.ts';

/** Whom the rows' accounts, record ids, addresses and numbers lead to. */
export function readMarksAhead(
  { dossiers, index, shared }: PlanTools,
  { kind, platform }: ListFrame,
  rows: readonly ParsedPerson[],
): void {
  const accounts = Map.groupBy(
    rows.flatMap((row) => row.accounts).filter((account) => !account.weak),
    (account) => shared.platform(account.platform).ref,
  );
  const records = rows.flatMap(({ uid }) => (uid === null ? none : { externalId: uid }));
  const keepsIds = kind === 'contacts' && platform !== null;
  const keysOf = (kept: 'emails' | 'phones'): string[] =>
    rows.flatMap((row) => row[kept].flatMap(({ normalised }) => normalised ?? none));
  const known = [
    ...[...accounts].flatMap(([ref, marks]) => index.readAccounts(ref, marks)),
    ...(keepsIds ? index.readAccounts(platform.ref, records) : none),
    ...index.readHolders('email', keysOf('emails')),
    ...index.readHolders('phone', keysOf('phones')),
  ];
  dossiers.readAhead(known);
}

/**
 * The namesakes of rows that may be anybody. Of each name only the first `most` who may be meant are looked at: no
 * more are asked about.
 */
export function readNamesakesAhead(
  { dossiers, index, shared }: PlanTools,
  rows: readonly ParsedPerson[],
  most: number,
): void {
  dossiers.forgetPassing();
  index.readNamesakes(rows.flatMap(({ name }) => name ?? none));
  const byPlatform = new Map<Ref, Ref[]>();
  const asked = rows.map(({ accounts, name }) => {
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
