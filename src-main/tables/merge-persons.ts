import type { WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { deleteIntroductions } from './introductions.ts';
import { mergeCircles } from './merge-circles.ts';
import { mergeTies } from './merge-ties.ts';
import { addOtherName, renamePerson } from './persons.ts';
import { placeholderName } from './resolve-person.ts';
import { joinNotes } from './topics.ts';

/** Joins two rows of one person each; every value is there for prepared statements as `@keep` and `@gone`. */
interface Pair extends Record<string, number> {
  readonly keep: PersonId;
  readonly gone: PersonId;
}

interface PersonRow {
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly birthday: string | null;
  readonly note: string;
  readonly howMet: string;
  readonly metOn: string | null;
  readonly createdAt: string;
  readonly isMe: 0 | 1;
  readonly doNotAsk: 0 | 1;
  readonly isArchived: 0 | 1;
}

/**
 * Makes two people one: everything of `gone` becomes `keep`'s, and `gone` ceases to be.
 *
 * What `keep` says wins where only one can be right (name, birthday, rating, photo); what `gone` alone says is
 * taken over; `gone`'s other name stays as an alias; notes are joined. Ties are the union of both, evidence
 * included; the tie between the two goes. Rows that would say a thing twice are dropped. An introduction of one
 * of them to the other means nothing any more and goes. Throws NOT_FOUND, or INVALID_INPUT for one and the same.
 */
export function mergePersons(book: WritableBook, keep: PersonId, gone: PersonId): void {
  if (keep === gone) {
    throw new AppError(
      'INVALID_INPUT',
      'A person cannot be joined with themselves: name two people.',
    );
  }
  const pair: Pair = { keep, gone };
  mergeColumns(book, pair);
  mergeIntroductions(book, pair);
  mergeTies(book, keep, gone);
  mergeCircles(book, keep, gone);
  for (const statement of statements) book.run(statement, pair);
  mergeRefusedPairs(book, pair);
  mergeQuestions(book, pair);
  book.run('DELETE FROM person WHERE id = @gone', pair);
}

function readPerson(book: WritableBook, id: PersonId): PersonRow {
  const row = book.get<PersonRow>(
    `SELECT display_name AS displayName, given_name AS givenName, family_name AS familyName, birthday, note,
       how_met AS howMet, met_on AS metOn, created_at AS createdAt, is_me AS isMe,
       do_not_ask AS doNotAsk, is_archived AS isArchived
     FROM person WHERE id = @id`,
    { id },
  );
  if (row === undefined) {
    throw new AppError('NOT_FOUND', `There is no person with the id #${id} in this book.`);
  }
  return row;
}

function mergeColumns(book: WritableBook, pair: Pair): void {
  const kept = readPerson(book, pair.keep);
  const gone = readPerson(book, pair.gone);
  if (gone.displayName !== null) {
    if (kept.displayName === null) renamePerson(book, pair.keep, gone.displayName);
    else if (gone.displayName !== placeholderName) {
      addOtherName(book, pair.keep, 'alias', gone.displayName);
    }
  }
  // Only one row may be "me" at any moment, so the mark is lifted before it is set.
  book.run('UPDATE person SET is_me = 0 WHERE id = @gone AND is_me = 1', pair);
  book.run(
    `UPDATE person SET given_name = @givenName, family_name = @familyName, birthday = @birthday, note = @note,
       how_met = @howMet, met_on = @metOn, created_at = @createdAt, is_me = @isMe,
       do_not_ask = @doNotAsk, is_archived = @isArchived
     WHERE id = @keep`,
    {
      keep: pair.keep,
      givenName: kept.givenName ?? gone.givenName,
      familyName: kept.familyName ?? gone.familyName,
      birthday: kept.birthday ?? gone.birthday,
      note: joinNotes(kept.note, gone.note),
      howMet: joinNotes(kept.howMet, gone.howMet),
      metOn: earlier(kept.metOn, gone.metOn),
      createdAt: earlier(kept.createdAt, gone.createdAt),
      isMe: Math.max(kept.isMe, gone.isMe),
      doNotAsk: Math.max(kept.doNotAsk, gone.doNotAsk),
      isArchived: Math.min(kept.isArchived, gone.isArchived),
    },
  );
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Deletes the rows of `gone` in a table for which `keep` has one that agrees on the columns. */
function dropRepeated(table: string, columns: readonly string[]): string {
  const agree = columns.map((column) => `kept.${column} IS ${table}.${column}`).join(' AND ');
  return `DELETE FROM ${table} WHERE person_id = @gone
    AND EXISTS (SELECT 1 FROM ${table} AS kept WHERE kept.person_id = @keep AND ${agree})`;
}

function repoint(table: string, column = 'person_id'): string {
  return `UPDATE ${table} SET ${column} = @keep WHERE ${column} = @gone`;
}

/** Drops what would be there twice, then hands the rest to `keep`. The order within a table matters. */
const statements: readonly string[] = [
  `DELETE FROM person_name WHERE person_id = @gone
     AND name = (SELECT display_name FROM person WHERE id = @keep)`,
  dropRepeated('person_name', ['name']),
  repoint('person_name'),
  `DELETE FROM contact_point WHERE person_id = @gone AND EXISTS (
     SELECT 1 FROM contact_point AS kept WHERE kept.person_id = @keep AND kept.kind = contact_point.kind
       AND (kept.match_key = contact_point.match_key OR kept.value = contact_point.value))`,
  `UPDATE contact_point SET is_primary = 0 WHERE person_id = @gone AND is_primary = 1 AND EXISTS (
     SELECT 1 FROM contact_point AS kept
     WHERE kept.person_id = @keep AND kept.kind = contact_point.kind AND kept.is_primary = 1)`,
  repoint('contact_point'),
  `DELETE FROM role WHERE person_id = @gone AND EXISTS (
     SELECT 1 FROM role AS kept WHERE kept.person_id = @keep AND kept.organisation_id IS role.organisation_id
       AND kept.title IS role.title AND kept.is_current = role.is_current
       AND (role.started_on IS NULL OR kept.started_on IS role.started_on)
       AND (role.ended_on IS NULL OR kept.ended_on IS role.ended_on))`,
  repoint('role'),
  dropRepeated('person_field', ['source', 'name', 'value']),
  repoint('person_field'),
  `DELETE FROM person_photo WHERE person_id = @gone
     AND EXISTS (SELECT 1 FROM person_photo WHERE person_id = @keep)`,
  repoint('person_photo'),
  dropRepeated('reported_size', ['platform_id', 'size', 'shared_with_me', 'seen_on']),
  repoint('reported_size'),
  `UPDATE attendance SET
     have_met = max(attendance.have_met, gone.have_met),
     note = CASE WHEN gone.note = '' OR instr(attendance.note, gone.note) > 0 THEN attendance.note
       WHEN attendance.note = '' THEN gone.note ELSE attendance.note || char(10, 10) || gone.note END
   FROM attendance AS gone
   WHERE attendance.person_id = @keep AND gone.person_id = @gone AND gone.event_id = attendance.event_id`,
  dropRepeated('attendance', ['event_id']),
  repoint('attendance'),
  dropRepeated('interaction', ['kind', 'on_date', 'note', 'event_id']),
  repoint('interaction'),
  dropRepeated('follow_up', ['due_on', 'what', 'event_id', 'done_on']),
  repoint('follow_up'),
  `DELETE FROM keep_in_touch WHERE person_id = @gone
     AND EXISTS (SELECT 1 FROM keep_in_touch WHERE person_id = @keep)`,
  repoint('keep_in_touch'),
  dropRepeated('put_off', ['kind']),
  repoint('put_off'),
  dropRepeated('person_tag', ['tag_id']),
  repoint('person_tag'),
  dropRepeated('topic_statement', ['topic_id', 'kind', 'said_on', 'ended_on', 'note']),
  repoint('topic_statement'),
  repoint('outcome', 'client_person_id'),
  repoint('outcome'),
  dropRepeated('thanks', ['on_date', 'note']),
  repoint('thanks'),
  repoint('share'),
  repoint('import', 'owner_id'),
  repoint('import_row'),
  dropRepeated('list_change', ['import_id', 'kind', 'was', 'became']),
  repoint('list_change'),
];

/** Introductions in which both had a part would name one person twice: they go. */
function mergeIntroductions(book: WritableBook, pair: Pair): void {
  const degenerate = book.column<number>(
    `SELECT id FROM introduction
     WHERE (introducer_id = @gone OR first_person_id = @gone OR second_person_id = @gone)
       AND (introducer_id = @keep OR first_person_id = @keep OR second_person_id = @keep)`,
    pair,
  );
  if (degenerate.length > 0) deleteIntroductions(book, degenerate);
  book.run(repoint('introduction', 'introducer_id'), pair);
  book.run(repoint('introduction', 'first_person_id'), pair);
  book.run(repoint('introduction', 'second_person_id'), pair);
}

/** "Not these two": what was said of one of them holds for whom they become; of the two themselves, nothing. */
function mergeRefusedPairs(book: WritableBook, pair: Pair): void {
  const others = book.all<{ id: number; other: PersonId }>(
    `SELECT id, high_person_id AS other FROM refused_pair WHERE low_person_id = @gone
     UNION ALL
     SELECT id, low_person_id FROM refused_pair WHERE high_person_id = @gone`,
    pair,
  );
  for (const { id, other } of others) {
    if (other !== pair.keep) {
      book.run(
        `UPDATE OR IGNORE refused_pair SET low_person_id = min(@keep, @other), high_person_id = max(@keep, @other)
         WHERE id = @id`,
        { id, other, keep: pair.keep },
      );
    }
    // still there if it could not be handed over: it would say a thing twice
    book.run(
      'DELETE FROM refused_pair WHERE id = @id AND @gone IN (low_person_id, high_person_id)',
      { id, gone: pair.gone },
    );
  }
}

/** Questions "are these two the same?": the one about the pair is answered by the merge; an answer beats none. */
function mergeQuestions(book: WritableBook, pair: Pair): void {
  book.run(
    'DELETE FROM identity_question WHERE low_person_id = min(@keep, @gone) AND high_person_id = max(@keep, @gone)',
    pair,
  );
  const rows = book.all<{ id: number; other: PersonId }>(
    `SELECT id, high_person_id AS other FROM identity_question WHERE low_person_id = @gone
     UNION ALL
     SELECT id, low_person_id FROM identity_question WHERE high_person_id = @gone`,
    pair,
  );
  for (const { id, other } of rows) {
    const ends = { id, low: Math.min(pair.keep, other), high: Math.max(pair.keep, other) };
    const known = book.value<number>(
      'SELECT id FROM identity_question WHERE low_person_id = @low AND high_person_id = @high',
      { low: ends.low, high: ends.high },
    );
    if (known === undefined) {
      book.run(
        'UPDATE identity_question SET low_person_id = @low, high_person_id = @high WHERE id = @id',
        ends,
      );
      continue;
    }
    book.run(
      `UPDATE identity_question SET answer = gone.answer, answered_at = gone.answered_at
       FROM identity_question AS gone
       WHERE identity_question.id = @known AND gone.id = @id
         AND identity_question.answer IS NULL AND gone.answer IS NOT NULL`,
      { known, id },
    );
    book.run('DELETE FROM identity_question WHERE id = @id', { id });
  }
}
