import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import {
  assembleGraph,
  DO_NOT_ASK,
  platformsOf,
  prepareFilling,
  runToEnd,
  TieValues,
  type CompactGraph,
  type SweptPeople,
  type TieValue,
} from '../graph/index.ts';
import { orderedPair } from '../tables/tie-evidence.ts';
import type { EvidenceColumns, TieColumns } from '../tables/tie-pieces.ts';
import { EvidencePieces, weighEvidence } from './evidence-pieces.ts';
import { LoadingAlone, type LoadingCrew, type Steps } from './loading-crew.ts';
import { EvidenceReader, evidenceTextSql } from './read-evidence.ts';
import { inChunks, readIdSpan, rowsAChunk } from './sweep-in-chunks.ts';
import { sweepTies, type SweptPairs } from './sweep-ties.ts';
import { readReplaced, replacingStrength, TieValuer } from './value-ties.ts';

/** `loadGraphInSteps` at one go. */
export function loadGraph(book: ReadableBook, today: string): CompactGraph {
  return runToEnd(loadGraphInSteps(book, today));
}

/**
 * The graph of all ties as they stand on `today`, from a sweep over people, ties and evidence, each in the order
 * in which it lies on the disk. Platform numbers in the graph are the ids of the platform table. Ten million ties
 * take some ten seconds. A step takes a few milliseconds; of ties that are changed between two steps the graph says
 * what they were, what they are, or a mixture, so that these must be edited afterwards.
 *
 * @param crew who does all but the reading; that it fails is thrown as HelperFailed
 */
export function* loadGraphInSteps(
  book: ReadableBook,
  today: string,
  crew: LoadingCrew = new LoadingAlone(),
): Steps<CompactGraph> {
  const pairs = yield* scaled(0, 0.15, sweepTies(book));
  const people = yield* scaled(0.15, 0.18, readPeople(book));
  const me = book.value<number>('SELECT id FROM person WHERE is_me = 1') ?? null;
  crew.arrange({ low: pairs.low, high: pairs.high, people: people.ids, me });
  const pieces = new EvidencePieces(today);
  yield* scaled(0.18, 0.7, followEvidence(book, pairs, pieces, crew));
  const replaced = yield* scaled(0.7, 0.75, readReplaced(book, pairs));
  const { patternOf, patterns } = yield* scaled(0.75, 0.75, crew.followed());
  const values = new TieValues();
  const valuer = new TieValuer(values, { patterns, pieces, replaced, today });
  yield* scaled(0.75, 0.8, replaceByValues(patternOf, valuer));
  const { arrangement, ids } = yield* scaled(0.8, 0.8, crew.arranged());
  // shared: a thread that answers long questions reads the same memory
  const filling = prepareFilling(arrangement, values, patternOf, true);
  yield* scaled(0.8, 1, crew.fill(filling));
  return assembleGraph(arrangement, filling, values, { ids, flags: people.flags });
}

/** Steps as a part of others. */
function* scaled<Result>(from: number, to: number, steps: Steps<Result>): Steps<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Hands all evidence over to the crew. */
function* followEvidence(
  book: ReadableBook,
  pairs: SweptPairs,
  pieces: EvidencePieces,
  crew: LoadingCrew,
): Steps<void> {
  const reader = new EvidenceReader(pieces);
  const evidence = new Uint32Array(2 * rowsAChunk);
  for (const { done, from, to } of inChunks(book, 'evidence', readIdSpan(book, 'evidence'))) {
    const text = book.value<Uint8Array | null>(evidenceTextSql, { from, to }) ?? null;
    let end = 0;
    if (text !== null) {
      reader.read(text, (tieId, piece) => {
        const position = pairs.positionOf(tieId);
        // -1: a tie that was made meanwhile
        if (position < 0) return;
        evidence[end] = position;
        evidence[end + 1] = piece;
        end += 2;
      });
      yield* scaled(done, done, crew.follow(evidence.subarray(0, end)));
    }
    yield done;
  }
}

/** Ties valued in a step. */
const tiesAStep = 20_000;

/** Puts the number of its value plus one in the place of each tie's pattern, 0 for what makes no tie. */
function* replaceByValues(patternOf: Uint32Array, valuer: TieValuer): Steps<void> {
  for (let position = 0; position < patternOf.length; position += 1) {
    if (position % tiesAStep === 0) yield position / patternOf.length;
    patternOf[position] = valuer.valueOf(position, patternOf[position] ?? 0) + 1;
  }
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

function* readPeople(book: ReadableBook): Steps<SweptPeople> {
  const span = readIdSpan(book, 'person');
  const ids = new Float64Array(span.most);
  const flags = new Uint8Array(span.most);
  let met = 0;
  for (const { done, from, to } of inChunks(book, 'person', span)) {
    const people = book.column<number>(
      `SELECT id * 2 + do_not_ask FROM person WHERE id BETWEEN @from AND @to ORDER BY id`,
      { from, to },
    );
    for (const person of people) {
      // those who came meanwhile are edited in
      if (met === ids.length) break;
      ids[met] = Math.floor(person / 2);
      flags[met] = person % 2 === 1 ? DO_NOT_ASK : 0;
      met += 1;
    }
    yield done;
  }
  return { ids: ids.subarray(0, met), flags: flags.subarray(0, met) };
}
