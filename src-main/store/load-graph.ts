import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import {
  combineEvidence,
  GraphBuilder,
  platformsOf,
  runToEnd,
  type CompactGraph,
  type TieValue,
} from '../graph/index.ts';
import { orderedPair } from '../tables/tie-evidence.ts';
import { replacingPieces, type EvidenceColumns, type TieColumns } from '../tables/tie-pieces.ts';
import { EvidencePatterns, weighEvidence, type WeighedPattern } from './evidence-patterns.ts';
import { sweepEvidence } from './sweep-evidence.ts';
import { inChunks, readIdSpan } from './sweep-in-chunks.ts';
import { sweepTies, type SweptPairs } from './sweep-ties.ts';

/** Work in short steps; each says how much is done, 0 to 1. */
export type Steps<Result> = Generator<number, Result>;

/** `loadGraphInSteps` at one go. */
export function loadGraph(book: ReadableBook, today: string): CompactGraph {
  return runToEnd(loadGraphInSteps(book, today));
}

/**
 * The graph of all ties as they stand on `today`, from a sweep over people, ties and evidence, each in the order
 * in which it lies on the disk. Platform numbers in the graph are the ids of the platform table. Ten million ties
 * take some ten seconds. A step takes a few milliseconds; of ties that are changed between two steps the graph says
 * what they were, what they are, or a mixture, so that these must be edited afterwards.
 */
export function* loadGraphInSteps(book: ReadableBook, today: string): Steps<CompactGraph> {
  const pairs = yield* scaled(0, 0.2, sweepTies(book));
  const patterns = new EvidencePatterns(today);
  const patternOf = new Uint32Array(pairs.positions);
  const take = (tieId: number, piece: number): void => {
    const position = pairs.positionOf(tieId);
    // -1: a tie that was made meanwhile
    if (position >= 0) {
      patternOf[position] = patterns.extend(patternOf[position] ?? 0, piece);
    }
  };
  yield* scaled(0.2, 0.5, sweepEvidence(book, patterns, take));
  const builder = new GraphBuilder(pairs.positions);
  yield* scaled(0.5, 0.55, addPeople(book, builder));
  yield* scaled(0.55, 0.7, addTies(book, builder, pairs, { of: patternOf, patterns, today }));
  const me = book.value<number>('SELECT id FROM person WHERE is_me = 1');
  // shared: a thread that answers long questions reads the same memory
  const building = builder.buildInSteps({ isShared: true, ...(me === undefined ? {} : { me }) });
  for (;;) {
    const step = building.next();
    if (step.done === true) return step.value;
    yield 0.7;
  }
}

/** Steps as a part of others. */
function* scaled<Result>(from: number, to: number, steps: Steps<Result>): Steps<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

interface Weighing {
  /** By position of the tie. */
  readonly of: Uint32Array;
  readonly patterns: EvidencePatterns;
  readonly today: string;
}

/** The value of a pattern that makes no tie. */
const NO_TIE = -1;

/** Ties added in a step. */
const tiesAStep = 10_000;

function* addTies(
  book: ReadableBook,
  builder: GraphBuilder,
  pairs: SweptPairs,
  { of, patterns, today }: Weighing,
): Steps<void> {
  /** 0 until the first tie of that pattern is met. */
  const valueOf = new Int32Array(patterns.size);
  const replaced = yield* scaled(0, 0.5, readReplaced(book, pairs, today));
  for (let position = 0; position < pairs.positions; position += 1) {
    if (position % tiesAStep === 0) yield 0.5 + (0.5 * position) / pairs.positions;
    const low = pairs.low[position] ?? 0;
    if (low === 0) continue;
    const high = pairs.high[position] ?? 0;
    const pattern = of[position] ?? 0;
    const stated = replaced.strengthAt(position);
    if (stated !== null) {
      const { mask, overflow } = patterns.weigh(pattern);
      builder.addTie(low, high, stated, mask, false, overflow);
      continue;
    }
    const value = (valueOf[pattern] ||= valueOfPattern(builder, patterns.weigh(pattern)));
    if (value !== NO_TIE) builder.addTieOf(low, high, value - 1);
  }
}

