import type { SmallInts } from './arc-columns.ts';
import { checksum } from './checksum.ts';
import { CompactGraph } from './compact-graph.ts';
import { areRowsInOrder, compactGraph } from './compact-rows.ts';
import { IdIndex } from './id-index.ts';
import { sumPieces } from './piece-sums.ts';
import { StrengthDictionary } from './strength-dictionary.ts';
import type { TieClass } from './tie-classes.ts';
import { TieClasses } from './tie-classes.ts';

/*
 * The packed form: a header of HEADER_WORDS 32-bit words (MAGIC, version, four words of checksum over the checksums of
 * all pieces, bytes of the description, bytes in all by eights), the description as JSON, then the columns, each
 * padded to eight bytes and with its room for edits, so that the graph can live in the very bytes that were read.
 * Numbers stand as the machine holds them: MAGIC reads otherwise on a machine of the other order.
 */
const MAGIC = 0x41435147;
const VERSION = 2;
const HEADER_WORDS = 8;

interface Description {
  readonly stamp: string;
  readonly slots: number;
  readonly arcsUsed: number;
  readonly tieCount: number;
  readonly possibleCount: number;
  readonly strengths: number;
  readonly classes: readonly TieClass[];
  readonly columns: readonly ColumnShape[];
}

/** How a column lies in the bytes: its entries, and the bytes of one. */
interface ColumnShape {
  readonly length: number;
  readonly width: number;
}

type Column = Float64Array | SmallInts;

/**
 * The graph as bytes, for a copy beside the book that opens faster than a sweep over SQLite. Rows that edits have
 * replaced are dropped first (`compactGraph`).
 *
 * @param stamp the book's change stamp: the copy is good only for a book that still bears it
 */
export function packGraph(graph: CompactGraph, stamp: string): Uint8Array {
  if (!areRowsInOrder(graph)) compactGraph(graph);
  const columns = columnsOf(graph);
  const description: Description = {
    stamp,
    slots: graph.slots,
    arcsUsed: graph.arcsUsed,
    tieCount: graph.tieCount,
    possibleCount: graph.possibleCount,
    strengths: graph.strengths.size,
    classes: graph.classes.list,
    columns: columns.map(({ length, BYTES_PER_ELEMENT: width }) => ({ length, width })),
  };
  const text = new TextEncoder().encode(JSON.stringify(description));
  const columnsAt = HEADER_WORDS * 4 + padded(text.length);
  const total = columns.reduce((sum, column) => sum + padded(column.byteLength), columnsAt);
  const bytes = new Uint8Array(total);
  bytes.set(text, HEADER_WORDS * 4);
  let at = columnsAt;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += padded(column.byteLength);
  }
  const words = new Uint32Array(bytes.buffer);
  words.set([MAGIC, VERSION, 0, 0, 0, 0, text.length, total / 8]);
  words.set(checksum(sumPieces(words)), 2);
  return bytes;
}

/**
 * The graph of a packed copy, or null when the bytes are not whole, of another version, or for another stamp: then
 * sweep the book instead. The graph takes the bytes over and lives in them; it can be shared with another thread
 * without copying when they lie in a SharedArrayBuffer.
 *
 * @param sums of the pieces, when they were summed as they were read
 */
export function unpackGraph(
  packed: Uint8Array,
  stamp: string,
  sums?: Uint32Array,
): CompactGraph | null {
  const bytes = packed.byteOffset % 8 === 0 ? packed : packed.slice();
  if (bytes.length < HEADER_WORDS * 4 || bytes.length % 8 !== 0) return null;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  if (words[0] !== MAGIC || words[1] !== VERSION || words[7] !== bytes.length / 8) return null;
  const sum = checksum(sums ?? sumPieces(words));
  if (sum.some((word, i) => word !== words[2 + i])) return null;
  // A copy, since text in shared memory is not decoded.
  const text = bytes.slice(HEADER_WORDS * 4, HEADER_WORDS * 4 + words[6]);
  const description = JSON.parse(new TextDecoder().decode(text)) as Description;
  if (description.stamp !== stamp) return null;
  return readColumns(bytes, HEADER_WORDS * 4 + padded(text.length), description);
}

function columnsOf({ arcs, ids, flags, start, confirmedEnd, end }: CompactGraph): Column[] {
  const { values, neighbours, codes, classes, order } = arcs;
  return [ids, values, start, confirmedEnd, end, neighbours, codes, classes, order, flags];
}

function readColumns(bytes: Uint8Array, from: number, description: Description): CompactGraph {
  const { slots, tieCount, possibleCount, arcsUsed, columns } = description;
  let column = 0;
  let at = bytes.byteOffset + from;
  const next = (): { buffer: ArrayBufferLike; at: number; length: number; width: number } => {
    const { length, width } = columns[column++];
    const here = at;
    at += padded(length * width);
    return { buffer: bytes.buffer, at: here, length, width };
  };
  const floats = ({ buffer, at: first, length } = next()) =>
    new Float64Array(buffer, first, length);
  const integers = ({ buffer, at: first, length } = next()) =>
    new Uint32Array(buffer, first, length);
  const ids = floats();
  const strengths = StrengthDictionary.over(floats(), description.strengths);
  const rows = { start: integers(), confirmedEnd: integers(), end: integers() };
  const arcs = {
    neighbours: integers(),
    values: strengths.values,
    codes: smallInts(next()),
    classes: smallInts(next()),
    order: smallInts(next()),
  };
  const flags = new Uint8Array(bytes.buffer, at, columns[column].length);
  const classes = new TieClasses();
  for (const known of description.classes) {
    classes.intern(known.mask, known.possible, known.overflow);
  }
  const index = new IdIndex();
  for (let person = 0; person < slots; person++) {
    if (ids[person] !== 0) index.set(ids[person], person);
  }
  const people = { slots, ids, flags, ...rows, index };
  const counts = { arcsUsed, tieCount, possibleCount };
  return new CompactGraph({ ...people, ...counts, arcs, strengths, classes });
}

function smallInts({
  buffer,
  at,
  length,
  width,
}: { buffer: ArrayBufferLike; at: number } & ColumnShape): SmallInts {
  if (width === 1) return new Uint8Array(buffer, at, length);
  if (width === 2) return new Uint16Array(buffer, at, length);
  return new Uint32Array(buffer, at, length);
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
