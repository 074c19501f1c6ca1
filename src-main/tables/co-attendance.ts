import type { WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { removeEvidence } from './remove-evidence.ts';
import { addEvidence } from './tie-evidence.ts';

/** Up to this many people at one event probably talked to one another. */
export const smallEventSize = 12;

/**
 * Brings the possible ties of an event in line with its attendance: at an event of up to `smallEventSize`
 * people each pair of them may know each other (evidence 'co_attendance', dated by the event); at a larger one
 * none. To be called after every change of an event's attendance, typed or imported.
 * Pairs with me are left out: whom I met I say myself, so for me nothing needs to be inferred.
 */
export function refreshCoAttendance(book: WritableBook, eventId: number): void {
  const heldOn =
    book.value<string | null>('SELECT held_on FROM event WHERE id = @eventId', { eventId }) ?? null;
  const attendees = book.column<PersonId>(
    `SELECT person_id FROM attendance JOIN person ON person.id = attendance.person_id
     WHERE event_id = @eventId AND is_me = 0 ORDER BY person_id LIMIT @limit`,
    // one more than counts is enough to know that the event is not small
    { eventId, limit: smallEventSize + 1 },
  );
  const isSmall = attendees.length <= smallEventSize;
  const wanted = isSmall ? attendees : [];
  removeEvidence(
    book,
    book.column<number>(
      `SELECT evidence.id FROM evidence JOIN tie ON tie.id = evidence.tie_id
       WHERE evidence.event_id = @eventId AND kind = 'co_attendance'
         AND NOT (low_person_id IN (SELECT value FROM json_each(@wanted))
           AND high_person_id IN (SELECT value FROM json_each(@wanted)))`,
      { eventId, wanted: JSON.stringify(wanted) },
    ),
  );
  for (const [index, a] of wanted.entries()) {
    for (const b of wanted.slice(index + 1))
      addEvidence(book, a, b, { kind: 'co_attendance', eventId, onDate: heldOn });
  }
}
