import type { ReadableBook } from '../book/access.ts';
import type { EventId, PersonId, TopicId } from '../contract/common.ts';
import type { eventSortKeys } from '../contract/events.ts';
import type { Introduction } from '../contract/introductions.ts';
import { eventColumns, type EventRow } from './queries.ts';

/* All SQL of what events brought: the list that ranks them, and one event's harvest. */

export interface EventCounts {
  readonly attended: number;
  readonly met: number;
  readonly followUps: number;
  readonly followUpsKept: number;
  readonly introductions: number;
  readonly introductionsMet: number;
}

/** An introduction took once the two have met; a later outcome, even "nothing", means that they had. */
const tookPlace = "(state = 'met' OR (state = 'outcome' AND outcome <> 'no_answer'))";

/** Events with their counts. Each counted table is swept once for all events, or looked into for one. */
function countedEvents(which: 'all' | 'one'): string {
  const some = which === 'one' ? 'event_id = @id' : 'event_id IS NOT NULL';
  return `WITH
    attended AS (SELECT event_id, count(*) AS attended, sum(have_met) AS met
      FROM attendance WHERE ${some} GROUP BY event_id),
    due AS (SELECT event_id, count(*) AS followUps, count(done_on) AS followUpsKept
      FROM follow_up WHERE ${some} GROUP BY event_id),
    joined AS (SELECT event_id, count(*) AS introductions, sum(${tookPlace}) AS introductionsMet
      FROM introduction WHERE ${some} GROUP BY event_id)
    SELECT ${eventColumns}, coalesce(attended, 0) AS attended, coalesce(met, 0) AS met,
      coalesce(followUps, 0) AS followUps, coalesce(followUpsKept, 0) AS followUpsKept,
      coalesce(introductions, 0) AS introductions, coalesce(introductionsMet, 0) AS introductionsMet
    FROM event
    LEFT JOIN attended ON attended.event_id = event.id
    LEFT JOIN due ON due.event_id = event.id
    LEFT JOIN joined ON joined.event_id = event.id
    ${which === 'one' ? 'WHERE event.id = @id' : ''}`;
}

/** Outcomes are credited by rules that SQL does not know: see event-outcomes.ts. */
export type EventSortKey = Exclude<(typeof eventSortKeys)[number], 'outcomes'>;

/** What each key compares, the first that differs decides; events alike stand latest first. */
const sortColumns: Readonly<Record<EventSortKey, readonly string[]>> = {
  heldOn: ['heldOn'],
  title: ['title COLLATE NOCASE'],
  met: ['met'],
  attended: ['attended'],
  followUpsKept: ['followUpsKept'],
  introductions: ['introductions'],
  introductionsMet: ['introductionsMet'],
  brought: ['introductionsMet', 'introductions', 'followUpsKept', 'met'],
};

/** All events with their counts in the order asked for, those without a value last. */
export function listCountedEvents(
  book: ReadableBook,
  sort: { readonly by: EventSortKey; readonly direction: 'ascending' | 'descending' },
): (EventRow & EventCounts)[] {
  const direction = sort.direction === 'ascending' ? 'ASC' : 'DESC';
  const order = sortColumns[sort.by].map((column) => `${column} ${direction} NULLS LAST`);
  return book.all(
    `SELECT * FROM (${countedEvents('all')})
     ORDER BY ${[...order, 'heldOn DESC NULLS LAST', 'id DESC'].join(', ')}`,
  );
}

/** One event with its counts; undefined if there is none. */
export function findCountedEvent(
  book: ReadableBook,
  id: EventId,
): (EventRow & EventCounts) | undefined {
  return book.get(countedEvents('one'), { id });
}

/**
 * People met at the event for whom nothing of the tie with me is older: all of its evidence comes from this
 * event (or an introduction there) or is of that day or later. What has no date counts as older, so that nobody
 * is claimed in doubt.
 */
export function listNewContacts(
  book: ReadableBook,
  { id, heldOn }: { readonly id: EventId; readonly heldOn: string | null },
): PersonId[] {
  return book.column<PersonId>(
    `SELECT attendance.person_id FROM attendance JOIN person AS me ON me.is_me = 1
     JOIN tie ON tie.low_person_id = min(me.id, attendance.person_id)
       AND tie.high_person_id = max(me.id, attendance.person_id)
     WHERE attendance.event_id = @id AND have_met = 1
       AND NOT EXISTS (SELECT 1 FROM evidence WHERE tie_id = tie.id AND event_id IS NOT @id
         AND (on_date IS NULL OR @heldOn IS NULL OR on_date < @heldOn)
         AND NOT EXISTS (SELECT 1 FROM introduction
           WHERE introduction.id = evidence.introduction_id AND introduction.event_id = @id))
     ORDER BY attendance.id`,
    { id, heldOn },
  );
}

/** Pairs who know each other, as I was told at the event; neither is me. */
export function listTiesTold(
  book: ReadableBook,
  id: EventId,
): { readonly a: PersonId; readonly b: PersonId }[] {
  return book.all(
    `SELECT DISTINCT low_person_id AS a, high_person_id AS b
     FROM evidence JOIN tie ON tie.id = evidence.tie_id
     WHERE evidence.event_id = @id AND evidence.kind = 'told'
       AND NOT EXISTS (SELECT 1 FROM person WHERE is_me = 1 AND id IN (low_person_id, high_person_id))
     ORDER BY evidence.id`,
    { id },
  );
}

export interface StatementRow {
  readonly id: number;
  readonly personId: PersonId;
  readonly kind: 'offers' | 'needs';
  readonly topicId: TopicId;
  readonly topicName: string;
}

/** What was said at the event that somebody offers or needs. */
export function listStatements(book: ReadableBook, id: EventId): StatementRow[] {
  return book.all(
    `SELECT topic_statement.id, person_id AS personId, kind, topic.id AS topicId, topic.name AS topicName
     FROM topic_statement JOIN topic ON topic.id = topic_statement.topic_id
     WHERE event_id = @id ORDER BY topic_statement.id`,
    { id },
  );
}

export interface BegunRow extends Pick<Introduction, 'id' | 'kind' | 'state' | 'outcome' | 'goal'> {
  readonly introducerId: PersonId;
  readonly firstId: PersonId;
  readonly secondId: PersonId;
}

/** Introductions that began at the event, the first first. */
export function listBegunIntroductions(book: ReadableBook, id: EventId): BegunRow[] {
  return book.all(
    `SELECT id, kind, state, outcome, goal, introducer_id AS introducerId,
       first_person_id AS firstId, second_person_id AS secondId
     FROM introduction WHERE event_id = @id ORDER BY id`,
    { id },
  );
}
