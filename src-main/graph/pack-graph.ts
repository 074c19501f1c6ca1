import type { SmallInts } from './arc-columns.ts';
import { allocateArcs } from './arc-columns.ts';
import { roomForEdits } from './build-rows.ts';
import { checksum } from './checksum.ts';
import { CompactGraph } from './compact-graph.ts';
import { areRowsInOrder, compactGraph } from './compact-rows.ts';
import { IdIndex } from './id-index.ts';
import { StrengthDictionary } from './strength-dictionary.ts';
import type { TieClass } from './tie-classes.ts';
import { TieClasses } from './tie-classes.ts';

/*
 * The packed form: a header of HEADER_WORDS 32-bit words (MAGIC, version, four words of checksum over all that
 * follows, bytes of the description, bytes in all), the description as JSON, then the columns, each padded to
 * eight bytes. Numbers stand as the machine holds them: MAGIC reads otherwise on a machine of the other order.
 */
const MAGIC = 0x41435147;
const VERSION = 1;
const HEADER_WORDS = 8;
/** First word that the checksum covers. */
const COVERED_FROM = 6;

interface Description {
  readonly stamp: string;
  readonly slots: number;
  readonly tieCount: number;
  readonly possibleCount: number;
  readonly strengths: number;
  /** Bytes of an entry of the codes, the classes and the order. */
  readonly widths: readonly [number, number, number];
  readonly classes: readonly TieClass[];
}

/** The columns in the order of the packed form. */
type Column = Float64Array | SmallInts;

/**
 * The graph as bytes, for a copy beside the book that opens faster than a sweep over SQLite. Rows that edits have
 * replaced are dropped first (`compactGraph`).
 *
 * @param stamp the book's change stamp: the copy is good only for a book that still bears it
 */
export function packGraph(graph: CompactGraph, stamp: string): Uint8Array {
  if (!areRowsInOrder(graph)) compactGraph(graph);
  const { arcs } = graph;
  const description: Description = {
    stamp,
    slots: graph.slots,
    tieCount: graph.tieCount,
    possibleCount: graph.possibleCount,
    strengths: graph.strengths.size,
    widths: [
      arcs.codes.BYTES_PER_ELEMENT,
      arcs.classes.BYTES_PER_ELEMENT,
      arcs.order.BYTES_PER_ELEMENT,
    ],
    classes: graph.classes.list,
  };
  const text = new TextEncoder().encode(JSON.stringify(description));
  const columns = columnsOf(graph, description);
  const sizes = columns.map((column) => padded(column.byteLength));
  const total = sizes.reduce((sum, size) => sum + size, HEADER_WORDS * 4 + padded(text.length));
  const bytes = new Uint8Array(total);
  bytes.set(text, HEADER_WORDS * 4);
  let at = HEADER_WORDS * 4 + padded(text.length);
  columns.forEach((column, i) => {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += sizes[i];
  });
  const words = new Uint32Array(bytes.buffer);
  words.set([MAGIC, VERSION, 0, 0, 0, 0, text.length, total / 8]);
  words.set(checksum(words.subarray(COVERED_FROM)), 2);
  return bytes;
}

/**
 * The graph of a packed copy, or null when the bytes are not whole, of another version, or for another stamp: then
 * sweep the book instead. 0.3 s for ten million ties.
 *
 * @param isShared keep the arcs in SharedArrayBuffers, as `BuildOptions.isShared`
 */
export function unpackGraph(
  packed: Uint8Array,
  stamp: string,
  isShared = false,
): CompactGraph | null {
  const bytes = packed.byteOffset % 8 === 0 ? packed : packed.slice();
  if (bytes.length < HEADER_WORDS * 4 || bytes.length % 8 !== 0) return null;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  if (words[0] !== MAGIC || words[1] !== VERSION || words[7] !== bytes.length / 8) return null;
  const sum = checksum(words.subarray(COVERED_FROM));
  if (sum.some((word, i) => word !== words[2 + i])) return null;
  const text = bytes.subarray(HEADER_WORDS * 4, HEADER_WORDS * 4 + words[6]);
  const description = JSON.parse(new TextDecoder().decode(text)) as Description;
  if (description.stamp !== stamp) return null;
  return readColumns(bytes, HEADER_WORDS * 4 + padded(text.length), description, isShared);
}

/** Views of the parts in use, in packed order. The rows lie one behind the other, so `end` is enough. */
function columnsOf(graph: CompactGraph, description: Description): Column[] {
  const { arcs, arcsUsed, slots } = graph;
  return [
    graph.ids.subarray(0, slots),
    arcs.values.subarray(0, description.strengths),
    graph.confirmedEnd.subarray(0, slots),
    graph.end.subarray(0, slots),
    arcs.neighbours.subarray(0, arcsUsed),
    arcs.codes.subarray(0, arcsUsed),
    arcs.classes.subarray(0, arcsUsed),
    arcs.order.subarray(0, arcsUsed),
    graph.flags.subarray(0, slots),
  ];
}

function readColumns(
  bytes: Uint8Array,
  from: number,
  description: Description,
  isShared: boolean,
): CompactGraph {
  const { slots, tieCount, widths } = description;
  const room = slots + (slots >>> 3) + 1024;
  const shape = {
    capacity: tieCount * 2 + roomForEdits(tieCount * 2),
    strengths: 256 ** widths[0],
    classes: 256 ** widths[1],
    widest: 256 ** widths[2],
    isShared,
  };
  // The ids come first, then the strengths.
  const strengthsAt = bytes.byteOffset + from + padded(slots * 8);
  const strengths = StrengthDictionary.of(
    new Float64Array(bytes.buffer, strengthsAt, description.strengths),
    isShared,
  );
  const classes = new TieClasses();
  for (const known of description.classes) {
    classes.intern(known.mask, known.possible, known.overflow);
  }
  const graph = new CompactGraph({
    slots,
    ids: new Float64Array(room),
    flags: new Uint8Array(room),
    start: new Uint32Array(room),
    confirmedEnd: new Uint32Array(room),
    end: new Uint32Array(room),
    arcs: allocateArcs(shape, strengths.values),
    arcsUsed: tieCount * 2,
    strengths,
    tieCount,
    possibleCount: description.possibleCount,
    classes,
    index: new IdIndex(),
  });
  let at = from;
  for (const column of columnsOf(graph, description)) {
    const into = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    into.set(bytes.subarray(at, at + column.byteLength));
    at += padded(column.byteLength);
  }
  graph.start.set(graph.end.subarray(0, Math.max(0, slots - 1)), 1);
  for (let person = 0; person < slots; person++) {
    if (graph.ids[person] !== 0) graph.index.set(graph.ids[person], person);
  }
  return graph;
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
