import type { WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { deleteIntroductions } from './introductions.ts';
import { jsonIds } from './persons.ts';

const among = 'IN (SELECT value FROM json_each(@ids))';

/** A statement that changes rows, or the table and the condition of rows that go. */
type Step = string | readonly [table: string, condition: string];

/**
 * What takes a person's rows away, children before parents. The schema has no cascade: a table
 * forgotten here makes the delete of the person fail instead of leaving a row astray.
 */
const steps: readonly Step[] = [
  // What imports have overwritten is kept in them as text: of somebody who is gone it must go as well.
  ['import_update', `table_name = 'person' AND row_id ${among}`],
  ...['contact_point', 'role', 'account'].map(
    (table): Step => [
      'import_update',
      `table_name = '${table}' AND row_id IN (
      SELECT id FROM ${table} WHERE person_id ${among})`,
    ],
  ),
  [
    'import_update',
    `table_name = 'evidence' AND row_id IN (
     SELECT evidence.id FROM evidence JOIN tie ON tie.id = tie_id
     WHERE low_person_id ${among} OR high_person_id ${among})`,
  ],
  [
    'import_update',
    `after IS NULL AND (
     json_extract(before, '$.low_person_id') ${among} OR json_extract(before, '$.high_person_id') ${among})`,
  ],
  [
    'evidence',
    `tie_id IN (
     SELECT id FROM tie WHERE low_person_id ${among}
     UNION SELECT id FROM tie WHERE high_person_id ${among})`,
  ],
  ['tie', `low_person_id ${among}`],
  ['tie', `high_person_id ${among}`],
  ['circle_member', `account_id IN (SELECT id FROM account WHERE person_id ${among})`],
  ['circle_member', `circle_id IN (SELECT id FROM circle WHERE owner_id ${among})`],
  ['circle', `owner_id ${among}`],
  // An import stays, so that it can still be listed and undone; it only no longer says whose it was.
  `UPDATE import SET owner_id = NULL WHERE owner_id ${among}`,
  `UPDATE import_row SET person_id = NULL WHERE person_id ${among}`,
  ['refused_pair', `low_person_id ${among}`],
  ['refused_pair', `high_person_id ${among}`],
  // A job that was won stays won; it only no longer says for whom or through whom.
  `UPDATE outcome SET client_person_id = NULL WHERE client_person_id ${among}`,
  `UPDATE outcome SET person_id = NULL WHERE person_id ${among}`,
  `UPDATE outcome SET share_id = NULL WHERE share_id IN (SELECT id FROM share WHERE person_id ${among})`,
  ['identity_question', `low_person_id ${among}`],
  ['identity_question', `high_person_id ${among}`],
  ...[
    'account',
    'person_name',
    'contact_point',
    'role',
    'person_field',
    'person_photo',
    'reported_size',
    'attendance',
    'interaction',
    'follow_up',
    'list_change',
    'keep_in_touch',
    'put_off',
    'person_tag',
    'topic_statement',
    'share',
    'thanks',
  ].map((table) => [table, `person_id ${among}`] as const),
];

/**
 * Deletes people with everything that hangs on them: ties, circles, introductions they had a part in, events
 * attended. Events, organisations, tags, topics and imports stay. Returns how many people there were.
 *
 * @param tell called now and then with the share done (0 to 1)
 */
export function deletePersons(
  book: WritableBook,
  personIds: readonly PersonId[],
  tell: (done: number) => void = () => {},
): number {
  const ids = jsonIds(personIds);
  deleteIntroductions(
    book,
    book.column<number>(
      `SELECT id FROM introduction WHERE introducer_id ${among}
       UNION SELECT id FROM introduction WHERE first_person_id ${among}
       UNION SELECT id FROM introduction WHERE second_person_id ${among}`,
      { ids },
    ),
  );
  for (const [at, step] of steps.entries()) {
    tell(at / steps.length);
    if (typeof step === 'string') book.run(step, { ids });
    else book.deleteAll(step[0], step[1], { ids });
  }
  return book.deleteAll('person', `id ${among}`, { ids });
}
