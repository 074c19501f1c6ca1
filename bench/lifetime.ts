import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompactGraph } from '../src-main/graph/index.ts';
import {
  compactGraph,
  countOverlap,
  packGraph,
  removeTie,
  setTie,
} from '../src-main/graph/index.ts';
import type { BenchBook } from './bench-book.ts';
import { timeEach, timeOnce } from './measure.ts';
import { makeRandom } from './random.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** What is not a question: memory, the packed copy, editing. */
export function measureLifetime(book: BenchBook, graph: CompactGraph, me: number): Figure[] {
  return [
    { name: 'memory of the graph, scratch included', value: graph.bytes / 1e6, unit: 'MB' },
    ...measureOpening(book, graph),
    ...measureEdits(graph, me),
  ];
}

/** Each in a process of its own. */
const OPENINGS = 5;

function measureOpening(book: BenchBook, graph: CompactGraph): Figure[] {
  const file = path.join(book.folder, 'graph.packed');
  const packed = timeOnce(() => packGraph(graph, 'bench'));
  const descriptor = openSync(file, 'w');
  for (let at = 0; at < packed.result.length; ) at += writeSync(descriptor, packed.result, at);
  fsyncSync(descriptor);
  closeSync(descriptor);
  const opened = Array.from({ length: OPENINGS }, () => openInFreshProcess(file));
  const [, , median] = opened.toSorted((a, b) => a - b);
  rmSync(file);
  return [
    { name: 'packed copy', value: packed.result.length / 1e6, unit: 'MB' },
    { name: 'pack', value: packed.ms, unit: 'ms' },
    { name: 'open from the packed copy, read and checked', value: median, unit: 'ms' },
  ];
}

/** Milliseconds: a process that has opened one before has no fresh memory to touch, which is what takes the time. */
function openInFreshProcess(file: string): number {
  const script = new URL('open-copy.ts', import.meta.url);
  const said = execFileSync(process.execPath, [fileURLToPath(script), file], { encoding: 'utf8' });
  return Number(said);
}

function measureEdits(graph: CompactGraph, me: number): Figure[] {
  const random = makeRandom(5);
  const someone = () => 2 + Math.floor(random() * (graph.slots - 1));
  const strangers = (a: number, b: number) => a !== b && graph.tie(a, b) === null;
  const pairs = Array.from({ length: 300 }, () => [someone(), someone()] as const).filter(
    ([a, b]) => strangers(a, b) && strangers(me, b),
  );
  const edit = (a: number, b: number) => {
    setTie(graph, a, b, { strength: 0.35, platforms: [2] });
    countOverlap(graph, a, b);
    removeTie(graph, a, b);
    countOverlap(graph, a, b);
  };
  const ofAny = timeEach(pairs.length, (at) => edit(...pairs[at]));
  const ofMine = timeEach(pairs.length, (at) => edit(me, pairs[at][1]));
  const compaction = timeOnce(() => compactGraph(graph));
  const both = (name: string, { median, p95 }: { median: number; p95: number }): Figure[] => [
    { name: `${name}: median`, value: median, unit: 'ms' },
    { name: `${name}: 95th percentile`, value: p95, unit: 'ms' },
  ];
  return [
    ...both('a tie of any two added, asked, removed, asked', ofAny),
    ...both('a tie of mine added, asked, removed, asked', ofMine),
    { name: 'compaction', value: compaction.ms, unit: 'ms' },
  ];
}
