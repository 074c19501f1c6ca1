import { isDeepStrictEqual } from 'node:util';
import type { CompactGraph } from '../src-main/graph/index.ts';
import type { GraphologyBaseline } from './graphology-baseline.ts';
import type { Timing } from './measure.ts';
import { timeEach } from './measure.ts';
import type { BenchQuestion } from './questions.ts';
import type { SqlBaseline } from './sql-baseline.ts';

export interface QuestionResult {
  readonly question: string;
  readonly ours: Timing;
  /** Ties walked for one answer, on average; null where they are not counted. */
  readonly ties: number | null;
  readonly nsPerTie: number | null;
  readonly sql: Timing | null;
  readonly graphology: Timing | null;
}

export interface Baselines {
  readonly sql: SqlBaseline | null;
  readonly graphology: GraphologyBaseline | null;
}

/** A baseline is asked for so long, and at least once; ours in full. */
const BASELINE_BUDGET_MS = 5000;

/** Times one question in every way there is, after checking that the ways agree on the first argument. */
export function measureQuestion(
  graph: CompactGraph,
  question: BenchQuestion,
  baselines: Baselines,
): QuestionResult {
  const ours = timeEach(question.count, question.ask, { batch: question.batch });
  const viaSql = bind(question.sql, baselines.sql);
  const viaGraphology = bind(question.graphology, baselines.graphology);
  return {
    question: question.name,
    ours,
    ...countTies(graph, question, ours),
    sql: viaSql && timeBaseline(question, viaSql, 'SQL'),
    graphology: viaGraphology && timeBaseline(question, viaGraphology, 'graphology'),
  };
}

type Call = (at: number) => unknown;

function bind<Base>(
  ask: ((base: Base, at: number) => unknown) | null,
  base: Base | null,
): Call | null {
  return ask === null || base === null ? null : (at) => ask(base, at);
}

function timeBaseline(question: BenchQuestion, call: Call, who: string): Timing {
  const ours = question.compare(question.ask(0));
  const theirs = question.compare(call(0));
  if (!isDeepStrictEqual(ours, theirs)) {
    const texts = [ours, theirs].map((answer) => JSON.stringify(answer).slice(0, 300));
    throw new Error(`We and ${who} disagree on '${question.name}': ${texts.join(' against ')}.`);
  }
  return timeEach(question.count, call, { budgetMs: BASELINE_BUDGET_MS, warmUpMs: 0 });
}

/** Ties of one answer on average, and the time a tie, so that few large answers count for what they are. */
function countTies(graph: CompactGraph, question: BenchQuestion, ours: Timing) {
  let counted = 0;
  graph.arcsWalked = 0;
  for (let at = 0; at < question.count; at++) {
    if (question.ties === null) question.ask(at);
    else counted += question.ties(at);
  }
  if (question.ties === null) counted = graph.arcsWalked;
  if (counted === 0) return { ties: null, nsPerTie: null };
  return { ties: counted / question.count, nsPerTie: (ours.total * 1e6) / counted };
}
