import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import type { PersonDetail } from '../contract/people.ts';
import { personRefs } from '../tables/persons.ts';

type Entry = PersonDetail['timeline'][number];
type Kind = Entry['kind'];

const nothingLinked = { eventId: null, introductionId: null, importId: null };

/** What happened with a person, latest first; what has no date comes last. */
export function readTimeline(book: ReadableBook, id: PersonId): Entry[] {
  const entries = [
    ...readDatedRows(book, id),
    ...readRoleChanges(book, id),
    ...readIntroductions(book, id),
  ];
  return entries.toSorted((a, b) => (b.onDate ?? '').localeCompare(a.onDate ?? ''));
}

interface DatedRow {
  readonly kind: Kind;
  readonly onDate: string | null;
  readonly title: string;
  readonly note: string;
  readonly eventId: Entry['eventId'];
  readonly importId: Entry['importId'];
}

function readDatedRows(book: ReadableBook, id: PersonId): Entry[] {
  const rows = book.all<DatedRow>(
    `SELECT 'event' AS kind, event.held_on AS onDate, event.title, attendance.note,
       event.id AS eventId, NULL AS importId
     FROM attendance JOIN event ON event.id = attendance.event_id WHERE attendance.person_id = @id
     UNION ALL
     SELECT 'interaction', on_date,
       CASE kind WHEN 'conversation' THEN 'Conversation' WHEN 'message' THEN 'Message'
         WHEN 'call' THEN 'Call' ELSE 'Meeting' END,
       note, event_id, import_id
     FROM interaction WHERE person_id = @id
     UNION ALL
     SELECT 'follow_up', coalesce(done_on, due_on),
       iif(what = '', 'Follow up', what) || iif(done_on IS NULL, '', ' (done)'), '', event_id, NULL
     FROM follow_up WHERE person_id = @id
     UNION ALL
     SELECT 'import', substr(import.imported_at, 1, 10),
       iif(import.source_name = '', import.format, import.source_name),
       iif(import_row.outcome = 'created', 'Brought this person into the book', 'Mentions this person'),
       NULL, import.id
     FROM import_row JOIN import ON import.id = import_row.import_id
     WHERE import_row.person_id = @id AND import_row.outcome IN ('created', 'matched', 'unsure')
     GROUP BY import.id
     UNION ALL
     SELECT iif(list_change.kind = 'moved', 'role', 'import'), on_date,
       CASE list_change.kind
         WHEN 'moved' THEN 'Moved from ' || coalesce(was, '?') || ' to ' || coalesce(became, '?')
         WHEN 'came' THEN 'New among the contacts of ' || coalesce(owner.display_name, '?')
         ELSE 'No longer among the contacts of ' || coalesce(owner.display_name, '?') END,
       coalesce(platform.name, ''), NULL, import_id
     FROM list_change JOIN import ON import.id = list_change.import_id
     LEFT JOIN person AS owner ON owner.id = import.owner_id
     LEFT JOIN platform ON platform.id = import.platform_id
     WHERE list_change.person_id = @id
     UNION ALL
     SELECT 'created', substr(created_at, 1, 10), 'Added to the book', '', NULL, NULL
     FROM person WHERE id = @id`,
    { id },
  );
  return rows.map((row) => ({ ...row, introductionId: null }));
}

function readRoleChanges(book: ReadableBook, id: PersonId): Entry[] {
  const roles = book.all<{
    organisation: string | null;
    title: string | null;
    startedOn: string | null;
    endedOn: string | null;
  }>(
    `SELECT organisation.name AS organisation, role.title, role.started_on AS startedOn, role.ended_on AS endedOn
     FROM role LEFT JOIN organisation ON organisation.id = role.organisation_id
     WHERE role.person_id = @id AND (role.started_on IS NOT NULL OR role.ended_on IS NOT NULL)
     ORDER BY role.id`,
    { id },
  );
  return roles.flatMap(({ organisation, title, startedOn, endedOn }) => {
    const place = organisation === null ? '' : ` at ${organisation}`;
    const entry = (onDate: string, text: string): Entry => ({
      kind: 'role',
      onDate,
      title: text,
      note: '',
      ...nothingLinked,
    });
    return [
      ...(startedOn === null
        ? []
        : [entry(startedOn, `Began${title === null ? '' : ` as ${title}`}${place}`)]),
      ...(endedOn === null
        ? []
        : [entry(endedOn, `Ended${title === null ? '' : ` as ${title}`}${place}`)]),
    ];
  });
}

interface IntroductionRow {
  readonly id: Entry['introductionId'];
  readonly introducer: PersonId;
  readonly first: PersonId;
  readonly second: PersonId;
  readonly state: string;
  readonly onDate: string;
  readonly goal: string;
}

function readIntroductions(book: ReadableBook, id: PersonId): Entry[] {
  const rows = book.all<IntroductionRow>(
    `SELECT introduction.id, introducer_id AS introducer, first_person_id AS first, second_person_id AS second,
       introduction.state, goal,
       coalesce((SELECT max(changed_on) FROM introduction_change WHERE introduction_id = introduction.id),
         substr(created_at, 1, 10)) AS onDate
     FROM introduction
     WHERE introducer_id = @id OR first_person_id = @id OR second_person_id = @id
     ORDER BY introduction.id`,
    { id },
  );
  const refs = personRefs(
    book,
    new Set(rows.flatMap((row) => [row.introducer, row.first, row.second])),
  );
  const nameOf = (person: PersonId): string => refs.get(person)?.name ?? `#${person}`;
  return rows.map((row) => ({
    kind: 'introduction',
    onDate: row.onDate,
    title: `${nameOf(row.introducer)} introduces ${nameOf(row.first)} and ${nameOf(row.second)}: ${row.state.replaceAll('_', ' ')}`,
    note: row.goal,
    ...nothingLinked,
    introductionId: row.id,
  }));
}
