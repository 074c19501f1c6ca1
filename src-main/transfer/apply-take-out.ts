/** Writes what `planTakeOut` has found: rows go, values become again what they were, ended links are put back. */
import type { SqlValue, WritableBook } from '../book/access.ts';
import { readDataTables } from '../book/schema.ts';
import { tracedTables } from './import-traces.ts';
import type { TableName } from './plan-stage.ts';
import type { Restore, TakeOut } from './take-out.ts';

/** Carries out what `planTakeOut` has found; the book must not have changed since. */
export function applyTakeOut(book: WritableBook, takeOut: TakeOut): void {
  const { importId, removals, restores } = takeOut;
  const persons = JSON.stringify([...(removals.get('person') ?? [])]);
  const among = 'IN (SELECT value FROM json_each(@persons))';
  for (const table of [
    'import_mark',
    'import_row',
    'list_change',
    'import_insert',
    'import_update',
  ]) {
    book.run(`DELETE FROM ${table} WHERE import_id = @importId`, { importId });
  }
  book.run(`UPDATE import_row SET person_id = NULL WHERE person_id ${among}`, { persons });
  book.run(`DELETE FROM list_change WHERE person_id ${among}`, { persons });
  book.run(
    `DELETE FROM identity_question WHERE low_person_id ${among} OR high_person_id ${among}
       OR (import_id = @importId AND answer IS NULL)`,
    { persons, importId },
  );
  // its own record must not hold whom it brought
  book.run(
    'UPDATE import SET owner_id = NULL, platform_id = NULL, event_id = NULL WHERE id = @importId',
    { importId },
  );
  for (const table of tracedTables) {
    const ids = JSON.stringify([...(removals.get(table) ?? [])]);
    book.run(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(@ids))`, { ids });
  }
  for (const restore of restores) putBack(book, restore);
  for (const table of readDataTables(book)) {
    if (table.columns.some(({ name }) => name === 'import_id')) {
      book.run(`UPDATE ${table.name} SET import_id = NULL WHERE import_id = @importId`, {
        importId,
      });
    }
  }
  book.run('DELETE FROM import WHERE id = @importId', { importId });
}

function putBack(book: WritableBook, { id, isRemoved, table, values }: Restore): void {
  if (!isRemoved) {
    const columns = Object.keys(values).map((column) => `${column} = @${column}`);
    book.run(`UPDATE ${table} SET ${columns.join(', ')} WHERE id = @id`, { ...values, id });
    return;
  }
  const pair = { low: values['low_person_id'] ?? null, high: values['high_person_id'] ?? null };
  const people = book.value<number>('SELECT count(*) FROM person WHERE id IN (@low, @high)', pair);
  // Ties end only with evidence, so both are of two people; whoever is gone for good has no tie.
  if (people !== 2) return;
  const tie = book.value<number>(
    'SELECT id FROM tie WHERE low_person_id = @low AND high_person_id = @high',
    pair,
  );
  if (table === 'tie') {
    if (tie === undefined) insertAgain(book, table, id, values);
    return;
  }
  const tieId =
    tie ??
    book.run('INSERT INTO tie (low_person_id, high_person_id) VALUES (@low, @high)', pair).id;
  const { low_person_id: _, high_person_id: __, ...evidence } = values;
  const importId = evidence['import_id'] ?? null;
  const isKnown =
    book.value('SELECT 1 FROM import WHERE id = @importId', { importId }) !== undefined;
  insertAgain(book, table, id, {
    ...evidence,
    tie_id: tieId,
    import_id: isKnown ? importId : null,
  });
}

/** Under its old id, unless another row has that by now. */
function insertAgain(
  book: WritableBook,
  table: TableName,
  id: number,
  values: Record<string, SqlValue>,
): void {
  const isTaken = book.value(`SELECT 1 FROM ${table} WHERE id = @id`, { id }) !== undefined;
  const row = { ...values, id: isTaken ? null : id };
  const columns = Object.keys(row);
  book.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((one) => `@${one}`).join(', ')})`,
    row,
  );
}
