import type { ReadableBook } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { personSortKeys } from '../contract/people.ts';
import { IdIndex } from '../graph/id-index.ts';
import { meId } from '../tables/resolve-person.ts';
import { tiesOf } from '../tables/tie-strengths.ts';
import { testOf } from './filter-test.ts';
import { conditionOf, type PersonFilter } from './person-filter.ts';
import {
  readBirthdays,
  readContactDays,
  readCurrentOrganisations,
  readCurrentTitles,
  readDueDays,
  readMeetingDays,
} from './order-queries.ts';
import { readMatchingIds } from './queries.ts';

export interface PersonSort {
  readonly by: (typeof personSortKeys)[number];
  readonly direction: 'ascending' | 'descending';
}

/**
 * Ids of all people that a filter lets through, in order. People who lack what is sorted by (no name, no tie
 * with me, no organisation …) come last in either direction, by name.
 *
 * A list is scrolled in windows of one and the same order, so orders are kept until the book changes: at 100,000
 * people the first window takes some 20 ms by name and 25 to 50 ms by anything else, each further one 2 ms.
 */
export function orderedPersonIds(
  context: QueryContext,
  filter: PersonFilter,
  sort: PersonSort,
): readonly PersonId[] {
  const orders = keptOrders(context);
  const byName = orders.keep(`${JSON.stringify(filter)} by name`, () =>
    readByName(context, filter),
  );
  if (sort.by === 'name' && sort.direction === 'ascending') return byName;
  return orders.keep(`${JSON.stringify(filter)} ${sort.by} ${sort.direction}`, () => {
    switch (sort.by) {
      case 'name':
        return reverseNamed(context.book, byName);
      case 'added':
        return byAge(byName, sort.direction);
      default:
        return orderBy(byName, readKeys(context, sort.by), sort.direction);
    }
  });
}

function readByName(context: QueryContext, filter: PersonFilter): PersonId[] {
  const ids = readMatchingIds(context.book, conditionOf(context, filter));
  const test = testOf(context, filter);
  return test === null ? ids : ids.filter(test);
}

/** Names backwards, people without a name still last: they are the tail of the order. */
function reverseNamed(book: ReadableBook, byName: readonly PersonId[]): PersonId[] {
  const unnamed = new Set(book.column<PersonId>('SELECT id FROM person WHERE folded_name IS NULL'));
  const tail = byName.findIndex((id) => unnamed.has(id));
  const named = tail < 0 ? byName : byName.slice(0, tail);
  return [...named.toReversed(), ...(tail < 0 ? [] : byName.slice(tail))];
}

/** Ids rise as people are added. */
function byAge(ids: readonly PersonId[], direction: PersonSort['direction']): PersonId[] {
  const ages = [...Float64Array.from(ids).sort()] as PersonId[];
  return direction === 'ascending' ? ages : ages.toReversed();
}

/** Numbers to sort by, integers in [0, 2^31 - 1), for those people who have one. */
type Keys = Pick<IdIndex, 'get'>;

function readKeys(context: QueryContext, by: Exclude<PersonSort['by'], 'name' | 'added'>): Keys {
  switch (by) {
    case 'organisation':
      return readCurrentOrganisations(context.book);
    case 'title':
      return readCurrentTitles(context.book);
    case 'lastContact':
      return readContactDays(context.book);
    case 'metOn':
      return readMeetingDays(context.book);
    case 'birthday':
      return readBirthdays(context.book);
    case 'dueOn':
      return readDueDays(context.book);
    case 'strength':
      return readStrengths(context);
  }
}

const highestKey = 2 ** 31 - 2;

function readStrengths({ book, network }: QueryContext): Keys {
  const keys = new IdIndex();
  const me = meId(book);
  if (me === null) return keys;
  for (const { id, strength, isConfirmed } of tiesOf(network.graph(), me)) {
    if (isConfirmed) keys.set(id, Math.floor(strength * highestKey));
  }
  return keys;
}

/** Room for the place in the order by name beside a key of 31 bits in the 53 of a double. */
const places = 2 ** 22;

/**
 * People with a key by their key, of equal ones by name; then the others by name. Key and place are packed into
 * one number, because sorting numbers is ten times quicker than sorting objects.
 */
function orderBy(
  byName: readonly PersonId[],
  keys: Keys,
  direction: PersonSort['direction'],
): PersonId[] {
  const codes = new Float64Array(byName.length);
  const rest: PersonId[] = [];
  let count = 0;
  byName.forEach((id, place) => {
    const key = keys.get(id);
    if (key < 0) rest.push(id);
    else codes[count++] = (direction === 'ascending' ? key : highestKey - key) * places + place;
  });
  const order: PersonId[] = [];
  for (const code of codes.subarray(0, count).sort()) {
    const id = byName[code % places];
    if (id !== undefined) order.push(id);
  }
  return order.concat(rest);
}

/** Orders of one state of the book, the ones used last. */
class KeptOrders {
  readonly version: string;
  readonly #orders = new Map<string, readonly PersonId[]>();

  constructor(version: string) {
    this.version = version;
  }

  keep(name: string, make: () => readonly PersonId[]): readonly PersonId[] {
    const order = this.#orders.get(name) ?? make();
    this.#orders.delete(name);
    this.#orders.set(name, order);
    for (const oldest of this.#orders.keys()) {
      if (this.#orders.size <= keptAtOnce) break;
      this.#orders.delete(oldest);
    }
    return order;
  }
}

const keptAtOnce = 6;
const keptByBook = new WeakMap<ReadableBook, KeptOrders>();

/** `total_changes()` rises with every row that this connection writes, and the book has no other connection. */
function keptOrders({ book, clock }: QueryContext): KeptOrders {
  const version = `${book.value<number>('SELECT total_changes()') ?? 0} ${clock.today}`;
  const kept = keptByBook.get(book);
  if (kept?.version === version) return kept;
  const fresh = new KeptOrders(version);
  keptByBook.set(book, fresh);
  return fresh;
}
