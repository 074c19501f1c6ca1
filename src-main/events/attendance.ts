import type { WritableBook } from '../book/access.ts';
import type { CommandContext } from '../book/context.ts';
import type { EventId, PersonId } from '../contract/common.ts';
import { refreshCoAttendance } from '../tables/co-attendance.ts';
import { addInteraction } from '../tables/interactions.ts';
import { removeEvidence } from '../tables/remove-evidence.ts';
import { addEvidence } from '../tables/tie-evidence.ts';
import { joinNotes } from '../tables/topics.ts';
import {
  deleteAttendance,
  deleteConversations,
  findAttendance,
  findConversation,
  writeAttendance,
  writeInteractionNote,
} from './attendance-queries.ts';
import { listMeetingEvidence } from './queries.ts';
import type { EventRow } from './queries.ts';

/** The day of a contact at the event: the event's, but never later than today; today if nobody knows. */
export function contactDay(event: EventRow, today: string): string {
  return event.heldOn === null || event.heldOn > today ? today : event.heldOn;
}

/**
 * Notes that I met a person at the event: attendance, evidence for our tie of the event's day, and one
 * conversation, however often they are logged. `note` is given what was noted before and returns the whole.
 */
export function meetPerson(
  context: CommandContext,
  event: EventRow,
  meId: PersonId,
  personId: PersonId,
  note: (before: string) => string,
): void {
  const { book } = context;
  const before = findAttendance(book, event.id, personId);
  writeAttendance(book, event.id, personId, { haveMet: 1, note: note(before?.note ?? '') });
  // I may be on the list of attendees myself; I do not meet myself
  if (personId !== meId) {
    addEvidence(book, meId, personId, {
      kind: 'met_at_event',
      // a day that nobody knows stays unknown; one to come cannot have been a meeting yet
      onDate: event.heldOn === null ? null : contactDay(event, context.clock.today),
      eventId: event.id,
    });
    noteConversation(context, event, personId, note(''));
  }
  if (before === undefined) refreshCoAttendance(book, event.id);
}

function noteConversation(
  { book, clock }: CommandContext,
  event: EventRow,
  personId: PersonId,
  note: string,
): void {
  const known = findConversation(book, event.id, personId);
  if (known !== undefined) {
    writeInteractionNote(book, known.id, joinNotes(known.note, note));
    return;
  }
  const onDate = contactDay(event, clock.today);
  addInteraction(book, { personId, kind: 'conversation', onDate, note, eventId: event.id });
}

/** Notes that a person was there without my having met them; takes an earlier meeting there back. */
export function seePerson(
  { book }: CommandContext,
  event: EventRow,
  personId: PersonId,
  note: string | undefined,
): void {
  const before = findAttendance(book, event.id, personId);
  writeAttendance(book, event.id, personId, { haveMet: 0, note: note ?? before?.note ?? '' });
  if (before?.haveMet === 1) forgetMeeting(book, event.id, personId);
  if (before === undefined) refreshCoAttendance(book, event.id);
}

/** Takes a person off the event. Returns false if they were not there. */
export function leaveEvent(book: WritableBook, event: EventRow, personId: PersonId): boolean {
  if (findAttendance(book, event.id, personId) === undefined) return false;
  forgetMeeting(book, event.id, personId);
  deleteAttendance(book, event.id, personId);
  refreshCoAttendance(book, event.id);
  return true;
}

function forgetMeeting(book: WritableBook, eventId: EventId, personId: PersonId): void {
  removeEvidence(book, listMeetingEvidence(book, eventId, personId));
  deleteConversations(book, eventId, personId);
}
