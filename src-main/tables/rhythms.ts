import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import type { Rhythm } from '../contract/today.ts';
import { lastContact } from './last-contact.ts';
import { jsonIds } from './persons.ts';

export interface RhythmRow extends Rhythm {
  readonly personId: PersonId;
  readonly lastContactOn: string | null;
  /** Last contact, or the day the rhythm was set, and one time the rhythm. */
  readonly dueOn: string;
  /** The same, or the later day until which it was put off. */
  readonly shownOn: string;
}

/**
 * SQL: rows of `RhythmRow`, of people not archived for whom a condition on `keep_in_touch` holds. CROSS JOIN keeps
 * SQLite from walking all people for the few who have a rhythm.
 */
// 'floor' makes a month after 31 January the last of February instead of 3 March.
const rhythmsWhere = (
  condition: string,
): string => `SELECT *, max(dueOn, until_on) AS shownOn FROM (
    SELECT person_id AS personId, every, unit, lastContactOn, until_on,
      date(coalesce(lastContactOn, started_on),
        '+' || iif(unit = 'week', every * 7, every) || iif(unit = 'week', ' days', ' months'), 'floor') AS dueOn
    FROM (
      SELECT keep_in_touch.*, ${lastContact} AS lastContactOn,
        coalesce((SELECT until_on FROM put_off
                  WHERE person_id = person.id AND kind = 'keep_in_touch'), '') AS until_on
      FROM keep_in_touch CROSS JOIN person ON person.id = keep_in_touch.person_id
      WHERE person.is_archived = 0 AND person.is_me = 0 AND ${condition}))`;

/** SQL: the rhythms of everybody. */
export const allRhythms = rhythmsWhere('true');
const rhythmsOfSome = rhythmsWhere(
  'keep_in_touch.person_id IN (SELECT value FROM json_each(@ids))',
);

/** The rhythms of some people, or of everybody (null). */
export function readRhythms(book: ReadableBook, ids: readonly PersonId[] | null): RhythmRow[] {
  return ids === null
    ? book.all<RhythmRow>(allRhythms)
    : book.all<RhythmRow>(rhythmsOfSome, { ids: jsonIds(ids) });
}
