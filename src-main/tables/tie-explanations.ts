import type { ReadableBook } from '../book/access.ts';
import type { EventId, Evidence, PersonId, PersonRef } from '../contract/common.ts';
import { combineEvidence } from '../graph/strength.ts';
import { personRefs } from './persons.ts';
import { directionSeenFrom, orderedPair } from './tie-evidence.ts';
import {
  evidencePiece,
  replacingPieces,
  type EvidenceColumns,
  type TieColumns,
} from './tie-pieces.ts';

/** A tie opened to its evidence, seen from `from`. */
export interface ExplainedTie {
  readonly from: PersonRef;
  readonly to: PersonRef;
  /** In (0, 1], on the day of asking. */
  readonly strength: number;
  readonly isConfirmed: boolean;
  readonly rating: number | null;
  readonly evidence: Evidence[];
}

interface TieRow extends TieColumns {
  readonly id: number;
}

interface EvidenceRow extends EvidenceColumns {
  readonly platform: string | null;
  readonly eventId: EventId | null;
  readonly eventTitle: string | null;
  readonly eventHeldOn: string | null;
  readonly note: string;
  readonly source: string | null;
}

/**
 * The ties of some pairs with all evidence and what each piece is worth on `today`. In the order of the pairs;
 * null for a pair without a tie.
 */
export function explainTies(
  book: ReadableBook,
  pairs: readonly (readonly [PersonId, PersonId])[],
  today: string,
): (ExplainedTie | null)[] {
  const refs = personRefs(book, new Set(pairs.flat()));
  return pairs.map(([a, b]) => {
    const from = refs.get(a);
    const to = refs.get(b);
    return from === undefined || to === undefined ? null : explainTie(book, from, to, today);
  });
}

function explainTie(
  book: ReadableBook,
  from: PersonRef,
  to: PersonRef,
  today: string,
): ExplainedTie | null {
  const tie = book.get<TieRow>(
    `SELECT id, rating, stated_strength AS statedStrength FROM tie
     WHERE low_person_id = @low AND high_person_id = @high`,
    orderedPair(from.id, to.id),
  );
  if (tie === undefined) return null;
  const rows = readEvidence(book, tie.id);
  const weighed = rows.map((row) => ({ row, piece: evidencePiece(row) }));
  const pieces = weighed.flatMap(({ piece }) => (piece === null ? [] : [piece]));
  const combined = combineEvidence([...replacingPieces(tie), ...pieces], today);
  if (combined === null) return null;
  // what each piece is worth by itself: beside a rating the pieces would all show 0, which explains nothing
  const alone = combineEvidence(pieces, today)?.shares ?? [];
  let next = 0;
  const evidence = weighed.map(({ row, piece }) =>
    toEvidence(
      row,
      from.id,
      to.id,
      piece === null ? (tie.statedStrength ?? 0) : (alone[next++] ?? 0),
    ),
  );
  const isStatedListed = rows.some((row) => row.kind === 'stated');
  if (tie.statedStrength !== null && !isStatedListed) {
    // a file's strength stands in the tie itself; the list must show what decides
    evidence.unshift(statedEvidence(tie.statedStrength, rows[0]?.source ?? null));
  }
  return {
    from,
    to,
    strength: combined.strength,
    isConfirmed: combined.confirmed,
    rating: tie.rating,
    evidence,
  };
}

function statedEvidence(weight: number, source: string | null): Evidence {
  const unknown = { platform: null, direction: null, onDate: null, event: null, note: '' };
  return { ...unknown, kind: 'stated', weight, source };
}

function readEvidence(book: ReadableBook, tieId: number): EvidenceRow[] {
  return book.all<EvidenceRow>(
    `SELECT evidence.kind, evidence.platform_id AS platformId, evidence.direction, evidence.on_date AS onDate,
       evidence.note, platform.key AS platform, event.id AS eventId, event.title AS eventTitle,
       event.held_on AS eventHeldOn, nullif(import.source_name, '') AS source
     FROM evidence
     LEFT JOIN platform ON platform.id = evidence.platform_id
     LEFT JOIN event ON event.id = evidence.event_id
     LEFT JOIN import ON import.id = evidence.import_id
     WHERE evidence.tie_id = @tieId ORDER BY evidence.id`,
    { tieId },
  );
}

function toEvidence(row: EvidenceRow, from: PersonId, to: PersonId, weight: number): Evidence {
  const event =
    row.eventId === null || row.eventTitle === null
      ? null
      : { id: row.eventId, title: row.eventTitle, heldOn: row.eventHeldOn };
  return {
    kind: row.kind,
    platform: row.platform,
    direction: directionSeenFrom(from, to, row.direction),
    onDate: row.onDate,
    event,
    note: row.note,
    weight,
    source: row.source,
  };
}
