import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CompactGraph } from '../src-main/graph/index.ts';
import {
  compactGraph,
  countOverlap,
  GraphBuilder,
  packGraph,
  removeTie,
  setTie,
  unpackGraph,
} from '../src-main/graph/index.ts';
import type { GeneratedBook } from './generate-book.ts';
import { timeEach, timeOnce } from './measure.ts';
import { makeRandom } from './random.ts';
import type { SqlBaseline } from './sql-baseline.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** What is not a question: opening, memory, editing. */
export function measureLifetime(
  book: GeneratedBook,
  graph: CompactGraph,
  sql: SqlBaseline | null,
): Figure[] {
  const figures: Figure[] = [
    { name: 'memory of the graph, scratch included', value: graph.bytes / 1e6, unit: 'MB' },
  ];
  figures.push(...measureOpening(book, graph, sql), ...measureEdits(book, graph));
  return figures;
}

function measureOpening(
  book: GeneratedBook,
  graph: CompactGraph,
  sql: SqlBaseline | null,
): Figure[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'acquaint-bench-'));
  const file = path.join(folder, 'graph.packed');
  const packed = timeOnce(() => packGraph(graph, 'bench'));
  const descriptor = openSync(file, 'w');
  for (let at = 0; at < packed.result.length; ) at += writeSync(descriptor, packed.result, at);
  fsyncSync(descriptor);
  closeSync(descriptor);
  const opened = timeEach(5, () => unpackGraph(readFileSync(file), 'bench'), {
    warmUpMs: 1,
  });
  rmSync(folder, { recursive: true });
  const figures: Figure[] = [
    { name: 'packed copy', value: packed.result.length / 1e6, unit: 'MB' },
    { name: 'pack', value: packed.ms, unit: 'ms' },
    { name: 'open from the packed copy, read and checked', value: opened.median, unit: 'ms' },
  ];
  if (sql === null) return figures;
  const swept = timeOnce(() => {
    const builder = new GraphBuilder(book.ties);
    sql.sweep((a, b, strength, mask, possible) => {
      builder.addTie(a, b, strength, mask, possible === 1);
    });
    return builder.build({ me: book.me });
  });
  return [...figures, { name: 'open from SQLite, in one sweep', value: swept.ms, unit: 'ms' }];
}

function measureEdits(book: GeneratedBook, graph: CompactGraph): Figure[] {
  const random = makeRandom(5);
  const someone = () => 2 + Math.floor(random() * (book.people - 1));
  const pairs = Array.from({ length: 300 }, () => [someone(), someone()] as const).filter(
    ([a, b]) => a !== b,
  );
  const edit = (a: number, b: number) => {
    setTie(graph, a, b, { strength: 0.35, platforms: [2] });
    countOverlap(graph, a, b);
    removeTie(graph, a, b);
    countOverlap(graph, a, b);
  };
  const ofAny = timeEach(pairs.length, (at) => edit(...pairs[at]));
  const ofMine = timeEach(pairs.length, (at) => edit(book.me, pairs[at][1]));
  const compaction = timeOnce(() => compactGraph(graph));
  return [
    {
      name: 'a tie of any two added, asked, removed, asked: median',
      value: ofAny.median,
      unit: 'ms',
    },
    { name: 'the same, 95th percentile', value: ofAny.p95, unit: 'ms' },
    {
      name: 'a tie of mine added, asked, removed, asked: median',
      value: ofMine.median,
      unit: 'ms',
    },
    { name: 'the same, 95th percentile', value: ofMine.p95, unit: 'ms' },
    { name: 'compaction', value: compaction.ms, unit: 'ms' },
  ];
}
