import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { EventId, PersonId } from '../contract/common.ts';

/* All SQL of who was at an event, and of the conversation there. */

export interface AttendanceRow {
  readonly haveMet: 0 | 1;
  readonly note: string;
}

/** A person's attendance of an event; undefined if they were not there. */
export function findAttendance(
  book: ReadableBook,
  eventId: EventId,
  personId: PersonId,
): AttendanceRow | undefined {
  return book.get<AttendanceRow>(
    `SELECT have_met AS haveMet, note FROM attendance
     WHERE event_id = @eventId AND person_id = @personId`,
    { eventId, personId },
  );
}

/** Writes a person's attendance of an event, new or known. */
export function writeAttendance(
  book: WritableBook,
  eventId: EventId,
  personId: PersonId,
  row: AttendanceRow,
): void {
  book.run(
    `INSERT INTO attendance (event_id, person_id, have_met, note)
     VALUES (@eventId, @personId, @haveMet, @note)
     ON CONFLICT (event_id, person_id) DO UPDATE SET have_met = excluded.have_met, note = excluded.note`,
    { eventId, personId, haveMet: row.haveMet, note: row.note },
  );
}

/** Takes a person off an event. */
export function deleteAttendance(book: WritableBook, eventId: EventId, personId: PersonId): void {
  book.run('DELETE FROM attendance WHERE event_id = @eventId AND person_id = @personId', {
    eventId,
    personId,
  });
}

/** The first conversation with a person at an event; undefined if there was none. */
export function findConversation(
  book: ReadableBook,
  eventId: EventId,
  personId: PersonId,
): { readonly id: number; readonly note: string } | undefined {
  return book.get(
    `SELECT id, note FROM interaction
     WHERE event_id = @eventId AND person_id = @personId AND kind = 'conversation' ORDER BY id LIMIT 1`,
    { eventId, personId },
  );
}

/** Replaces the note of an interaction. */
export function writeInteractionNote(book: WritableBook, id: number, note: string): void {
  book.run('UPDATE interaction SET note = @note WHERE id = @id', { id, note });
}

/** Deletes the conversations with a person at an event. */
export function deleteConversations(
  book: WritableBook,
  eventId: EventId,
  personId: PersonId,
): void {
  book.run(
    `DELETE FROM interaction
     WHERE event_id = @eventId AND person_id = @personId AND kind = 'conversation'`,
    { eventId, personId },
  );
}