/** The number of the value, plus one. */
function valueOfPattern(builder: GraphBuilder, pattern: WeighedPattern): number {
  const { mask, overflow, possible, strength } = pattern;
  return strength === null ? NO_TIE : builder.addValue(strength, mask, possible, overflow) + 1;
}

/** The tie of a pair as the graph keeps it; null when they have none, or nothing that makes one. */
export function readTieValue(
  book: ReadableBook,
  a: PersonId,
  b: PersonId,
  today: string,
): TieValue | null {
  const pair = orderedPair(a, b);
  const tie = book.get<TieColumns & { id: number }>(
    `SELECT id, rating, stated_strength AS statedStrength FROM tie
     WHERE low_person_id = @low AND high_person_id = @high`,
    pair,
  );
  if (tie === undefined) return null;
  const evidence = book.all<EvidenceColumns>(
    `SELECT kind, platform_id AS platformId, direction, on_date AS onDate FROM evidence
     WHERE tie_id = @id`,
    { id: tie.id },
  );
  const { mask, overflow, possible, strength } = weighEvidence(evidence, today);
  const stated = replacingStrength(tie, today);
  const decided = stated ?? strength;
  if (decided === null) return null;
  const platforms = platformsOf({ mask, overflow, possible });
  return { strength: decided, platforms, possible: stated === null && possible };
}

function* addPeople(book: ReadableBook, builder: GraphBuilder): Steps<void> {
  for (const chunk of inChunks(book, 'person', readIdSpan(book, 'person'))) {
    const people = book.column<number>(
      `SELECT id * 2 + do_not_ask FROM person WHERE id BETWEEN @from AND @to ORDER BY id`,
      { from: chunk.from, to: chunk.to },
    );
    for (const person of people) {
      builder.addPerson(Math.floor(person / 2), { doNotAsk: person % 2 === 1 });
    }
    yield chunk.done;
  }
}

/** Strengths given by hand or stated in a file, which replace that of the evidence. */
interface Replaced {
  /** Null for a tie whose evidence counts. */
  strengthAt(position: number): number | null;
}

function* readReplaced(book: ReadableBook, pairs: SweptPairs, today: string): Steps<Replaced> {
  const ratings = new Uint8Array(pairs.positions);
  const stated = new Map<number, number>();
  for (const chunk of inChunks(book, 'tie', readIdSpan(book, 'tie'))) {
    const range = { from: chunk.from, to: chunk.to };
    const rated = book.column<number>(
      `SELECT id * 8 + rating FROM tie WHERE id BETWEEN @from AND @to AND rating IS NOT NULL`,
      range,
    );
    for (const tie of rated) {
      const position = pairs.positionOf(Math.floor(tie / 8));
      if (position >= 0) ratings[position] = tie % 8;
    }
    const rows = book.all<{ id: number; strength: number }>(
      `SELECT id, stated_strength AS strength FROM tie
       WHERE id BETWEEN @from AND @to AND stated_strength IS NOT NULL AND rating IS NULL`,
      range,
    );
    for (const { id, strength } of rows) stated.set(pairs.positionOf(id), strength);
    yield chunk.done;
  }
  const byRating = [1, 2, 3, 4, 5].map((rating) =>
    replacingStrength({ rating, statedStrength: null }, today),
  );
  return {
    strengthAt(position) {
      const rating = ratings[position] ?? 0;
      if (rating !== 0) return byRating[rating - 1] ?? null;
      return stated.size === 0 ? null : (stated.get(position) ?? null);
    },
  };
}

function replacingStrength(tie: TieColumns, today: string): number | null {
  return combineEvidence(replacingPieces(tie), today)?.strength ?? null;
}
