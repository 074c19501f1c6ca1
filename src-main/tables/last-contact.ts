/**
 * SQL: the day of the last real contact with the person whose id is `person.id` ('YYYY-MM-DD'): a conversation,
 * message, call or meeting, an event where we met, or the day we met first; null when there was none.
 */
export const lastContact = `nullif(max(
  coalesce((SELECT max(on_date) FROM interaction WHERE person_id = person.id), ''),
  coalesce((SELECT max(event.held_on) FROM attendance JOIN event ON event.id = attendance.event_id
            WHERE attendance.person_id = person.id AND attendance.have_met = 1), ''),
  coalesce(person.met_on, '')), '')`;
