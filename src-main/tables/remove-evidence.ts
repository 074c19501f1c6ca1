import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { jsonIds } from './persons.ts';
import { orderedPair } from './tie-evidence.ts';

/** Takes evidence away. A tie that is left without any reason (evidence, rating, stated strength) goes with it. */
export function removeEvidence(book: WritableBook, evidenceIds: readonly number[]): void {
  if (evidenceIds.length === 0) return;
  const ids = jsonIds(evidenceIds);
  const tieIds = book.column<number>(
    'SELECT DISTINCT tie_id FROM evidence WHERE id IN (SELECT value FROM json_each(@ids))',
    { ids },
  );
  book.run('DELETE FROM evidence WHERE id IN (SELECT value FROM json_each(@ids))', { ids });
  book.run(
    `DELETE FROM tie WHERE id IN (SELECT value FROM json_each(@tieIds))
       AND rating IS NULL AND stated_strength IS NULL
       AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.tie_id = tie.id)`,
    { tieIds: jsonIds(tieIds) },
  );
}

/**
 * True when the two are tied by something that was said, listed or rated, not only inferred (same small event,
 * overlapping roles).
 */
export function isTieKnown(book: ReadableBook, a: PersonId, b: PersonId): boolean {
  return (
    book.value(
      `SELECT 1 FROM tie WHERE low_person_id = @low AND high_person_id = @high
         AND (rating IS NOT NULL OR stated_strength IS NOT NULL OR EXISTS (
           SELECT 1 FROM evidence WHERE evidence.tie_id = tie.id
             AND kind NOT IN ('co_attendance', 'worked_together')))`,
      orderedPair(a, b),
    ) !== undefined
  );
}
