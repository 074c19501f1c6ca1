import type { CompactGraph } from './compact-graph.ts';
import type { Sieve } from './tie-filter.ts';
import { seenNeighbours } from './tie-filter.ts';

/**
 * Who of somebody's contacts knows whom. Contacts are numbered as given; everybody whom two of them know has a number
 * as well and a list of the contacts that know them, a contact knowing itself.
 */
export interface Acquaintances {
  /** Words of a set of contacts, 32 a word. */
  readonly words: number;
  /** Numbers of a contact's acquaintances, its own among them, as far as others know them too, from `rowStart[contact]` on. */
  readonly rowStart: Uint32Array;
  readonly rows: Uint32Array;
  /** Contacts on a list, from `listStart[number]` on. */
  readonly listStart: Uint32Array;
  readonly lists: Uint32Array;
  /** By number, the place on its list that the contact whose turn it is stands at. */
  readonly nextOnList: Uint32Array;
  /** For lists longer than `words`: the same as a set, at `bits` from this place on; else -1. */
  readonly bitsStart: Int32Array;
  readonly bits: Uint32Array;
}

/** Gathers the acquaintances of some contacts, leaving out the person who asks. */
export function gatherAcquaintances(
  graph: CompactGraph,
  sieve: Sieve,
  asker: number,
  contacts: Uint32Array,
): Acquaintances {
  const { rowStart, rows, count } = numberPeople(graph, sieve, asker, contacts);
  const words = (contacts.length + 31) >>> 5;
  const listStart = new Uint32Array(count + 2);
  for (let at = 0; at < rows.length; at++) listStart[rows[at] + 2]++;
  for (let at = 2; at < listStart.length; at++) listStart[at] += listStart[at - 1];
  const lists = new Uint32Array(rows.length);
  for (let contact = 0; contact < contacts.length; contact++) {
    for (let at = rowStart[contact]; at < rowStart[contact + 1]; at++) {
      lists[listStart[rows[at] + 1]++] = contact;
    }
  }
  const nextOnList = listStart.slice();
  const sets = makeSets(listStart, lists, count, words);
  return { words, rowStart, rows, listStart, lists, nextOnList, ...sets };
}

/**
 * Adds to a set of contacts those after a contact that share an acquaintance with it, or are one. To be called for
 * every contact in turn: each list is then read on from where the contact itself stands, which halves the work. In the
 * first word of the set, bits of contacts before it may come along.
 */
export function uniteLaterAcquaintances(
  acquaintances: Acquaintances,
  contact: number,
  into: Uint32Array,
): void {
  const { words, rowStart, rows, listStart, nextOnList, lists, bitsStart, bits } = acquaintances;
  for (let at = rowStart[contact]; at < rowStart[contact + 1]; at++) {
    const number = rows[at];
    const set = bitsStart[number];
    if (set >= 0) {
      for (let word = contact >>> 5; word < words; word++) into[word] |= bits[set + word];
      continue;
    }
    const end = listStart[number + 1];
    const next = ++nextOnList[number];
    for (let i = next; i < end; i++) into[lists[i] >>> 5] |= 1 << (lists[i] & 31);
  }
}

/**
 * Numbers everybody who is met more than once, and writes each contact's row of numbers: whom only one contact knows
 * joins nobody, and they are most.
 */
function numberPeople(
  graph: CompactGraph,
  sieve: Sieve,
  asker: number,
  contacts: Uint32Array,
): { rowStart: Uint32Array; rows: Uint32Array; count: number } {
  const numberOf = graph.scratch.places(graph.slots);
  const seen = Array.from(contacts, (contact) => seenNeighbours(graph, sieve, contact));
  const met = graph.scratch.marks(graph.slots);
  const total = countMet(met, contacts, seen);
  met[asker] = 0;
  const rowStart = new Uint32Array(contacts.length + 1);
  const rows = new Uint32Array(total);
  const people = new Uint32Array(total);
  let count = 0;
  let at = 0;
  const append = (person: number) => {
    if (numberOf[person] === 0) {
      people[count++] = person;
      numberOf[person] = count;
    }
    rows[at++] = numberOf[person] - 1;
  };
  for (let contact = 0; contact < contacts.length; contact++) {
    if (met[contacts[contact]] === MET_AGAIN) append(contacts[contact]);
    const row = seen[contact];
    for (let i = 0; i < row.length; i++) if (met[row[i]] === MET_AGAIN) append(row[i]);
    rowStart[contact + 1] = at;
  }
  for (let i = 0; i < count; i++) numberOf[people[i]] = 0;
  for (let contact = 0; contact < contacts.length; contact++) {
    met[contacts[contact]] = 0;
    const row = seen[contact];
    for (let i = 0; i < row.length; i++) met[row[i]] = 0;
  }
  return { rowStart, rows: rows.subarray(0, at), count };
}

const MET_ONCE = 1;
const MET_AGAIN = 2;

/** Marks contacts and the people in their rows by how often they are met. Returns in how many places. */
function countMet(met: Uint8Array, contacts: Uint32Array, rows: readonly Uint32Array[]): number {
  let places = contacts.length;
  for (let contact = 0; contact < contacts.length; contact++) {
    const row = rows[contact];
    places += row.length;
    met[contacts[contact]] = met[contacts[contact]] === 0 ? MET_ONCE : MET_AGAIN;
    for (let i = 0; i < row.length; i++) met[row[i]] = met[row[i]] === 0 ? MET_ONCE : MET_AGAIN;
  }
  return places;
}

function makeSets(
  listStart: Uint32Array,
  lists: Uint32Array,
  count: number,
  words: number,
): { bitsStart: Int32Array; bits: Uint32Array } {
  const bitsStart = new Int32Array(count).fill(-1);
  let used = 0;
  for (let number = 0; number < count; number++) {
    if (listStart[number + 1] - listStart[number] <= words) continue;
    bitsStart[number] = used;
    used += words;
  }
  const bits = new Uint32Array(used);
  for (let number = 0; number < count; number++) {
    const set = bitsStart[number];
    if (set < 0) continue;
    for (let i = listStart[number]; i < listStart[number + 1]; i++) {
      bits[set + (lists[i] >>> 5)] |= 1 << (lists[i] & 31);
    }
  }
  return { bitsStart, bits };
}
