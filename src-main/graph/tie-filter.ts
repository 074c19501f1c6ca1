import type { CompactGraph } from './compact-graph.ts';
import type { TieClass } from './tie-classes.ts';
import { splitPlatforms } from './tie-classes.ts';

/** Numbers that can be gone through more than once. */
export type NumberList = readonly number[] | ReadonlySet<number>;

/** Which ties and people a question sees. Everything left out means: confirmed ties of any platform. */
export interface TieFilter {
  /** Platform numbers: a tie needs evidence on at least one of them. */
  readonly platforms?: NumberList;
  /** In (0, 1]: weaker ties are not seen. */
  readonly minStrength?: number;
  /** See ties that were only inferred as well. Default false. */
  readonly includePossible?: boolean;
  /** People (ids) who are not seen: neither counted nor passed through. Those the question is about always are. */
  readonly excludedPeople?: NumberList;
}

/** Called now and then by a long question with the share done, 0 to 1. It may throw to stop the question. */
export type Checkpoint = (doneFraction: number) => void;

/** A filter made ready for one graph: each part is null when it lets everything pass. */
export interface Sieve {
  /** By index, where a person's row ends: before or after the possible ties. */
  readonly rowEnd: Uint32Array;
  /** By class number: 1 if ties of the class are seen. */
  readonly seenClasses: Uint8Array | null;
  readonly minStrength: number;
  /** By index: 1 if the person is not seen. */
  readonly hidden: Uint8Array | null;
  /** True when everything up to the end of a row passes, so that kernels skip the look-ups. */
  readonly isOpen: boolean;
}

/**
 * Prepares a filter for a graph. The default filter costs nothing: rows simply end before the possible ties.
 *
 * @param subjects indices of the people the question is about, who cannot be excluded from it
 */
export function makeSieve(
  graph: CompactGraph,
  filter?: TieFilter,
  subjects: readonly number[] = [],
): Sieve {
  const rowEnd = filter?.includePossible === true ? graph.end : graph.confirmedEnd;
  const minStrength = filter?.minStrength ?? 0;
  const hidden = markPeople(graph, filter?.excludedPeople, subjects);
  const seenClasses = classesOn(graph, filter?.platforms);
  const isOpen = minStrength === 0 && hidden === null && seenClasses === null;
  return { rowEnd, seenClasses, minStrength, hidden, isOpen };
}

function classesOn(graph: CompactGraph, platforms: NumberList | undefined): Uint8Array | null {
  if (platforms === undefined) return null;
  const wanted = splitPlatforms(platforms);
  return Uint8Array.from(graph.classes.list, (tieClass) => (hasPlatform(tieClass, wanted) ? 1 : 0));
}

/** Whether a kernel may use an arc. Call it only when the sieve is not open: that check is the fast path. */
export function isSeen(graph: CompactGraph, sieve: Sieve, arc: number): boolean {
  const { arcs } = graph;
  if (sieve.seenClasses !== null && sieve.seenClasses[arcs.classes[arc]] === 0) return false;
  if (sieve.hidden !== null && sieve.hidden[arcs.neighbours[arc]] !== 0) return false;
  return arcs.values[arcs.codes[arc]] >= sieve.minStrength;
}

/** The arc from one index to another, if the sieve lets it be seen; else -1. Either index may be -1. */
export function findSeenArc(graph: CompactGraph, sieve: Sieve, from: number, to: number): number {
  const arc = graph.findArc(from, to);
  if (arc < 0 || arc >= sieve.rowEnd[from]) return -1;
  return sieve.isOpen || isSeen(graph, sieve, arc) ? arc : -1;
}

/** Indices of the people a person is tied to as far as the sieve lets see, ascending. Not to be written to. */
export function seenNeighbours(graph: CompactGraph, sieve: Sieve, person: number): Uint32Array {
  if (person < 0) return new Uint32Array(0);
  const first = graph.start[person];
  const end = sieve.rowEnd[person];
  const row = graph.arcs.neighbours.subarray(first, end);
  const hasBothParts = end > graph.confirmedEnd[person] && graph.confirmedEnd[person] > first;
  if (sieve.isOpen && !hasBothParts) return row;
  const seen = sieve.isOpen
    ? row.slice()
    : row.filter((_, position) => isSeen(graph, sieve, first + position));
  return hasBothParts ? seen.sort() : seen;
}

/** One byte an index, 1 for the people named; null when nobody known is named. */
function markPeople(
  graph: CompactGraph,
  ids: NumberList | undefined,
  subjects: readonly number[],
): Uint8Array | null {
  if (ids === undefined) return null;
  let marks: Uint8Array | null = null;
  for (const id of ids) {
    const person = graph.index.get(id);
    if (person < 0 || subjects.includes(person)) continue;
    marks ??= new Uint8Array(graph.slots);
    marks[person] = 1;
  }
  return marks;
}

function hasPlatform(
  tieClass: TieClass,
  wanted: { readonly mask: number; readonly overflow: readonly number[] },
): boolean {
  if ((tieClass.mask & wanted.mask) !== 0) return true;
  return wanted.overflow.some((platform) => tieClass.overflow.includes(platform));
}
