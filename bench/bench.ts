// npm run bench -- --size S|M|L [--json] [--only TEXT] [--no-sql] [--graphology | --no-graphology]
import { parseArgs } from 'node:util';
import type { CompactGraph } from '../src-main/graph/index.ts';
import { GraphBuilder } from '../src-main/graph/index.ts';
import { measureGather } from './gather-limit.ts';
import type { GeneratedBook } from './generate-book.ts';
import { generateBook, SIZES } from './generate-book.ts';
import { GraphologyBaseline } from './graphology-baseline.ts';
import type { Figure } from './lifetime.ts';
import { measureLifetime } from './lifetime.ts';
import { timeOnce } from './measure.ts';
import type { QuestionResult } from './measure-question.ts';
import { measureQuestion } from './measure-question.ts';
import { benchQuestions } from './questions.ts';
import { printReport } from './report.ts';
import { SqlBaseline } from './sql-baseline.ts';

interface BenchOptions {
  readonly size: string;
  readonly json: boolean;
  readonly only: string;
  readonly withSql: boolean;
  readonly withGraphology: boolean;
}

function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'S' },
      json: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      sql: { type: 'boolean', default: true },
      graphology: { type: 'boolean' },
    },
    allowNegative: true,
  });
  const size = values.size.toUpperCase();
  if (!Object.hasOwn(SIZES, size)) {
    throw new Error(
      `There is no size '${values.size}': use one of ${Object.keys(SIZES).join(', ')}.`,
    );
  }
  // Ten million edges take graphology a minute and some 10 GB: only when asked for.
  const withGraphology = values.graphology ?? size !== 'L';
  const { json, only, sql } = values;
  return { size, json, only, withSql: sql, withGraphology };
}

function loadGraph(book: GeneratedBook): CompactGraph {
  const builder = new GraphBuilder(book.ties);
  for (let tie = 0; tie < book.ties; tie++) {
    const isPossible = book.possible[tie] === 1;
    builder.addTie(book.a[tie], book.b[tie], book.strength[tie], book.mask[tie], isPossible);
  }
  return builder.build({ me: book.me });
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

function run(options: BenchOptions): void {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const generated = timeOnce(() => generateBook(SIZES[options.size]));
  const book = generated.result;
  note(`${options.size}: ${book.people} people, ${book.ties} ties, in ${seconds(generated.ms)}`);
  const figures: Figure[] = [];
  const gather = measureGather(book.people, Math.min(book.ties * 2, 20_000_000));
  figures.push({ name: 'random gather, the limit of the machine', value: gather, unit: 'ns' });
  const loaded = timeOnce(() => loadGraph(book));
  figures.push({ name: 'build from ties in memory', value: loaded.ms, unit: 'ms' });
  const graph = loaded.result;
  const sql = options.withSql ? timeOnce(() => new SqlBaseline(book)) : null;
  if (sql) note(`SQL baseline filled in ${seconds(sql.ms)}`);
  const graphology = options.withGraphology ? timeOnce(() => new GraphologyBaseline(book)) : null;
  if (graphology) {
    note(`graphology filled in ${seconds(graphology.ms)}`);
    figures.push({
      name: 'graphology: build from ties in memory',
      value: graphology.ms,
      unit: 'ms',
    });
  }
  const baselines = { sql: sql?.result ?? null, graphology: graphology?.result ?? null };
  const results: QuestionResult[] = [];
  for (const question of benchQuestions(book, graph)) {
    if (!question.name.includes(options.only)) continue;
    note(`  ${question.name}`);
    results.push(measureQuestion(graph, question, baselines));
  }
  if (options.only === '') figures.push(...measureLifetime(book, graph, baselines.sql));
  printReport({ size: options.size, figures, results }, options.json);
  baselines.sql?.close();
}

run(readOptions());
