import type { CompactGraph } from './compact-graph.ts';
import type { Checkpoint, TieFilter } from './tie-filter.ts';
import { makeSieve, seenNeighbours } from './tie-filter.ts';

export interface JoinedPairs {
  /** Pairs of my contacts that have no tie and share no contact but me. */
  readonly count: number;
  /** The first of them, each with the smaller id first, ascending; as many as asked for. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** Who of my contacts knows whom, as far as it is seen: contacts are numbered by rising id. */
interface Circle {
  readonly contacts: readonly number[];
  readonly rows: readonly Uint32Array[];
  /** Words of a set of contacts, 32 a word. */
  readonly words: number;
}

/** For everybody tied to a contact: which contacts. Index plus one into `lists`, by person; 0 for nobody. */
interface Acquaintances {
  readonly listOf: Int32Array;
  /** Contacts, by number, or a set of them where that is shorter to walk. */
  readonly lists: (number[] | Uint32Array)[];
}

/**
 * Pairs of a person's contacts whom nobody but that person joins: the brokerage of section 5.
 *
 * For each contact the set of contacts that it knows, or shares an acquaintance with, is gathered from lists of
 * contacts kept for every acquaintance; long lists are kept as bit sets, so that one acquaintance of all costs a
 * word per 32 contacts and not an entry each.
 *
 * @param limit how many pairs to list
 */
export function findPairsJoinedOnlyBy(
  graph: CompactGraph,
  me: number,
  limit = 0,
  filter: TieFilter & { readonly checkpoint?: Checkpoint } = {},
): JoinedPairs {
  const asker = graph.index.get(me);
  const sieve = makeSieve(graph, filter, [asker]);
  const contacts = [...seenNeighbours(graph, sieve, asker)].sort(
    (a, b) => graph.ids[a] - graph.ids[b],
  );
  const rows = contacts.map((contact) => seenNeighbours(graph, sieve, contact));
  const circle: Circle = { contacts, rows, words: (contacts.length + 31) >>> 5 };
  const listOf = graph.scratch.places(graph.slots);
  try {
    const acquaintances = { listOf, lists: listAcquaintances(circle, listOf, asker) };
    return countPairs(graph, circle, acquaintances, asker, limit, filter.checkpoint);
  } finally {
    for (const row of rows) for (const person of row) listOf[person] = 0;
    for (const contact of contacts) listOf[contact] = 0;
  }
}

/** Contacts of everybody at one tie from a contact; a contact is on its own list, so that its ties join. */
function listAcquaintances(
  circle: Circle,
  listOf: Int32Array,
  asker: number,
): (number[] | Uint32Array)[] {
  const lists: (number[] | Uint32Array)[] = [];
  const append = (person: number, contact: number) => {
    if (listOf[person] === 0) listOf[person] = lists.push([]);
    const at = listOf[person] - 1;
    const list = lists[at];
    if (list instanceof Uint32Array) {
      list[contact >>> 5] |= 1 << (contact & 31);
    } else {
      list.push(contact);
      if (list.length > circle.words) lists[at] = toBits(list, circle.words);
    }
  };
  circle.contacts.forEach((contact, i) => append(contact, i));
  circle.rows.forEach((row, i) => {
    for (const person of row) if (person !== asker) append(person, i);
  });
  return lists;
}

function toBits(contacts: readonly number[], words: number): Uint32Array {
  const bits = new Uint32Array(words);
  for (const contact of contacts) bits[contact >>> 5] |= 1 << (contact & 31);
  return bits;
}

function countPairs(
  graph: CompactGraph,
  circle: Circle,
  acquaintances: Acquaintances,
  asker: number,
  limit: number,
  checkpoint: Checkpoint | undefined,
): JoinedPairs {
  const { contacts, rows, words } = circle;
  const joined = new Uint32Array(words);
  const pairs: [number, number][] = [];
  let joinedTwice = 0;
  for (let i = 0; i < contacts.length; i++) {
    if (i % 64 === 0) checkpoint?.(i / contacts.length);
    joined.fill(0);
    joined[i >>> 5] |= 1 << (i & 31);
    uniteInto(joined, acquaintances, contacts[i]);
    for (const person of rows[i]) if (person !== asker) uniteInto(joined, acquaintances, person);
    joinedTwice += countBits(joined) - 1;
    for (let j = i + 1; j < contacts.length && pairs.length < limit; j++) {
      if ((joined[j >>> 5] >>> (j & 31)) & 1) continue;
      pairs.push([graph.ids[contacts[i]], graph.ids[contacts[j]]]);
    }
  }
  const all = (contacts.length * Math.max(0, contacts.length - 1)) / 2;
  return { count: all - joinedTwice / 2, pairs };
}

function uniteInto(joined: Uint32Array, acquaintances: Acquaintances, person: number): void {
  const list = acquaintances.lists[acquaintances.listOf[person] - 1];
  if (list instanceof Uint32Array) {
    for (let word = 0; word < joined.length; word++) joined[word] |= list[word];
  } else {
    for (let at = 0; at < list.length; at++) joined[list[at] >>> 5] |= 1 << (list[at] & 31);
  }
}

function countBits(words: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    let word = words[at];
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
