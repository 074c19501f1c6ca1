import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { EventId, PersonId } from '../contract/common.ts';
import type { eventKinds } from '../contract/events.ts';

/* All SQL of events, attendance and the promises made there. */

export type EventKind = (typeof eventKinds)[number];

export interface EventRow {
  readonly id: EventId;
  readonly title: string;
  readonly heldOn: string | null;
  readonly kind: EventKind;
  readonly place: string;
  readonly note: string;
}

export const eventColumns =
  'event.id, event.title, event.held_on AS heldOn, event.kind, event.place, event.note';

/** The event of this id; undefined if there is none. */
export function findEvent(book: ReadableBook, id: EventId): EventRow | undefined {
  return book.get<EventRow>(`SELECT ${eventColumns} FROM event WHERE id = @id`, { id });
}

export interface AttendeeRow {
  readonly personId: PersonId;
  readonly haveMet: 0 | 1;
  readonly note: string;
  readonly organisation: string | null;
  readonly title: string | null;
}

/** Who was there: whom I met first, the one logged last on top; then the others by name. */
export function listAttendees(book: ReadableBook, id: EventId): AttendeeRow[] {
  return book.all<AttendeeRow>(
    `SELECT attendance.person_id AS personId, have_met AS haveMet, attendance.note,
       organisation.name AS organisation, role.title
     FROM attendance JOIN person ON person.id = attendance.person_id
     LEFT JOIN role ON role.id = (
       SELECT id FROM role WHERE role.person_id = person.id AND is_current = 1
       ORDER BY started_on DESC, id DESC LIMIT 1)
     LEFT JOIN organisation ON organisation.id = role.organisation_id
     WHERE attendance.event_id = @id
     ORDER BY have_met DESC, CASE WHEN have_met = 1 THEN -attendance.id END,
       person.folded_name NULLS LAST, person.id`,
    { id },
  );
}

export interface PromiseRow {
  readonly id: number;
  readonly personId: PersonId;
  readonly dueOn: string;
  readonly what: string;
  readonly doneOn: string | null;
}

/** Follow-ups that were noted at the event: open ones first, by day. */
export function listPromises(book: ReadableBook, id: EventId): PromiseRow[] {
  return book.all<PromiseRow>(
    `SELECT id, person_id AS personId, due_on AS dueOn, what, done_on AS doneOn FROM follow_up
     WHERE event_id = @id ORDER BY done_on IS NOT NULL, due_on, id`,
    { id },
  );
}

/** True if just this follow-up is still to be done. */
export function hasOpenFollowUp(
  book: ReadableBook,
  followUp: { personId: PersonId; dueOn: string; what: string; eventId: EventId },
): boolean {
  return (
    book.value(
      `SELECT 1 FROM follow_up WHERE person_id = @personId AND due_on = @dueOn AND what = @what
         AND event_id = @eventId AND done_on IS NULL`,
      followUp,
    ) !== undefined
  );
}

/** True if this person's introduction by this introducer is noted already. */
export function hasReceivedIntroduction(
  book: ReadableBook,
  introducerId: PersonId,
  secondId: PersonId,
): boolean {
  return (
    book.value(
      `SELECT 1 FROM introduction
       WHERE kind = 'received' AND introducer_id = @introducerId AND second_person_id = @secondId`,
      { introducerId, secondId },
    ) !== undefined
  );
}

/** True if the person has or had a role at the organisation of this folded name. */
export function worksAt(book: ReadableBook, personId: PersonId, foldedName: string): boolean {
  return (
    book.value(
      `SELECT 1 FROM role JOIN organisation ON organisation.id = role.organisation_id
       WHERE role.person_id = @personId AND organisation.folded_name = @foldedName`,
      { personId, foldedName },
    ) !== undefined
  );
}

/** Adds an event and returns its id. */
export function insertEvent(
  book: WritableBook,
  event: { title: string; heldOn: string | null; kind: EventKind; place: string },
): EventId {
  return book.run(
    'INSERT INTO event (title, held_on, kind, place) VALUES (@title, @heldOn, @kind, @place)',
    event,
  ).id as EventId;
}

/** Writes all columns of an event. */
export function updateEvent(book: WritableBook, event: EventRow): void {
  book.run(
    `UPDATE event SET title = @title, held_on = @heldOn, kind = @kind, place = @place, note = @note
     WHERE id = @id`,
    { ...event },
  );
}

/**
 * Gives what happened and was said at an event the event's new day. `before` and `after` are the days of
 * contact (never later than today); what was dated otherwise keeps its date.
 */
export function redateEvent(
  book: WritableBook,
  id: EventId,
  before: string,
  after: string,
  isDayKnown: boolean,
): void {
  book.run('UPDATE evidence SET on_date = @onDate WHERE event_id = @id', {
    id,
    onDate: isDayKnown ? after : null,
  });
  book.run('UPDATE interaction SET on_date = @after WHERE event_id = @id', { id, after });
  book.run(
    'UPDATE topic_statement SET said_on = @after WHERE event_id = @id AND said_on = @before',
    { id, before, after },
  );
}

/**
 * Deletes an event with its attendance and the conversations there. Promises, statements, introductions, outcomes and
 * imports outlive it: they only no longer say where they began. Its evidence has been removed by the caller.
 */
export function deleteEvent(book: WritableBook, id: EventId): void {
  const tables = ['follow_up', 'topic_statement', 'introduction', 'outcome', 'import', 'evidence'];
  for (const table of tables)
    book.run(`UPDATE ${table} SET event_id = NULL WHERE event_id = @id`, { id });
  book.run('DELETE FROM interaction WHERE event_id = @id', { id });
  book.run('DELETE FROM attendance WHERE event_id = @id', { id });
  book.run('DELETE FROM event WHERE id = @id', { id });
}

/** Evidence of this event that rests on who was there. */
export function listMeetingEvidence(
  book: ReadableBook,
  id: EventId,
  personId: PersonId | null = null,
): number[] {
  return book.column<number>(
    `SELECT evidence.id FROM evidence JOIN tie ON tie.id = evidence.tie_id
     WHERE event_id = @id AND (kind = 'met_at_event' OR (kind = 'co_attendance' AND @personId IS NULL))
       AND (@personId IS NULL OR low_person_id = @personId OR high_person_id = @personId)`,
    { id, personId },
  );
}
