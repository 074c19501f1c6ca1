import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { EventId, IntroductionId, PersonId } from '../contract/common.ts';
import type { IntroductionLine, Rhythm } from '../contract/today.ts';
import { jsonIds } from '../tables/persons.ts';
import { allRhythms, type RhythmRow } from '../tables/rhythms.ts';

/** Rows of a section, the first `limit` of them, with the number of all. */
export interface Found<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** SQL: no line of this kind about `person` is put off. */
const notPutOff = (kind: string): string =>
  `NOT EXISTS (SELECT 1 FROM put_off WHERE person_id = person.id AND kind = '${kind}' AND until_on > @today)`;

export interface FollowUpRow {
  readonly id: number;
  readonly personId: PersonId;
  readonly dueOn: string;
  readonly what: string;
  readonly eventId: EventId | null;
  readonly eventTitle: string | null;
  readonly eventHeldOn: string | null;
}

const dueFollowUp = `FROM follow_up WHERE done_on IS NULL AND due_on BETWEEN @from AND @to
  AND (@promised IS NULL OR (event_id IS NOT NULL) = @promised)`;

/** A span of days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}
/** Earlier than any day that can be written. */
const always = '0000-00-00';
export const upTo = (to: string): Days => ({ from: always, to });

/** Open follow-ups of some days, earliest first: those promised at an event, the others, or (null) both. */
export function findFollowUps(
  book: ReadableBook,
  days: Days,
  promised: boolean | null,
  limit: number,
): Found<FollowUpRow> {
  const parameters = { ...days, promised: promised === null ? null : Number(promised) };
  const total = book.value<number>(`SELECT count(*) ${dueFollowUp}`, parameters) ?? 0;
  const rows = book.all<FollowUpRow>(
    `SELECT due.*, event.title AS eventTitle, event.held_on AS eventHeldOn
     FROM (SELECT id, person_id AS personId, due_on AS dueOn, what, event_id AS eventId ${dueFollowUp}
           ORDER BY due_on, id LIMIT @limit) AS due
     LEFT JOIN event ON event.id = due.eventId ORDER BY due.dueOn, due.id`,
    { ...parameters, limit },
  );
  return { total, rows };
}

export interface ReminderRow {
  readonly id: IntroductionId;
  readonly kind: IntroductionLine['kind'];
  readonly state: IntroductionLine['state'];
  readonly introducerId: PersonId;
  readonly firstId: PersonId;
  readonly secondId: PersonId;
  readonly goal: string;
  readonly dueOn: string;
  readonly since: string;
}

const remindedOf = `FROM introduction WHERE remind_on BETWEEN @from AND @to
  AND state NOT IN ('declined', 'outcome')`;

/** Introductions that are to be brought back on some days, earliest first. */
export function findReminders(book: ReadableBook, days: Days, limit: number): Found<ReminderRow> {
  const total = book.value<number>(`SELECT count(*) ${remindedOf}`, { ...days }) ?? 0;
  const rows = book.all<ReminderRow>(
    `SELECT id, kind, state, introducer_id AS introducerId, first_person_id AS firstId,
       second_person_id AS secondId, goal, remind_on AS dueOn,
       coalesce((SELECT changed_on FROM introduction_change WHERE introduction_id = introduction.id
                 ORDER BY id DESC LIMIT 1), substr(created_at, 1, 10)) AS since
     ${remindedOf} ORDER BY remind_on, id LIMIT @limit`,
    { ...days, limit },
  );
  return { total, rows };
}

/**
 * Rhythms that come up on some days: those first that are longest overdue, counted in their own measure (a week
 * late with a weekly rhythm is later than a week with a yearly one).
 */
export function findRhythmsDue(book: ReadableBook, days: Days, today: string): RhythmRow[] {
  return book.all<RhythmRow>(
    `SELECT personId, every, unit, lastContactOn, dueOn, shownOn FROM (${allRhythms})
     WHERE shownOn BETWEEN @from AND @to
     ORDER BY (julianday(@today) - julianday(dueOn)) / (every * iif(unit = 'week', 7, 30.44)) DESC, dueOn, personId`,
    { ...days, today },
  );
}

