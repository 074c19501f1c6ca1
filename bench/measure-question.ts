import type { CompactGraph } from '../src-main/graph/index.ts';
import type { GraphologyThread } from './graphology-thread.ts';
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

/** A baseline is asked for so long, and at least once; ours in full. */
const BASELINE_BUDGET_MS = 5000;

/** Times one question in our way and in SQL, after checking that both agree on the first argument. */
export function measureQuestion(
  graph: CompactGraph,
  question: BenchQuestion,
  sql: SqlBaseline | null,
): QuestionResult {
  const ours = timeEach(question.count, question.ask, { batch: question.batch });
  return {
    question: question.name,
    ours,
    ...countTies(graph, question, ours),
    sql: sql && measureSql(question, sql),
    graphology: null,
  };
}

function measureSql(question: BenchQuestion, sql: SqlBaseline): Timing | null {
  const { count, sql: ask } = question;
  if (ask === null) return null;
  requireAgreement(question, ask(sql, 0), 'SQL');
  return timeEach(count, (at) => ask(sql, at), { budgetMs: BASELINE_BUDGET_MS, warmUpMs: 0 });
}

/** The result with graphology's times, after the same check. */
export async function addGraphology(
  question: BenchQuestion,
  result: QuestionResult,
  thread: GraphologyThread,
): Promise<QuestionResult> {
  if (question.graphology === null) return result;
  const { first, timing } = await thread.measure(question.graphology);
  requireAgreement(question, first, 'graphology');
  return { ...result, graphology: timing };
}

function requireAgreement(question: BenchQuestion, answer: unknown, who: string): void {
  const ours = question.compare(question.ask(0));
  const theirs = question.compare(answer);
  if (isAlike(ours, theirs)) return;
  const texts = [ours, theirs].map((each) => JSON.stringify(each).slice(0, 300));
  throw new Error(`We and ${who} disagree on '${question.name}': ${texts.join(' against ')}.`);
}

/** Equal but for the rounding of numbers: products of strengths come in another order from another program. */
function isAlike(ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(Math.abs(ours), Math.abs(theirs));
  }
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null || theirs === null) {
    return ours === theirs;
  }
  const [mine, other] = [Object.entries(ours), new Map(Object.entries(theirs))];
  return mine.length === other.size && mine.every(([key, value]) => isAlike(value, other.get(key)));
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
