import type { WritableBook } from '../book/access.ts';
import type { Handlers } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';

type Choices = Parameters<Handlers<'duplicates'>['merge']>[1];

interface Columns {
  readonly displayName: string | null;
  readonly foldedName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly birthday: string | null;
  readonly metOn: string | null;
  readonly note: string;
  readonly howMet: string;
}

function readColumns(book: WritableBook, id: PersonId): Columns | undefined {
  return book.get<Columns>(
    `SELECT display_name AS displayName, folded_name AS foldedName, given_name AS givenName,
       family_name AS familyName, birthday, met_on AS metOn, note, how_met AS howMet
     FROM person WHERE id = @id`,
    { id },
  );
}

function writeColumns(book: WritableBook, id: PersonId, columns: Columns): void {
  book.run(
    `UPDATE person SET display_name = @displayName, folded_name = @foldedName, given_name = @givenName,
       family_name = @familyName, birthday = @birthday, met_on = @metOn, note = @note, how_met = @howMet
     WHERE id = @id`,
    { id, ...columns },
  );
}

/**
 * Makes the rows of two people such that joining them (`mergePersons`: what `keep` says wins) gives what was
 * chosen. Nothing is lost by it: undo takes back both.
 */
export function prepareMerge(book: WritableBook, choices: Choices): void {
  const { keep, gone, leaveOut } = choices;
  const kept = readColumns(book, keep);
  const other = readColumns(book, gone);
  // mergePersons says what is wrong with them
  if (kept === undefined || other === undefined) return;
  const isNamed = choices.name === 'gone' && other.displayName !== null;
  const named = isNamed ? other : kept;
  const unnamed = isNamed ? kept : other;
  const metOn = { keep: kept.metOn, gone: other.metOn, both: null }[choices.metOn ?? 'both'];
  writeColumns(book, keep, {
    displayName: named.displayName,
    foldedName: named.foldedName,
    givenName: named.givenName,
    familyName: named.familyName,
    birthday: choices.birthday === 'gone' ? other.birthday : kept.birthday,
    metOn: metOn ?? kept.metOn,
    note: choices.note === 'gone' ? '' : kept.note,
    howMet: choices.howMet === 'gone' ? '' : kept.howMet,
  });
  writeColumns(book, gone, {
    displayName: unnamed.displayName,
    foldedName: unnamed.foldedName,
    // parts of a name that is not shown would be taken for parts of the one that is
    givenName: named.givenName === null && named.familyName === null ? unnamed.givenName : null,
    familyName: named.givenName === null && named.familyName === null ? unnamed.familyName : null,
    birthday: choices.birthday === 'keep' ? null : other.birthday,
    metOn: metOn ?? other.metOn,
    note: choices.note === 'keep' ? '' : other.note,
    howMet: choices.howMet === 'keep' ? '' : other.howMet,
  });
  if (choices.photo === 'gone') dropPhotoFor(book, keep, gone);
  for (const [table, column, ids] of [
    ['contact_point', 'id', leaveOut.contactPointIds],
    ['role', 'id', leaveOut.roleIds],
    ['person_tag', 'tag_id', leaveOut.tagIds],
    ['topic_statement', 'id', leaveOut.statementIds],
  ] as const) {
    if (ids.length === 0) continue;
    book.run(
      `DELETE FROM ${table} WHERE person_id IN (@keep, @gone)
         AND ${column} IN (SELECT value FROM json_each(@ids))`,
      { keep, gone, ids: JSON.stringify(ids) },
    );
  }
}

/** Only if there is another one. */
function dropPhotoFor(book: WritableBook, keep: PersonId, gone: PersonId): void {
  book.run(
    `DELETE FROM person_photo WHERE person_id = @keep
       AND EXISTS (SELECT 1 FROM person_photo WHERE person_id = @gone)`,
    { keep, gone },
  );
}
