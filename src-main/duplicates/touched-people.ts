import type { ReadableBook } from '../book/access.ts';
import { countRows, idsOf, type RowChange } from '../book/row-changes.ts';
import type { PersonId } from '../contract/common.ts';

/** Beyond these, looking at everybody again is quicker. */
const mostRows = 2000;
const mostPeople = 60;

/** Tables by which people are compared, and the columns that say who a row is about. */
const watched: ReadonlyMap<string, readonly string[]> = new Map([
  ['person', ['id']],
  ['person_name', ['person_id']],
  ['contact_point', ['person_id']],
  ['role', ['person_id']],
  ['identity_question', ['low_person_id', 'high_person_id']],
]);

/** What has changed since all pairs were looked for: about whom, and what they had that others may have as well. */
export class TouchedPeople {
  readonly people = new Set<PersonId>();
  /** Ids of contact points are no use for what is gone: kind and key, as in the table. */
  readonly addresses = new Map<string, { readonly kind: string; readonly key: string }>();
  readonly names = new Set<string>();
  readonly organisations = new Set<number>();
  /** So much has changed that everybody must be looked at again. */
  isTooMuch = false;

  follow(book: ReadableBook, changes: readonly RowChange[]): void {
    if (this.isTooMuch) return;
    const about = changes.filter(({ table }) => watched.has(table));
    this.isTooMuch = countRows(about) > mostRows;
    if (this.isTooMuch) return;
    for (const [table, rows] of Map.groupBy(about, (change) => change.table)) {
      this.#addPeople(book, table, rows);
      for (const { before } of rows) if (before !== null) this.#addShared(table, before);
    }
    this.isTooMuch = this.people.size > mostPeople;
  }

  #addPeople(book: ReadableBook, table: string, rows: readonly RowChange[]): void {
    for (const column of watched.get(table) ?? []) {
      const now = book.column<number>(
        `SELECT DISTINCT row.${column} FROM json_each(@ids) AS wanted
         CROSS JOIN "${table}" AS row ON row.id = wanted.value`,
        { ids: JSON.stringify(idsOf(rows)) },
      );
      const before = rows.map((row) => row.before?.[column]);
      for (const id of [...now, ...before]) {
        if (typeof id === 'number') this.people.add(id as PersonId);
      }
    }
  }

  /** What a row said that others may say as well. */
  #addShared(table: string, row: NonNullable<RowChange['before']>): void {
    const { folded_name: name, kind, match_key: key, organisation_id: organisation } = row;
    if (typeof name === 'string') this.names.add(name);
    if (table === 'role' && typeof organisation === 'number') this.organisations.add(organisation);
    if (typeof kind === 'string' && typeof key === 'string') {
      this.addresses.set(`${kind} ${key}`, { kind, key });
    }
  }
}

const followers = new WeakMap<ReadableBook, Set<TouchedPeople>>();

/** Notes from now on what changes in a book. */
export function beginToFollow(book: ReadableBook): TouchedPeople {
  const touched = new TouchedPeople();
  const known = followers.get(book);
  if (known === undefined) followers.set(book, new Set([touched]));
  else known.add(touched);
  return touched;
}

export function endFollowing(book: ReadableBook, touched: TouchedPeople): void {
  followers.get(book)?.delete(touched);
}

/** To be called after each commit: what was found of likely pairs stays good but for whom the change is about. */
export function followInDuplicates(book: ReadableBook, changes: readonly RowChange[]): void {
  for (const touched of followers.get(book) ?? []) touched.follow(book, changes);
}

/** After changes that no row tells of: everybody is looked at again. */
export function forgetDuplicates(book: ReadableBook): void {
  for (const touched of followers.get(book) ?? []) touched.isTooMuch = true;
}
