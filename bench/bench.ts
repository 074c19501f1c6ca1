// npm run bench -- --size S|M|L [--json | --docs] [--keep] [--seed N] [--only TEXT] [--no-sql] [--no-graphology]
// npm run bench -- --search [--keep]
// npm run bench -- --import [--keep] [--docs | --json]
// npm run bench -- --bulk [--keep] [--docs | --json]
// npm run bench -- --book
// npm run bench -- --window: see window/bench-window.ts
import { openBook } from '../src-main/book/open-book.ts';
import type { CompactGraph } from '../src-main/graph/index.ts';
import { usualTuning } from '../src-main/store/network-service.ts';
import { sweepGraph } from '../src-main/store/sweep-graph.ts';
import { type BenchBook, migrations, prepareBook } from './bench-book.ts';
import { measureGather } from './gather-limit.ts';
import { GraphologyThread } from './graphology-thread.ts';
import type { Figure } from './lifetime.ts';
import { measureLifetime } from './lifetime.ts';
import { timeOnce } from './measure.ts';
import type { QuestionResult } from './measure-question.ts';
import { addGraphology, measureQuestion } from './measure-question.ts';
import { measureBulk } from './bulk.ts';
import { measureImport } from './import.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { type BenchQuestion, benchQuestions } from './questions.ts';
import { printReport } from './report.ts';
import { measureSearch } from './search.ts';
import { measureStoreQuestions } from './store-questions.ts';
import { SqlBaseline } from './sql-baseline.ts';
import { measureToday } from './today.ts';
import { CLOCK } from './write-book.ts';

/** Person 1 of every generated book. */
const ME = 1;

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The graph out of the book, as the store loads it, and how long that took, other threads included. */
async function openGraph(book: BenchBook): Promise<{ graph: CompactGraph; figures: Figure[] }> {
  const opened = timeOnce(() => openBook({ path: book.path, migrations, clock: CLOCK }));
  const begun = performance.now();
  const { helpedAbove, sliceTime } = usualTuning;
  const options = { goesOn: () => true, helpedAbove, sliceTime };
  const graph = await sweepGraph(opened.result.reader, CLOCK.today, options);
  const loadedIn = performance.now() - begun;
  opened.result.close();
  if (graph === null) throw new Error('The loading was ended.');
  const figures: Figure[] = [
    { name: 'open the book: lock, integrity check, schema', value: opened.ms, unit: 'ms' },
    { name: 'load the graph from SQLite, evidence weighed', value: loadedIn, unit: 'ms' },
  ];
  return { graph, figures };
}

function measureQuestions(
  book: BenchBook,
  graph: CompactGraph,
  questions: readonly BenchQuestion[],
  withSql: boolean,
): QuestionResult[] {
  const sql = withSql ? timeOnce(() => new SqlBaseline(book)) : null;
  if (sql) note(`SQL baseline ready in ${seconds(sql.ms)}`);
  const results = questions.map((question) => {
    note(`  ${question.name}`);
    return measureQuestion(graph, question, sql?.result ?? null);
  });
  sql?.result.close();
  return results;
}

/** After everything of ours: ten million edge objects are no company for a fair measurement. */
async function measureGraphology(
  graph: CompactGraph,
  questions: readonly BenchQuestion[],
  results: readonly QuestionResult[],
): Promise<{ results: QuestionResult[]; figures: Figure[] }> {
  const thread = await GraphologyThread.start(graph);
  note(`graphology built in ${seconds(thread.built.ms)}`);
  const added: QuestionResult[] = [];
  for (const [at, question] of questions.entries()) {
    added.push(await addGraphology(question, results[at], thread));
  }
  await thread.close();
  const figures: Figure[] = [
    { name: 'graphology: build from ties in memory', value: thread.built.ms, unit: 'ms' },
    { name: 'graphology: heap', value: thread.built.heapBytes / 1e6, unit: 'MB' },
  ];
  return { results: added, figures };
}

async function measureSize(options: BenchOptions, book: BenchBook): Promise<void> {
  const { graph, figures } = await openGraph(book);
  note(`${graph.slots} people, ${graph.tieCount} ties`);
  const gather = measureGather(graph.slots, Math.min(graph.tieCount * 2, 20_000_000));
  figures.unshift({ name: 'random gather, the limit of the machine', value: gather, unit: 'ns' });
  const questions = benchQuestions(graph, ME).filter(({ name }) => name.includes(options.only));
  let results = measureQuestions(book, graph, questions, options.withSql);
  if (options.withGraphology) {
    const added = await measureGraphology(graph, questions, results);
    results = added.results;
    figures.push(...added.figures);
  }
  if (options.only === '') {
    note('questions to the store, the packed copy, edits');
    figures.push(
      ...measureStoreQuestions(book, graph),
      // planting a million people's birthdays and contacts takes longer than all the rest
      ...(options.size === 'L' ? [] : measureToday(book, graph)),
      ...measureLifetime(book, graph, ME),
    );
  }
  printReport({ size: options.size, gather, figures, results }, options.format);
}

async function run(options: BenchOptions): Promise<void> {
  const prepared = timeOnce(() => prepareBook(options));
  const book = prepared.result;
  note(`${options.size}: book ${book.isReused ? 'kept' : 'made'} in ${seconds(prepared.ms)}`);
  try {
    if (options.what === 'book') process.stdout.write(`${book.path}\n`);
    else if (options.what === 'import') printReport(measureImport(book), options.format);
    else if (options.what === 'bulk') printReport(await measureBulk(book), options.format);
    else if (options.what === 'search') printReport(await measureSearch(book), options.format);
    else await measureSize(options, book);
  } finally {
    book.dispose();
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

await run(readOptions());
