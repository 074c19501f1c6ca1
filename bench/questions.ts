import type { CompactGraph } from '../src-main/graph/index.ts';
import * as graphs from '../src-main/graph/index.ts';
import type { GraphologyCall } from './graphology-baseline.ts';
import { makeRandom } from './random.ts';
import type { SqlBaseline } from './sql-baseline.ts';

/** One question asked with several arguments, in up to three ways that must agree. */
interface QuestionSpec<Arg> {
  readonly name: string;
  readonly args: readonly Arg[];
  /** Calls timed together; more than 1 for questions shorter than the clock can tell. */
  readonly batch?: number;
  /** Ties that the answer depends on, where the graph does not count what it walks. */
  readonly ties?: (arg: Arg) => number;
  readonly ask: (arg: Arg) => unknown;
  readonly sql?: (sql: SqlBaseline, arg: Arg) => unknown;
  readonly graphology?: (arg: Arg) => GraphologyCall;
  /** What of an answer is compared with SQL's and graphology's; the whole when left out. */
  readonly compare?: (answer: unknown) => unknown;
}

/** The same with the arguments addressed by number, 0 to `count` - 1. */
export interface BenchQuestion {
  readonly name: string;
  readonly count: number;
  readonly batch: number;
  readonly ties: ((at: number) => number) | null;
  readonly ask: (at: number) => unknown;
  readonly sql: ((sql: SqlBaseline, at: number) => unknown) | null;
  readonly graphology: readonly GraphologyCall[] | null;
  readonly compare: (answer: unknown) => unknown;
}

function numbered<Arg>(spec: QuestionSpec<Arg>): BenchQuestion {
  const { name, args, batch = 1, ties, ask, sql, graphology } = spec;
  return {
    name,
    count: args.length,
    batch,
    ties: ties ? (at) => ties(args[at]) : null,
    ask: (at) => ask(args[at]),
    sql: sql ? (base, at) => sql(base, args[at]) : null,
    graphology: graphology ? args.map(graphology) : null,
    compare: spec.compare ?? ((answer) => answer),
  };
}

/** Arguments drawn the same in every run. */
interface Draw {
  readonly person: () => number;
  readonly list: <T>(count: number, draw: () => T) => T[];
}

function makeDraw(people: number): Draw {
  const random = makeRandom(99);
  return {
    person: () => 2 + Math.floor(random() * (people - 1)),
    list: (count, draw) => Array.from({ length: count }, draw),
  };
}

/** The questions of the performance page, over the confirmed ties of a generated book, whose ids have no gaps. */
export function benchQuestions(graph: CompactGraph, me: number): BenchQuestion[] {
  const draw = makeDraw(graph.slots);
  const contacts = confirmedContacts(graph, me);
  const people = draw.list(200, draw.person);
  return [
    ...overlapQuestions(graph, me, contacts, draw),
    ...audienceQuestions(graph, me, contacts),
    ...chainQuestions(graph, me, people),
    ...askQuestions(graph, me, people, draw),
    ...brokerageQuestions(graph, me),
  ];
}

function confirmedContacts(graph: CompactGraph, me: number): number[] {
  return graph.neighbourIds(me).filter((id) => graph.tie(me, id)?.possible === false);
}

function overlapQuestions(
  graph: CompactGraph,
  me: number,
  contacts: readonly number[],
  draw: Draw,
): BenchQuestion[] {
  const degree = (id: number) => graph.neighbourIds(id).length;
  const compare = (answer: unknown) => {
    const { sizeA, sizeB, shared } = answer as graphs.OverlapCounts;
    return { sizeA, sizeB, shared };
  };
  const some = contacts.slice(0, 200);
  return [
    numbered({
      name: 'overlap of me and a contact, counts',
      args: some,
      batch: 1000,
      ties: (contact) => degree(me) + degree(contact),
      ask: (contact) => graphs.countOverlap(graph, me, contact),
      // The shorter network first: SQL looks each of its members up in the other.
      sql: (sql, contact) => {
        const { sizeA, sizeB, shared } = sql.overlap(contact, me);
        return { sizeA: sizeB, sizeB: sizeA, shared };
      },
      compare,
    }),
    numbered({
      name: 'overlap of any two, counts',
      args: draw.list(200, () => [draw.person(), draw.person()] as const),
      batch: 1000,
      ties: ([a, b]) => degree(a) + degree(b),
      ask: ([a, b]) => graphs.countOverlap(graph, a, b),
      sql: (sql, [a, b]) => sql.overlap(a, b),
      compare,
    }),
    numbered({
      name: 'overlap of me and a contact, with lists and platforms',
      args: some,
      ties: (contact) => degree(me) + degree(contact),
      ask: (contact) => graphs.findOverlap(graph, me, contact),
    }),
  ];
}

