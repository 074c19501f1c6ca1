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
import { EvidencePatterns, weighEvidence } from './evidence-patterns.ts';
import { sweepEvidence } from './sweep-evidence.ts';
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
  for (const { id, doNotAsk } of readPeople(book))
    builder.addPerson(id, { doNotAsk: doNotAsk === 1 });
  const replaced = readReplaced(book, pairs, today);
  for (let position = 0; position < pairs.positions; position += 1) {
    const low = pairs.low[position] ?? 0;
    if (low === 0) continue;
    const { mask, overflow, possible, strength } = patterns.weigh(patternOf[position] ?? 0);
    const stated = replaced.get(position);
    const decided = stated ?? strength;
    if (decided === null) continue;
    const isPossible = stated === undefined && possible;
    builder.addTie(low, pairs.high[position] ?? 0, decided, mask, isPossible, overflow);
  }
  report(0.9);
  const me = book.value<number>('SELECT id FROM person WHERE is_me = 1');
  // shared: a thread that answers long questions reads the same memory
  return builder.build({ isShared: true, ...(me === undefined ? {} : { me }) });
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

function readPeople(book: ReadableBook): IterableIterator<{ id: number; doNotAsk: number }> {
  return book.iterate('SELECT id, do_not_ask AS doNotAsk FROM person');
}

/** By position: the strength given by hand or stated in a file, which replaces that of the evidence. */
function readReplaced(
  book: ReadableBook,
  pairs: SweptPairs,
  today: string,
): ReadonlyMap<number, number> {
  const replaced = new Map<number, number>();
  const rows = book.iterate<TieColumns & { id: number }>(
    `SELECT id, rating, stated_strength AS statedStrength FROM tie
     WHERE rating IS NOT NULL OR stated_strength IS NOT NULL`,
  );
  for (const row of rows) {
    const strength = replacingStrength(row, today);
    if (strength !== null) replaced.set(pairs.positionOf(row.id), strength);
  }
  return replaced;
}

function replacingStrength(tie: TieColumns, today: string): number | null {
  return combineEvidence(replacingPieces(tie), today)?.strength ?? null;
}
