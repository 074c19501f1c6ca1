import type { ReadableBook } from '../book/access.ts';
import type { Checkpoint } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import {
  combineEvidence,
  GraphBuilder,
  platformsOf,
  type CompactGraph,
  type TieValue,
} from '../graph/index.ts';
import { orderedPair } from '../tables/tie-evidence.ts';
import { replacingPieces, type EvidenceColumns, type TieColumns } from '../tables/tie-pieces.ts';
import { EvidencePatterns, weighEvidence, type WeighedPattern } from './evidence-patterns.ts';
import { sweepEvidence } from './sweep-evidence.ts';
import { inChunks, readIdSpan } from './sweep-in-chunks.ts';
import { sweepTies, type SweptPairs } from './sweep-ties.ts';

/**
 * The graph of all ties as they stand on `today`, from a sweep over people, ties and evidence, each in the order
 * in which it lies on the disk. Platform numbers in the graph are the ids of the platform table. Ten million ties
 * take some ten seconds.
 *
 * @param checkpoint told how far it is; may throw to end it
 */
export function loadGraph(
  book: ReadableBook,
  today: string,
  checkpoint: Checkpoint = () => {},
): CompactGraph {
  const report = (done: number): void => checkpoint(done, 'Reading the ties of your book');
  const pairs = sweepTies(book, (done) => report(done * 0.3));
  const patterns = new EvidencePatterns(today);
  const patternOf = new Uint32Array(pairs.positions);
  sweepEvidence(
    book,
    patterns,
    (done) => report(0.3 + done * 0.5),
    (tieId, piece) => {
      const position = pairs.positionOf(tieId);
      patternOf[position] = patterns.extend(patternOf[position] ?? 0, piece);
    },
  );
  const builder = new GraphBuilder(pairs.positions);
  addPeople(book, builder);
  addTies(book, builder, pairs, { of: patternOf, patterns, today });
  report(0.9);
  const me = book.value<number>('SELECT id FROM person WHERE is_me = 1');
  // shared: a thread that answers long questions reads the same memory
  return builder.build({ isShared: true, ...(me === undefined ? {} : { me }) });
}

interface Weighing {
  /** By position of the tie. */
  readonly of: Uint32Array;
  readonly patterns: EvidencePatterns;
  readonly today: string;
}

/** The value of a pattern that makes no tie. */
const NO_TIE = -1;

function addTies(
  book: ReadableBook,
  builder: GraphBuilder,
  pairs: SweptPairs,
  { of, patterns, today }: Weighing,
): void {
  /** 0 until the first tie of that pattern is met. */
  const valueOf = new Int32Array(patterns.size);
  const replaced = readReplaced(book, pairs, today);
  for (let position = 0; position < pairs.positions; position += 1) {
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

function addPeople(book: ReadableBook, builder: GraphBuilder): void {
  for (const chunk of inChunks(book, 'person', readIdSpan(book, 'person'))) {
    const people = book.column<number>(
      `SELECT id * 2 + do_not_ask FROM person WHERE id BETWEEN @from AND @to ORDER BY id`,
      { from: chunk.from, to: chunk.to },
    );
    for (const person of people) {
      builder.addPerson(Math.floor(person / 2), { doNotAsk: person % 2 === 1 });
    }
  }
}

/** Strengths given by hand or stated in a file, which replace that of the evidence. */
interface Replaced {
  /** Null for a tie whose evidence counts. */
  strengthAt(position: number): number | null;
}

function readReplaced(book: ReadableBook, pairs: SweptPairs, today: string): Replaced {
  const ratings = new Uint8Array(pairs.positions);
  const stated = new Map<number, number>();
  for (const chunk of inChunks(book, 'tie', readIdSpan(book, 'tie'))) {
    const range = { from: chunk.from, to: chunk.to };
    const rated = book.column<number>(
      `SELECT id * 8 + rating FROM tie WHERE id BETWEEN @from AND @to AND rating IS NOT NULL`,
      range,
    );
    for (const tie of rated) ratings[pairs.positionOf(Math.floor(tie / 8))] = tie % 8;
    const rows = book.all<{ id: number; strength: number }>(
      `SELECT id, stated_strength AS strength FROM tie
       WHERE id BETWEEN @from AND @to AND stated_strength IS NOT NULL AND rating IS NULL`,
      range,
    );
    for (const { id, strength } of rows) stated.set(pairs.positionOf(id), strength);
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
