import {
  eventKinds,
  eventTitle,
  drawNote,
  interactionNotes,
  pick,
  places,
  promises,
} from './draw-life.ts';
import type { Furnishing } from './furnish-book.ts';

const EVENTS = 420;
/** Above the size up to which the program infers that everybody talked to everybody. */
const LEAST = 13;

/** An event a week over eight years, who was there, what was promised, what they said they offer and need. */
export function furnishEvents(furnishing: Furnishing): void {
  const { book, draw, ago } = furnishing;
  for (let number = 0; number < EVENTS; number++) {
    const before = (EVENTS - number) * 7 - 2;
    const { id } = book.run(
      `INSERT INTO event (title, kind, held_on, place, note) VALUES (@title, @kind, @heldOn, @place, @note)`,
      {
        title: eventTitle(number),
        kind: eventKinds[number % eventKinds.length],
        heldOn: ago(before),
        place: pick(places, draw),
        note: draw() < 0.2 ? drawNote(draw) : '',
      },
    );
    writeAttendance(furnishing, id, before);
  }
}

function writeAttendance(furnishing: Furnishing, eventId: number, before: number): void {
  const { book, draw, mine, people } = furnishing;
  const size = LEAST + Math.floor(draw() ** 3 * 160);
  for (let at = 0; at < size; at++) {
    const isMine = draw() < 0.4;
    const personId = isMine ? pick(mine, draw) : 2 + Math.floor(draw() * (people - 1));
    const haveMet = isMine && draw() < 0.5;
    const { changes } = book.run(
      `INSERT INTO attendance (event_id, person_id, have_met, note) VALUES (@eventId, @personId, @haveMet, @note)
       ON CONFLICT (event_id, person_id) DO NOTHING`,
      {
        eventId,
        personId,
        haveMet: haveMet ? 1 : 0,
        note: haveMet && draw() < 0.3 ? pick(interactionNotes, draw) : '',
      },
    );
    if (changes > 0 && haveMet) writeMeeting(furnishing, eventId, personId, before);
  }
}

/** What meeting somebody leaves: evidence of our tie, now and then a promise, an offer or a need. */
function writeMeeting(
  { book, draw, me, ago }: Furnishing,
  eventId: number,
  personId: number,
  before: number,
): void {
  book.run(
    `INSERT INTO evidence (tie_id, kind, on_date, event_id)
     SELECT id, 'met_at_event', @onDate, @eventId FROM tie
     WHERE low_person_id = @me AND high_person_id = @personId`,
    { me, personId, onDate: ago(before), eventId },
  );
  if (draw() < 0.15) {
    const due = before - 3 - Math.floor(draw() * 20);
    const isDone = due > 30 || draw() < 0.4;
    book.run(
      `INSERT INTO follow_up (person_id, due_on, what, event_id, done_on)
       VALUES (@personId, @dueOn, @what, @eventId, @doneOn)`,
      {
        personId,
        eventId,
        dueOn: ago(due),
        what: pick(promises, draw),
        doneOn: isDone ? ago(Math.max(0, due)) : null,
      },
    );
  }
  if (draw() < 0.3) {
    book.run(
      `INSERT INTO topic_statement (person_id, topic_id, kind, said_on, event_id)
       VALUES (@personId, @topicId, @kind, @saidOn, @eventId)`,
      {
        personId,
        eventId,
        topicId: 1 + Math.floor(draw() ** 2 * 200),
        kind: draw() < 0.6 ? 'offers' : 'needs',
        saidOn: ago(before),
      },
    );
  }
}
