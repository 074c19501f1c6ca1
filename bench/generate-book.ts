import { combineEvidence, keptAfter } from '../src-main/graph/index.ts';
import { makeRandom, shuffle } from './random.ts';

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
};

/** A generated book: person ids are 1 to `people`, me is 1. Entry i of the columns is tie i. */
export interface GeneratedBook extends BookSize {
  readonly me: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly strength: Float64Array;
  /** Platforms 0 to 5, one bit each. */
  readonly mask: Uint8Array;
  /** 1 for a tie that was only inferred. */
  readonly possible: Uint8Array;
  /** Organisation by person id. */
  readonly organisation: Uint32Array;
  /** What a person offers, by person id: one of 500 topics. */
  readonly topic: Uint16Array;
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
export function generateBook(size: BookSize, seed = 1): GeneratedBook {
  const random = makeRandom(seed);
  const { people } = size;
  const weights = new Float64Array(people + 1);
  for (let id = 1; id <= people; id++) weights[id] = Math.min(400, (1 - random()) ** (-1 / 1.5));
  const communities = makeGroups(people, weights, random, 20, 0.7);
  const organisations = makeGroups(people, weights, random, 5, 1);
  const ties = drawTies(size, communities, organisations, random);
  const organisation = new Uint32Array(people + 1);
  organisations.members.forEach((id, place) => {
    organisation[id] = organisations.first[place];
  });
  const topic = Uint16Array.from({ length: people + 1 }, () => Math.floor(random() ** 2 * 500));
  return { ...size, me: 1, ...ties, ...drawTraits(size.ties, random), organisation, topic };
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

/** Strengths as evidence gives them, with meetings and messages dated to the day over ten years. */
function drawTraits(ties: number, random: () => number) {
  const strength = new Float64Array(ties);
  const mask = new Uint8Array(ties);
  const possible = new Uint8Array(ties);
  const kept = Float64Array.from({ length: 3653 }, (_, day) => keptAfter(day / 365.25));
  const link = combineEvidence([{ kind: 'platform_link' }], '2026-01-01')?.strength ?? 0;
  for (let tie = 0; tie < ties; tie++) {
    mask[tie] =
      (1 << Math.floor(random() * 6)) | (random() < 0.2 ? 1 << Math.floor(random() * 6) : 0);
    if (random() < 0.05) {
      possible[tie] = 1;
      strength[tie] = 0.1;
    } else if (random() < 0.1) {
      strength[tie] = [0.1, 0.3, 0.5, 0.7, 0.9][Math.floor(random() * 5)];
    } else {
      let sum = link;
      if (random() < 0.3) sum += (1 - sum) * 0.3 * kept[Math.floor(random() * 3653)];
      if (random() < 0.2) sum += (1 - sum) * 0.25 * kept[Math.floor(random() * 3653)];
      if (random() < 0.15) sum += (1 - sum) * 0.5;
      if (random() < 0.1) sum += (1 - sum) * 0.35;
      strength[tie] = sum;
    }
  }
  return { strength, mask, possible };
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
