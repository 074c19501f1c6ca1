/** What falls due, as the calendar writer takes it. */
import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { personRefs } from '../tables/persons.ts';
import type { DueDate } from './writers/write-ics.ts';

/** Follow-ups not yet done, reminders of introductions, birthdays. */
export function readDueDates(book: ReadableBook): DueDate[] {
  const rows = book.all<{
    kind: 'follow-up' | 'introduction' | 'birthday';
    id: number;
    person: PersonId;
    day: string;
    what: string;
  }>(
    `SELECT 'follow-up' AS kind, id, person_id AS person, due_on AS day, what
     FROM follow_up WHERE done_on IS NULL
     UNION ALL
     SELECT 'introduction', id, introducer_id, remind_on, goal
     FROM introduction WHERE remind_on IS NOT NULL AND state NOT IN ('declined', 'outcome')
     UNION ALL
     SELECT 'birthday', id, id, birthday, '' FROM person WHERE birthday IS NOT NULL
     ORDER BY 4, 1, 2`,
  );
  const names = personRefs(
    book,
    rows.map(({ person }) => person),
  );
  return rows.map(({ kind, id, person, day, what }) => ({
    uid: `${kind}-${id}@acquaint`,
    // A birthday without a year begins in a leap year, so that 29 February is a day.
    on: day.replace(/^--/, '2000-'),
    title: titleOf(kind, names.get(person)?.name ?? '', what),
    note: null,
    isYearly: kind === 'birthday',
  }));
}

function titleOf(
  kind: 'follow-up' | 'introduction' | 'birthday',
  name: string,
  what: string,
): string {
  if (kind === 'birthday') return `Birthday: ${name}`;
  const subject = kind === 'introduction' ? `Introduction through ${name}` : name;
  return what === '' ? subject : `${subject}: ${what}`;
}
