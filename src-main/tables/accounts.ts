import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { foldName } from './fold-name.ts';

/** What a file says of an account. At least one of the four is known. */
export interface AccountMarks {
  readonly externalId?: string | null;
  /** In lower case, without "@". */
  readonly handle?: string | null;
  readonly url?: string | null;
  readonly displayName?: string | null;
}

export interface AccountRef {
  readonly id: number;
  readonly personId: PersonId;
}

/**
 * What identifies an account on its platform: 'id:…', else 'handle:…', else 'url:…' (strong: they belong to
 * one person); else 'name:…' of the folded display name, which is weak: equal names may be different people.
 * Null when nothing at all is known.
 */
export function accountKey(marks: AccountMarks): { key: string; isWeak: boolean } | null {
  if (marks.externalId) return { key: `id:${marks.externalId}`, isWeak: false };
  if (marks.handle) return { key: `handle:${marks.handle.toLowerCase()}`, isWeak: false };
  if (marks.url) return { key: `url:${comparableUrl(marks.url)}`, isWeak: false };
  if (marks.displayName) return { key: `name:${foldName(marks.displayName)}`, isWeak: true };
  return null;
}

/** A profile's URL without what varies between files: scheme, www, query, trailing slash, case of the host. */
export function comparableUrl(text: string): string {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  if (url === null) return text.trim().toLowerCase();
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}`;
}

/** The accounts that their key does not find; in the words of their indexes, which serve nothing else. */
const isFirstSeenOtherwise = {
  id: "account.key <> 'id:' || external_id",
  handle: "account.key <> 'handle:' || handle",
};

/**
 * The account on a platform that any strong mark names. An account that was first seen by its id is also
 * found by its handle or URL, and the other way round.
 */
export function findAccount(
  book: ReadableBook,
  platformId: number,
  marks: AccountMarks,
): AccountRef | null {
  const handle = marks.handle?.toLowerCase() ?? null;
  const externalId = marks.externalId ?? null;
  const url = marks.url ? `url:${comparableUrl(marks.url)}` : null;
  if (handle === null && externalId === null && url === null) return null;
  return (
    book.get<AccountRef>(
      // OR would fall back to a scan of the platform; each branch here is one index look-up
      `SELECT id, personId FROM (
         SELECT id, person_id AS personId, 1 AS rank FROM account
           WHERE is_weak = 0 AND platform_id = @platformId AND key IN ('id:' || @externalId, 'handle:' || @handle, @url)
         UNION ALL
         SELECT id, person_id, 2 FROM account
           WHERE platform_id = @platformId AND external_id = @externalId AND ${isFirstSeenOtherwise.id}
         UNION ALL
         SELECT id, person_id, 3 FROM account
           WHERE platform_id = @platformId AND handle = @handle AND ${isFirstSeenOtherwise.handle}
       ) ORDER BY rank, id LIMIT 1`,
      { platformId, externalId, handle, url },
    ) ?? null
  );
}

/** Marks of one question to the book. */
const askedTogether = 1000;

/** As `findAccount`, for many at once: what each of the marks names, in their order. */
export function findAccounts(
  book: ReadableBook,
  platformId: number,
  marks: readonly AccountMarks[],
): (AccountRef | null)[] {
  // most platforms have none that only its URL tells, so that nothing need be asked of URLs
  const knowsUrls =
    book.value(
      `SELECT 1 FROM account
       WHERE platform_id = @platformId AND is_weak = 0 AND key >= 'url:' AND key < 'url;' LIMIT 1`,
      { platformId },
    ) !== undefined;
  const asked = marks.map(({ externalId, handle, url }) => {
    const keys: string[] = [];
    if (typeof externalId === 'string') keys.push(`id:${externalId}`);
    if (typeof handle === 'string') keys.push(`handle:${handle.toLowerCase()}`);
    if (url && knowsUrls) keys.push(`url:${comparableUrl(url)}`);
    return { externalId: externalId ?? null, handle: handle?.toLowerCase() ?? null, keys };
  });
  const firstBy = (condition: string, values: readonly string[]): Map<string, AccountRef> => {
    const found = new Map<string, AccountRef>();
    // in the order of the index: neighbours lie on one page
    const sorted = [...new Set(values)].sort();
    for (let at = 0; at < sorted.length; at += askedTogether) {
      const rows = book.iterate<AccountRef & { value: string }>(
        `SELECT wanted.value, account.id, account.person_id AS personId
         FROM json_each(@values) AS wanted CROSS JOIN account ON platform_id = @platformId AND ${condition}`,
        { platformId, values: JSON.stringify(sorted.slice(at, at + askedTogether)) },
      );
      for (const { id, personId, value } of rows) {
        const known = found.get(value);
        if (known === undefined || id < known.id) found.set(value, { id, personId });
      }
    }
    return found;
  };
  const byKey = firstBy(
    'is_weak = 0 AND account.key = wanted.value',
    asked.flatMap(({ keys }) => keys),
  );
  const rest = asked.filter(({ keys }) => !keys.some((key) => byKey.has(key)));
  const byId = firstBy(
    `external_id = wanted.value AND ${isFirstSeenOtherwise.id}`,
    rest.flatMap(({ externalId }) => externalId ?? []),
  );
  const byHandle = firstBy(
    `handle = wanted.value AND ${isFirstSeenOtherwise.handle}`,
    rest.flatMap(({ handle }) => handle ?? []),
  );
  return asked.map(({ externalId, handle, keys }) => {
    let best: AccountRef | undefined;
    for (const key of keys) {
      const found = byKey.get(key);
      if (found !== undefined && (best === undefined || found.id < best.id)) best = found;
    }
    if (best !== undefined) return best;
    const named = externalId === null ? undefined : byId.get(externalId);
    return named ?? (handle === null ? null : (byHandle.get(handle) ?? null));
  });
}

/** Accounts known by this display name only: all of them, because a weak key may be shared. In order of id. */
export function findWeakAccounts(
  book: ReadableBook,
  platformId: number,
  displayName: string,
): AccountRef[] {
  return book.all<AccountRef>(
    `SELECT id, person_id AS personId FROM account
     WHERE platform_id = @platformId AND key = @key AND is_weak = 1 ORDER BY id`,
    { platformId, key: `name:${foldName(displayName)}` },
  );
}

export interface NewAccount extends AccountMarks {
  readonly personId: PersonId;
  readonly platformId: number;
  readonly importId?: number | null;
}

/**
 * Gives a person an account; one they have already (same key) is completed with marks it lacked.
 * The caller has made sure by `findAccount` that a strong key is nobody else's: the book refuses it otherwise.
 */
export function addAccount(
  book: WritableBook,
  account: NewAccount,
): { id: number; isNew: boolean } {
  const key = accountKey(account);
  if (key === null) throw new Error('An account needs an id, a handle, a URL or a display name.');
  const parameters = {
    personId: account.personId,
    platformId: account.platformId,
    key: key.key,
    handle: account.handle?.toLowerCase() ?? null,
    url: account.url ?? null,
    externalId: account.externalId ?? null,
    displayName: account.displayName ?? null,
  };
  const known = book.value<number>(
    'SELECT id FROM account WHERE platform_id = @platformId AND key = @key AND person_id = @personId',
    { platformId: account.platformId, key: key.key, personId: account.personId },
  );
  if (known !== undefined) {
    completeAccount(book, known, account);
    return { id: known, isNew: false };
  }
  const { id } = book.run(
    `INSERT INTO account (person_id, platform_id, key, is_weak, handle, url, external_id, display_name, import_id)
     VALUES (@personId, @platformId, @key, @isWeak, @handle, @url, @externalId, @displayName, @importId)`,
    { ...parameters, isWeak: key.isWeak ? 1 : 0, importId: account.importId ?? null },
  );
  return { id, isNew: true };
}

/** Fills in marks that an account lacks; what it has is kept. */
function completeAccount(book: WritableBook, accountId: number, marks: AccountMarks): void {
  book.run(
    `UPDATE account SET handle = coalesce(handle, @handle), url = coalesce(url, @url),
       external_id = coalesce(external_id, @externalId), display_name = coalesce(display_name, @displayName)
     WHERE id = @accountId AND ((handle IS NULL AND @handle IS NOT NULL) OR (url IS NULL AND @url IS NOT NULL)
       OR (external_id IS NULL AND @externalId IS NOT NULL) OR (display_name IS NULL AND @displayName IS NOT NULL))`,
    {
      accountId,
      handle: marks.handle?.toLowerCase() ?? null,
      url: marks.url ?? null,
      externalId: marks.externalId ?? null,
      displayName: marks.displayName ?? null,
    },
  );
}
