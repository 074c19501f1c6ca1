import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { Evidence, PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';

export type EvidenceKind = Evidence['kind'];
/** How a follow is stored: seen from the person of the smaller id. */
export type StoredDirection = 'low_to_high' | 'high_to_low';

/** The tie of two people, in either order; null if they have none. */
export function findTie(book: ReadableBook, a: PersonId, b: PersonId): number | null {
  return (
    book.value<number>(
      'SELECT id FROM tie WHERE low_person_id = @low AND high_person_id = @high',
      orderedPair(a, b),
    ) ?? null
  );
}

/** The tie of two people, made if it is new. Throws INVALID_INPUT for a tie of somebody with themselves. */
export function ensureTie(
  book: WritableBook,
  a: PersonId,
  b: PersonId,
): { id: number; isNew: boolean } {
  if (a === b) {
    throw new AppError(
      'INVALID_INPUT',
      'A tie needs two different people: nobody is tied to themselves.',
    );
  }
  const found = findTie(book, a, b);
  if (found !== null) return { id: found, isNew: false };
  const { id } = book.run(
    'INSERT INTO tie (low_person_id, high_person_id) VALUES (@low, @high)',
    orderedPair(a, b),
  );
  return { id, isNew: true };
}

export interface NewEvidence {
  readonly kind: EvidenceKind;
  readonly platformId?: number | null;
  /** Of a follow only: `a` of the tie follows `b`, or the other way round (`incoming`). */
  readonly direction?: 'outgoing' | 'incoming';
  /** 'YYYY-MM-DD' or null. */
  readonly onDate?: string | null;
  readonly eventId?: number | null;
  readonly introductionId?: number | null;
  readonly note?: string;
  readonly importId?: number | null;
}

/**
 * Adds evidence that `a` and `b` know each other; the tie is made if it is new. Evidence of the same kind,
 * platform, direction, event and introduction is there once only (messages: once a day); a date or note that
 * it lacked is filled in. `isNewTie` and `isNew` say what was made.
 */
export function addEvidence(
  book: WritableBook,
  a: PersonId,
  b: PersonId,
  evidence: NewEvidence,
): { tieId: number; evidenceId: number; isNewTie: boolean; isNew: boolean } {
  const tie = ensureTie(book, a, b);
  const row = {
    tieId: tie.id,
    kind: evidence.kind,
    platformId: evidence.platformId ?? null,
    direction:
      evidence.kind === 'follow' ? storedDirection(a, b, evidence.direction ?? 'outgoing') : null,
    onDate: evidence.onDate ?? null,
    eventId: evidence.eventId ?? null,
    introductionId: evidence.introductionId ?? null,
    note: evidence.note ?? '',
    importId: evidence.importId ?? null,
  };
  const known = tie.isNew ? undefined : findSameEvidence(book, row);
  if (known !== undefined) {
    completeEvidence(book, known, row);
    return { tieId: tie.id, evidenceId: known.id, isNewTie: false, isNew: false };
  }
  const { id } = book.run(
    `INSERT INTO evidence (tie_id, kind, platform_id, direction, on_date, event_id, introduction_id, note, import_id)
     VALUES (@tieId, @kind, @platformId, @direction, @onDate, @eventId, @introductionId, @note, @importId)`,
    row,
  );
  return { tieId: tie.id, evidenceId: id, isNewTie: tie.isNew, isNew: true };
}

/** What makes two pieces of evidence one and the same, besides their tie. */
export interface EvidenceKey {
  readonly tieId: number;
  readonly kind: EvidenceKind;
  readonly platformId: number | null;
  readonly direction: StoredDirection | null;
  readonly onDate: string | null;
  readonly eventId: number | null;
  readonly introductionId: number | null;
}

interface KnownEvidence {
  readonly id: number;
  readonly onDate: string | null;
  readonly note: string;
}

/** Evidence on the tie that says the same; undefined if there is none. */
export function findSameEvidence(book: ReadableBook, key: EvidenceKey): KnownEvidence | undefined {
  return book.get<KnownEvidence>(
    `SELECT id, on_date AS onDate, note FROM evidence
     WHERE tie_id = @tieId AND kind = @kind AND platform_id IS @platformId AND direction IS @direction
       AND event_id IS @eventId AND introduction_id IS @introductionId
       AND (kind <> 'message' OR on_date IS @onDate)
     ORDER BY id LIMIT 1`,
    {
      tieId: key.tieId,
      kind: key.kind,
      platformId: key.platformId,
      direction: key.direction,
      onDate: key.onDate,
      eventId: key.eventId,
      introductionId: key.introductionId,
    },
  );
}

/** Fills in the date and note that a piece of evidence lacks. */
export function completeEvidence(
  book: WritableBook,
  known: KnownEvidence,
  from: { readonly onDate: string | null; readonly note: string },
): void {
  const onDate = known.onDate ?? from.onDate;
  const note = known.note === '' ? from.note : known.note;
  if (onDate === known.onDate && note === known.note) return;
  book.run('UPDATE evidence SET on_date = @onDate, note = @note WHERE id = @id', {
    id: known.id,
    onDate,
    note,
  });
}

/** Removes ties with all their evidence. */
export function deleteTies(book: WritableBook, tieIds: readonly number[]): void {
  const ids = JSON.stringify(tieIds);
  book.run('DELETE FROM evidence WHERE tie_id IN (SELECT value FROM json_each(@ids))', { ids });
  book.run('DELETE FROM tie WHERE id IN (SELECT value FROM json_each(@ids))', { ids });
}

/** Two ids as a tie stores them: the smaller one is `low`. */
export function orderedPair(a: PersonId, b: PersonId): { low: PersonId; high: PersonId } {
  return a < b ? { low: a, high: b } : { low: b, high: a };
}

/** How a follow between `a` and `b`, as seen from `a`, is stored. */
export function storedDirection(
  a: PersonId,
  b: PersonId,
  direction: 'outgoing' | 'incoming',
): StoredDirection {
  return a < b === (direction === 'outgoing') ? 'low_to_high' : 'high_to_low';
}

/** A stored follow between `a` and `b` as seen from `a`: 'outgoing' means `a` follows `b`. */
export function directionSeenFrom(
  a: PersonId,
  b: PersonId,
  stored: StoredDirection | null,
): 'outgoing' | 'incoming' | null {
  if (stored === null) return null;
  return a < b === (stored === 'low_to_high') ? 'outgoing' : 'incoming';
}
