/** Stages accounts: a person's presence on platforms, and what identifies it there. */
import { accountKey, type AccountMarks } from '../tables/accounts.ts';
import { foldName } from '../tables/fold-name.ts';
import type { KnownAccount } from './dossier-rows.ts';
import type { Dossier } from './dossiers.ts';
import type { ParsedPerson } from './parsed-file.ts';
import type { PlanTools, RowSource } from './plan-persons.ts';
import type { Ref } from './plan-stage.ts';

export class AccountPlanner {
  readonly #tools: PlanTools;

  constructor(tools: PlanTools) {
    this.#tools = tools;
  }

  /**
   * The person's account with these marks, staged if it is new. Null when a strong mark belongs to somebody
   * else already (matching has then put the question whether the two are one).
   */
  ensure(dossier: Dossier, platform: Ref, marks: AccountMarks, source: RowSource): Ref | null {
    const { stage, index } = this.#tools;
    const key = accountKey(marks);
    if (key === null) return null;
    const made = key.isWeak ? undefined : findMade(dossier, platform, marks);
    if (made !== undefined) {
      this.#complete(dossier, made, marks);
      return made.ref;
    }
    const hit = key.isWeak ? null : index.account(platform, marks);
    if (hit !== null && hit.person !== dossier.ref) return null;
    const known = key.isWeak
      ? findByName(dossier, platform, marks.displayName ?? null)
      : hit === null
        ? undefined
        : dossier.accounts.find((account) => account.ref === hit.account);
    if (known !== undefined) {
      this.#complete(dossier, known, marks);
      return known.ref;
    }
    const ref = stage.insert('account', {
      person_id: dossier.ref,
      platform_id: platform,
      key: key.key,
      is_weak: key.isWeak ? 1 : 0,
      handle: marks.handle?.toLowerCase() ?? null,
      url: marks.url ?? null,
      external_id: marks.externalId ?? null,
      display_name: marks.displayName ?? null,
      import_id: source.importRef,
    });
    dossier.addAccount({ ref, platform, isWeak: key.isWeak, ...filled(marks) });
    return ref;
  }

  /**
   * The account by which a member of an address book is kept in its circle: the one they have, else one
   * keyed by the record's own id, an e-mail address or a number that is nobody else's, else by name only.
   */
  ensureContact(dossier: Dossier, platform: Ref, row: ParsedPerson, source: RowSource): Ref | null {
    const own = dossier.accounts.find((account) => account.platform === platform);
    const displayName = row.name;
    if (own !== undefined) {
      const isFree =
        row.uid !== null && this.#tools.index.account(platform, { externalId: row.uid }) === null;
      this.#complete(dossier, own, isFree ? { externalId: row.uid, displayName } : { displayName });
      return own.ref;
    }
    for (const marks of contactMarks(row)) {
      const ref = this.ensure(dossier, platform, { ...marks, displayName }, source);
      if (ref !== null) return ref;
    }
    return null;
  }

  #complete(dossier: Dossier, known: KnownAccount, marks: AccountMarks): void {
    const said = filled(marks);
    const missing: Record<string, string> = {};
    if (known.handle === null && said.handle !== null) missing['handle'] = said.handle;
    if (known.url === null && said.url !== null) missing['url'] = said.url;
    if (known.externalId === null && said.externalId !== null) {
      missing['external_id'] = said.externalId;
    }
    if (known.displayName === null && said.displayName !== null) {
      missing['display_name'] = said.displayName;
    }
    if (Object.keys(missing).length === 0) return;
    // of accounts that the plan makes the stage knows what they are given
    const isByLink = said.handle === null && said.externalId === null && 'url' in missing;
    const wasFound = hasMarks(known, said);
    this.#tools.stage.update('account', known.ref, missing);
    known.handle ??= said.handle;
    known.url ??= said.url;
    known.externalId ??= said.externalId;
    known.displayName ??= said.displayName;
    if (!isByLink && (known.ref > 0 ? wasFound : hasMarks(known, said))) return;
    const hit = { account: known.ref, person: dossier.ref };
    this.#tools.index.noteMarks(known.platform, marks, hit);
  }
}

type StrongMarks = Pick<KnownAccount, 'handle' | 'externalId'>;

/** Whether an account is found already by what is said of it. */
function hasMarks(known: StrongMarks, said: StrongMarks): boolean {
  return (
    (said.handle === null || known.handle === said.handle) &&
    (said.externalId === null || known.externalId === said.externalId)
  );
}

/** The strong marks by which an address book's record may be found again, then none (a weak key). */
function contactMarks(row: ParsedPerson): AccountMarks[] {
  const marks: AccountMarks[] = [];
  if (row.uid !== null) marks.push({ externalId: row.uid });
  for (const { normalised } of [...row.emails, ...row.phones]) {
    if (normalised !== null) marks.push({ handle: normalised });
  }
  if (row.name !== null) marks.push({});
  return marks;
}

/** The account that the plan made for the person with these very marks: nobody else can have them. */
function findMade(dossier: Dossier, platform: Ref, marks: AccountMarks): KnownAccount | undefined {
  const { externalId, handle } = filled(marks);
  if (dossier.ref > 0 || (externalId === null && handle === null)) return undefined;
  return dossier.accounts.find(
    (own) =>
      own.platform === platform &&
      (externalId === null || own.externalId === externalId) &&
      (handle === null || own.handle === handle),
  );
}

/** Whichever account they have on the platform, rather one of that name; two spellings of one name are one. */
function findByName(
  dossier: Dossier,
  platform: Ref,
  displayName: string | null,
): KnownAccount | undefined {
  const own = dossier.accounts.filter((account) => account.platform === platform);
  return (
    own.find((account) => account.displayName === displayName) ??
    own.find((account) => !account.isWeak) ??
    own.find((account) => isSpelling(account.displayName, displayName))
  );
}

function isSpelling(known: string | null, said: string | null): boolean {
  return known !== null && said !== null && foldName(known) === foldName(said);
}

function filled(
  marks: AccountMarks,
): Pick<KnownAccount, 'handle' | 'url' | 'externalId' | 'displayName'> {
  return {
    handle: marks.handle?.toLowerCase() ?? null,
    url: marks.url ?? null,
    externalId: marks.externalId ?? null,
    displayName: marks.displayName ?? null,
  };
}