function audienceQuestions(
  graph: CompactGraph,
  me: number,
  contacts: readonly number[],
): BenchQuestion[] {
  return [
    numbered({
      name: 'all my contacts by new audience',
      args: Array.from({ length: 200 }, () => me),
      ask: () => graphs.rankByNewAudience(graph, me),
      sql: (sql) => sql.rankByNewAudience(me),
      compare: (answer) =>
        (answer as { person: number; newToMe: number }[])
          .filter(({ newToMe }) => newToMe > 0)
          .map(({ person, newToMe }) => ({ person, newToMe })),
    }),
    numbered({
      name: 'reach of one contact, 3 hops',
      args: contacts.slice(0, 40),
      ask: (contact) => graphs.findReach(graph, me, [contact], { hops: 3 }),
      sql: (sql, contact) => sql.reach(me, contact, 3),
      graphology: (contact) => ['reach', me, contact, 3],
      compare: (answer) => (typeof answer === 'number' ? answer : (answer as graphs.Reach).people),
    }),
    numbered({
      name: 'reach of ten contacts, 2 hops, with additions',
      args: Array.from({ length: 10 }, (_, i) => contacts.slice(i * 10, i * 10 + 10)),
      ask: (ten) => graphs.findReach(graph, me, ten, { hops: 2 }),
    }),
    numbered({
      name: 'best 10 to ask',
      args: Array.from({ length: 200 }, () => me),
      ask: () => graphs.findBestToAsk(graph, me, 10),
      sql: (sql) => sql.bestToAsk(me, 10),
      compare: (answer) => (Array.isArray(answer) ? answer : (answer as graphs.BestToAsk).picks),
    }),
  ];
}

function chainQuestions(
  graph: CompactGraph,
  me: number,
  people: readonly number[],
): BenchQuestion[] {
  const maxTies = Number.POSITIVE_INFINITY;
  return [
    numbered({
      name: 'best chain to a person, at most 4 ties',
      args: people,
      ask: (person) => graphs.findChains(graph, me, person),
    }),
    numbered({
      name: 'best chain to a person, any length',
      args: people.slice(0, 50),
      ask: (person) => graphs.findChains(graph, me, person, 1, { maxTies }),
      graphology: (person) => ['bestChain', me, person],
      compare: (answer) => {
        const strength = Array.isArray(answer) ? (answer as graphs.Chain[])[0]?.strength : answer;
        return strength ?? 0;
      },
    }),
    numbered({
      name: '10 loopless chains to a person',
      args: people,
      ask: (person) => graphs.findChains(graph, me, person, 10),
    }),
  ];
}

function askQuestions(
  graph: CompactGraph,
  me: number,
  people: readonly number[],
  draw: Draw,
): BenchQuestion[] {
  const viaSql = {
    sql: (sql: SqlBaseline, targets: readonly number[]) => sql.whoToAsk(me, targets, 10),
    compare: (answer: unknown) =>
      (answer as ({ strength: number } | graphs.Ask)[]).map((ask) =>
        'chain' in ask ? ask.chain.strength : ask.strength,
      ),
  };
  return [
    numbered({
      name: 'my 10 best to ask for one person',
      args: people.map((person) => [person]),
      ask: (targets) => graphs.findWhoToAsk(graph, me, targets, 10),
      ...viaSql,
    }),
    numbered({
      name: 'my 10 best to ask for any of 1,000',
      args: draw.list(50, () => draw.list(1000, draw.person)),
      ask: (targets) => graphs.findWhoToAsk(graph, me, targets, 10),
      ...viaSql,
    }),
    numbered({
      name: 'everybody to ask for one person',
      args: people.slice(0, 50).map((person) => [person]),
      ask: (targets) => graphs.findWhoToAsk(graph, me, targets),
    }),
  ];
}

function brokerageQuestions(graph: CompactGraph, me: number): BenchQuestion[] {
  return [
    numbered({
      name: 'constraint of me',
      args: Array.from({ length: 200 }, () => me),
      ask: () => graphs.findConstraint(graph, me),
      sql: (sql) => sql.constraint(me),
    }),
    numbered({
      name: 'pairs joined only by me',
      args: Array.from({ length: 50 }, () => me),
      ask: () => graphs.findPairsJoinedOnlyBy(graph, me),
      sql: (sql) => sql.pairsJoinedOnlyBy(me),
      compare: (answer) =>
        typeof answer === 'number' ? answer : (answer as graphs.JoinedPairs).count,
    }),
    numbered({
      name: 'articulation points and bridges, whole book',
      args: [me, me, me],
      ask: () => graphs.findCutPoints(graph, me),
    }),
  ];
}
