import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { CommandContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { refreshCoAttendance } from '../tables/co-attendance.ts';
import { addInteraction } from '../tables/interactions.ts';
import { removeEvidence } from '../tables/remove-evidence.ts';
import { addEvidence } from '../tables/tie-evidence.ts';
import { joinNotes } from '../tables/topics.ts';
import { listMeetingEvidence } from './queries.ts';
import type { EventRow } from './queries.ts';

interface AttendanceRow {
  readonly id: number;
  readonly haveMet: 0 | 1;
  readonly note: string;
}

function findAttendance(
  book: ReadableBook,
  eventId: number,
  personId: PersonId,
): AttendanceRow | undefined {
  return book.get<AttendanceRow>(
    `SELECT id, have_met AS haveMet, note FROM attendance
     WHERE event_id = @eventId AND person_id = @personId`,
    { eventId, personId },
  );
}

/** The day of a contact at the event: the event's, but never later than today; today if nobody knows. */
export function contactDay(event: EventRow, today: string): string {
  return event.heldOn === null || event.heldOn > today ? today : event.heldOn;
}

/** Notes that a person was there. Returns true when that was not known. */
function attend(
  book: WritableBook,
  eventId: number,
  personId: PersonId,
  change: { haveMet: boolean; note: string },
): boolean {
  const known = findAttendance(book, eventId, personId);
  const row = { haveMet: change.haveMet ? 1 : 0, note: change.note };
  if (known === undefined) {
    book.run(
      `INSERT INTO attendance (event_id, person_id, have_met, note)
       VALUES (@eventId, @personId, @haveMet, @note)`,
      { eventId, personId, ...row },
    );
  } else {
    book.run('UPDATE attendance SET have_met = @haveMet, note = @note WHERE id = @id', {
      id: known.id,
      ...row,
    });
  }
  return known === undefined;
}

/** The conversation at the event: one, however often the person is logged; notes are added up. */
function noteConversation(
  context: CommandContext,
  event: EventRow,
  personId: PersonId,
  note: string,
): void {
  const { book, clock } = context;
  const known = book.get<{ id: number; note: string }>(
    `SELECT id, note FROM interaction
     WHERE event_id = @eventId AND person_id = @personId AND kind = 'conversation' ORDER BY id LIMIT 1`,
    { eventId: event.id, personId },
  );
  if (known === undefined) {
    const onDate = contactDay(event, clock.today);
    addInteraction(book, { personId, kind: 'conversation', onDate, note, eventId: event.id });
    return;
  }
  book.run('UPDATE interaction SET note = @note WHERE id = @id', {
    id: known.id,
    note: joinNotes(known.note, note),
  });
}

/**
 * Notes that I met a person at the event: attendance, evidence for our tie of the event's day, and a
 * conversation. The note is added to what was noted before.
 */
export function meetPerson(
  context: CommandContext,
  event: EventRow,
  meId: PersonId,
  personId: PersonId,
  note: string,
): void {
  const { book } = context;
  const before = findAttendance(book, event.id, personId)?.note ?? '';
  const isNew = attend(book, event.id, personId, { haveMet: true, note: joinNotes(before, note) });
  // I may be on the list of attendees myself; I do not meet myself
  if (personId !== meId) {
    addEvidence(book, meId, personId, {
      kind: 'met_at_event',
      onDate: event.heldOn,
      eventId: event.id,
    });
    noteConversation(context, event, personId, note);
  }
  if (isNew) refreshCoAttendance(book, event.id);
}

/** Notes that a person was there without my having met them; takes an earlier meeting there back. */
export function seePerson(
  context: CommandContext,
  event: EventRow,
  personId: PersonId,
  note: string | undefined,
): void {
  const { book } = context;
  const before = findAttendance(book, event.id, personId);
  const isNew = attend(book, event.id, personId, {
    haveMet: false,
    note: note ?? before?.note ?? '',
  });
  if (before?.haveMet === 1) forgetMeeting(book, event.id, personId);
  if (isNew) refreshCoAttendance(book, event.id);
}

/** Replaces the note of an attendance that is there. */
export function writeAttendanceNote(
  book: WritableBook,
  eventId: number,
  personId: PersonId,
  note: string,
): void {
  book.run(
    'UPDATE attendance SET note = @note WHERE event_id = @eventId AND person_id = @personId',
    { eventId, personId, note },
  );
}

/** Takes a person off the event. Returns false if they were not there. */
export function leaveEvent(book: WritableBook, event: EventRow, personId: PersonId): boolean {
  const known = findAttendance(book, event.id, personId);
  if (known === undefined) return false;
  forgetMeeting(book, event.id, personId);
  book.run('DELETE FROM attendance WHERE id = @id', { id: known.id });
  refreshCoAttendance(book, event.id);
  return true;
}

function forgetMeeting(book: WritableBook, eventId: EventRow['id'], personId: PersonId): void {
  removeEvidence(book, listMeetingEvidence(book, eventId, personId));
  book.run(
    `DELETE FROM interaction
     WHERE event_id = @eventId AND person_id = @personId AND kind = 'conversation'`,
    { eventId, personId },
  );
}
