/** Brings the possible ties of an event in line with a list of attendees, as typing them would. */
import { smallEventSize } from '../tables/co-attendance.ts';
import { meId } from '../tables/resolve-person.ts';
import type { ImportPlanner } from './import-planner.ts';
import { isBefore, type Ref } from './plan-stage.ts';

/**
 * At an event of up to `smallEventSize` people each pair of them may know each other; at a larger one none, and what
 * was inferred while it was small goes. Pairs with me are left out, as `tables/co-attendance.ts` says.
 */
export function planCoAttendance(planner: ImportPlanner, event: Ref, importRef: Ref): void {
  const { book, stage, ties } = planner;
  const staged = [...stage.inserts('attendance').objects()].filter(
    (row) => row['event_id'] === event,
  );
  // Nobody new was there: nothing has changed.
  if (!staged.some((row) => row['import_id'] === importRef)) return;
  const me = meId(book);
  const attendees = [
    ...knownAttendees(planner, event),
    ...staged.map((row) => Number(row['person_id'])),
  ].filter((person) => person !== me);
  if (attendees.length > smallEventSize) {
    endPairs(planner, event);
    return;
  }
  const onDate = dayOf(planner, event);
  const evidence = {
    kind: 'co_attendance',
    platform: null,
    direction: null,
    onDate,
    note: '',
  } as const;
  attendees.forEach((a, index) => {
    for (const b of attendees.slice(index + 1)) ties.add(a, b, { ...evidence, event }, importRef);
  });
}

function knownAttendees({ book }: ImportPlanner, event: Ref): Ref[] {
  if (event < 0) return [];
  // One more than counts is enough to know that the event is not small.
  return book.column<number>(
    'SELECT person_id FROM attendance WHERE event_id = @event ORDER BY person_id LIMIT @limit',
    { event, limit: smallEventSize + 2 },
  );
}

function dayOf({ book, stage }: ImportPlanner, event: Ref): string | null {
  const day =
    event < 0
      ? stage.inserts('event').get(event)?.['held_on']
      : book.value<string>('SELECT held_on FROM event WHERE id = @event', { event });
  return typeof day === 'string' ? day : null;
}

function endPairs({ book, stage, ties }: ImportPlanner, event: Ref): void {
  const known = book.all<{ low: Ref; high: Ref }>(
    `SELECT low_person_id AS low, high_person_id AS high FROM evidence JOIN tie ON tie.id = tie_id
     WHERE event_id = @event AND kind = 'co_attendance'`,
    { event: Math.max(event, 0) },
  );
  for (const { high, low } of known) ties.endTogether(low, high, event);
  // An earlier file of the same import may have made the event a small one.
  const staged = [...stage.inserts('evidence').objects()].filter(
    (row) => row['event_id'] === event && row['kind'] === 'co_attendance',
  );
  for (const row of staged) {
    const tie = Number(row['tie_id']);
    const pair = stage.inserts('tie').get(tie);
    const [a, b] =
      pair === undefined ? [0, 0] : [Number(pair['low_person_id']), Number(pair['high_person_id'])];
    if (a !== 0) ties.endTogether(isBefore(a, b) ? a : b, isBefore(a, b) ? b : a, event);
  }
}
