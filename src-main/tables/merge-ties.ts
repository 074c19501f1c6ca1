import type { WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import {
  completeEvidence,
  deleteTies,
  type EvidenceKey,
  findSameEvidence,
  findTie,
  orderedPair,
} from './tie-evidence.ts';

interface TieRow {
  readonly id: number;
  readonly other: PersonId;
}

/**
 * Hands all ties of `gone` to `keep`: where both are tied to a third person the evidence is put together and
 * `keep`'s rating stands, if there is one. The tie between the two goes, with its evidence.
 */
export function mergeTies(book: WritableBook, keep: PersonId, gone: PersonId): void {
  const ties = book.all<TieRow>(
    `SELECT id, high_person_id AS other FROM tie WHERE low_person_id = @gone
     UNION ALL
     SELECT id, low_person_id FROM tie WHERE high_person_id = @gone`,
    { gone },
  );
  for (const tie of ties) {
    if (tie.other === keep) {
      deleteTies(book, [tie.id]);
      continue;
    }
    // The stored direction of a follow hangs on which of the two ids is smaller, and that may change here.
    if (gone < tie.other !== keep < tie.other) turnFollows(book, tie.id);
    const known = findTie(book, keep, tie.other);
    if (known === null) {
      book.run('UPDATE tie SET low_person_id = @low, high_person_id = @high WHERE id = @id', {
        ...orderedPair(keep, tie.other),
        id: tie.id,
      });
    } else {
      joinTies(book, known, tie.id);
    }
  }
}

function turnFollows(book: WritableBook, tieId: number): void {
  book.run(
    `UPDATE evidence SET direction = CASE direction
       WHEN 'low_to_high' THEN 'high_to_low' ELSE 'low_to_high' END
     WHERE tie_id = @tieId AND direction IS NOT NULL`,
    { tieId },
  );
}

type EvidenceRow = EvidenceKey & { readonly id: number; readonly note: string };

function joinTies(book: WritableBook, keptTie: number, goneTie: number): void {
  const rows = book.all<EvidenceRow>(
    `SELECT id, @keptTie AS tieId, kind, platform_id AS platformId, direction, on_date AS onDate,
       event_id AS eventId, introduction_id AS introductionId, note
     FROM evidence WHERE tie_id = @goneTie ORDER BY id`,
    { keptTie, goneTie },
  );
  for (const row of rows) {
    const known = findSameEvidence(book, row);
    if (known === undefined) {
      book.run('UPDATE evidence SET tie_id = @keptTie WHERE id = @id', { keptTie, id: row.id });
    } else {
      completeEvidence(book, known, row);
    }
  }
  book.run(
    `UPDATE tie SET rating = coalesce(tie.rating, gone.rating),
       stated_strength = coalesce(tie.stated_strength, gone.stated_strength)
     FROM tie AS gone WHERE tie.id = @keptTie AND gone.id = @goneTie`,
    { keptTie, goneTie },
  );
  deleteTies(book, [goneTie]);
}
