import { shuffle } from './random.ts';

export interface BookSize {
  readonly people: number;
  readonly ties: number;
  /** Contacts of person 1, who is me. */
  readonly contacts: number;
}

/** S: somebody's own book. M: 30,000 people is LinkedIn's cap. L: a firm's pooled books. */
export const SIZES: Readonly<Record<string, BookSize>> = {
  S: { people: 1000, ties: 10_000, contacts: 120 },
  M: { people: 30_000, ties: 300_000, contacts: 1000 },
  L: { people: 1_000_000, ties: 10_000_000, contacts: 2000 },
  /** For the search box: the people are what counts. */
  SEARCH: { people: 100_000, ties: 300_000, contacts: 1000 },
};

/** Who is in a generated book and who knows whom: person ids are 1 to `people`, me is 1. */
export interface DrawnBook extends BookSize {
  readonly me: number;
  /** Ties by their smaller id, then by the other: those of person p begin at `start[p]`. */
  readonly start: Uint32Array;
  readonly high: Uint32Array;
  /** Organisation by person id, from 1 without gaps. */
  readonly organisation: Uint32Array;
  readonly organisations: number;
}

/** Groups of people as ranges of a list, with their weights summed up for drawing. */
interface Groups {
  /** Person at a place of the list. */
  readonly members: Uint32Array;
  /** Sum of the weights up to and including a place. */
  readonly sums: Float64Array;
  /** First place of the group of a place, and the one after its last. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/**
 * A book with the traits that make real ones hard: degrees by a power law (exponent 2.5), communities and
 * organisations of power-law sizes within which most ties lie, and ids that say nothing of who is near whom.
 */
export function drawBook(size: BookSize, random: () => number): DrawnBook {
  const { people } = size;
  const weights = new Float64Array(people + 1);
  for (let id = 1; id <= people; id++) weights[id] = Math.min(400, (1 - random()) ** (-1 / 1.5));
  const communities = makeGroups(people, weights, random, 20, 0.7);
  const organisations = makeGroups(people, weights, random, 5, 1);
  const { a, b } = drawTies(size, communities, organisations, random);
  return { ...size, me: 1, ...sortTies(people, a, b), ...numberGroups(organisations) };
}

/** Ties in the order of the key of the tie table, which a book of ten million is filled in without seeking. */
function sortTies(people: number, a: Uint32Array, b: Uint32Array) {
  const start = new Uint32Array(people + 2);
  for (let tie = 0; tie < a.length; tie++) start[Math.min(a[tie], b[tie]) + 1]++;
  for (let id = 1; id < start.length; id++) start[id] += start[id - 1];
  const next = start.slice();
  const high = new Uint32Array(a.length);
  for (let tie = 0; tie < a.length; tie++) {
    high[next[Math.min(a[tie], b[tie])]++] = Math.max(a[tie], b[tie]);
  }
  for (let id = 1; id <= people; id++) high.subarray(start[id], start[id + 1]).sort();
  return { start, high };
}

/** Numbers groups from 1 on, in the order of the list. */
function numberGroups({ members, first }: Groups) {
  const organisation = new Uint32Array(members.length + 1);
  let organisations = 0;
  members.forEach((id, place) => {
    if (first[place] === place) organisations++;
    organisation[id] = organisations;
  });
  return { organisation, organisations };
}

/** Cuts a shuffled list of everybody into groups of at least `least`, sizes by a power law. */
function makeGroups(
  people: number,
  weights: Float64Array,
  random: () => number,
  least: number,
  exponent: number,
): Groups {
  const members = Uint32Array.from({ length: people }, (_, place) => place + 1);
  shuffle(members, random);
  const sums = new Float64Array(people);
  const first = new Uint32Array(people);
  const last = new Uint32Array(people);
  let sum = 0;
  for (let place = 0; place < people; ) {
    const size = Math.ceil(least * (1 - random()) ** -exponent);
    const end = Math.min(people, place + Math.min(size, Math.max(least, people >>> 4)));
    for (let at = place; at < end; at++) {
      sum += weights[members[at]];
      sums[at] = sum;
      first[at] = place;
      last[at] = end;
    }
    place = end;
  }
  return { members, sums, first, last };
}

/** A place in a range, drawn by weight. */
function drawPlace(groups: Groups, first: number, last: number, random: () => number): number {
  const { sums } = groups;
  const below = first === 0 ? 0 : sums[first - 1];
  const target = below + random() * (sums[last - 1] - below);
  let low = first;
  let high = last - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle] < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

function drawTies(
  size: BookSize,
  communities: Groups,
  organisations: Groups,
  random: () => number,
): { a: Uint32Array; b: Uint32Array } {
  const a = new Uint32Array(size.ties);
  const b = new Uint32Array(size.ties);
  const pairs = new PairSet(size.ties);
  let count = 0;
  const add = (one: number, other: number) => {
    if (one === other || !pairs.add(Math.min(one, other), Math.max(one, other))) return;
    a[count] = one;
    b[count++] = other;
  };
  const { people } = size;
  while (count < size.contacts) {
    // Mine come from a few communities: places near some twenty centres.
    const centre = Math.floor(Math.floor(random() * 20) * (people / 20));
    const isNear = random() < 0.7;
    const range = isNear ? Math.min(people, centre + Math.ceil(people / 200)) : people;
    add(1, communities.members[drawPlace(communities, isNear ? centre : 0, range, random)]);
  }
  while (count < size.ties) {
    const kind = random();
    const groups = kind < 0.7 ? communities : organisations;
    const from = drawPlace(groups, 0, people, random);
    const isFar = kind > 0.9;
    const first = isFar ? 0 : groups.first[from];
    const to = drawPlace(groups, first, isFar ? people : groups.last[from], random);
    // I have my contacts already.
    if (groups.members[from] !== 1 && groups.members[to] !== 1) {
      add(groups.members[from], groups.members[to]);
    }
  }
  return { a, b };
}

/** Pairs seen so far, by open addressing: a Set of ten million keys would not fit. */
class PairSet {
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;
  readonly #mask: number;

  constructor(pairs: number) {
    const slots = 2 ** Math.ceil(Math.log2(pairs * 2));
    this.#low = new Uint32Array(slots);
    this.#high = new Uint32Array(slots);
    this.#mask = slots - 1;
  }

  /** False when the pair was there. Both are at least 1. */
  add(low: number, high: number): boolean {
    let slot = Math.imul(Math.imul(low, 0x9e3779b1) ^ high, 0x85ebca77);
    slot = (slot ^ (slot >>> 13)) & this.#mask;
    while (this.#low[slot] !== 0) {
      if (this.#low[slot] === low && this.#high[slot] === high) return false;
      slot = (slot + 1) & this.#mask;
    }
    this.#low[slot] = low;
    this.#high[slot] = high;
    return true;
  }
}