export interface BirthdayRow {
  readonly personId: PersonId;
  /** 'YYYY-MM-DD' or '--MM-DD'. */
  readonly birthday: string;
}

/** Birthdays on any of some days of the year ('MM-DD'), of people not archived and not put off. */
export function findBirthdays(
  book: ReadableBook,
  daysOfYear: readonly string[],
  today: string,
): BirthdayRow[] {
  return book.all<BirthdayRow>(
    // Named, since the planner takes the index of all who are not archived, which is nearly everybody.
    `SELECT id AS personId, birthday FROM person INDEXED BY person_birthday
     WHERE birthday IS NOT NULL AND substr(birthday, -5) IN (SELECT value FROM json_each(@days))
       AND is_archived = 0 AND is_me = 0 AND ${notPutOff('birthday')}`,
    { days: JSON.stringify(daysOfYear), today },
  );
}

/** Puts a line about somebody off until a day. */
export function putOff(book: WritableBook, kind: string, personId: PersonId, until: string): void {
  book.run(
    `INSERT INTO put_off (person_id, kind, until_on) VALUES (@personId, @kind, @until)
     ON CONFLICT (person_id, kind) DO UPDATE SET until_on = @until`,
    { personId, kind, until },
  );
}

/** Forgets what was put off until a day that has come; keeps the table small. */
export function forgetPutOff(book: WritableBook, today: string): void {
  book.run('DELETE FROM put_off WHERE until_on <= @today', { today });
}

/** Sets the rhythm of people, without me. Returns how many have another one than before. */
export function setRhythms(
  book: WritableBook,
  ids: readonly PersonId[],
  { every, unit }: Rhythm,
  today: string,
): number {
  return book.run(
    `INSERT INTO keep_in_touch (person_id, every, unit, started_on)
     SELECT person.id, @every, @unit, @today
     FROM json_each(@ids) AS wanted CROSS JOIN person ON person.id = wanted.value WHERE person.is_me = 0
     ON CONFLICT (person_id) DO UPDATE SET every = @every, unit = @unit
       WHERE every <> @every OR unit <> @unit`,
    { ids: JSON.stringify(ids), every, unit, today },
  ).changes;
}

export function removeRhythms(book: WritableBook, ids: readonly PersonId[]): number {
  return book.run(
    'DELETE FROM keep_in_touch WHERE person_id IN (SELECT value FROM json_each(@ids))',
    { ids: JSON.stringify(ids) },
  ).changes;
}

/**
 * Of some people those about whose fading tie nothing is to be said: they are archived, have a rhythm that sees to
 * them, or their line is put off.
 */
export function readLeftInPeace(
  book: ReadableBook,
  ids: readonly PersonId[],
  today: string,
): Set<PersonId> {
  return new Set(
    book.column<PersonId>(
      `SELECT person.id FROM json_each(@ids) AS wanted CROSS JOIN person ON person.id = wanted.value
       WHERE person.is_archived = 1 OR NOT ${notPutOff('fading')}
         OR EXISTS (SELECT 1 FROM keep_in_touch WHERE person_id = person.id)`,
      { ids: jsonIds(ids), today },
    ),
  );
}

/** Another day for a follow-up. */
export function moveFollowUp(book: WritableBook, id: number, dueOn: string): void {
  book.run('UPDATE follow_up SET due_on = @dueOn WHERE id = @id', { id, dueOn });
}

/** Another day on which an introduction is brought back; null: it is not brought back any more. */
export function moveReminder(
  book: WritableBook,
  id: IntroductionId,
  remindOn: string | null,
): void {
  book.run('UPDATE introduction SET remind_on = @remindOn WHERE id = @id', { id, remindOn });
}

/** The second of the two whom an introduction joins; undefined when there is no such introduction. */
export function readReminder(book: ReadableBook, id: IntroductionId): PersonId | undefined {
  return book.value<PersonId>('SELECT second_person_id FROM introduction WHERE id = @id', { id });
}
