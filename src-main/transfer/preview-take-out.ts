/** Taking a past import out again, looked at before it is done. */
import type { Handlers } from '../book/context.ts';
import type { ReadableBook } from '../book/access.ts';
import type { contract, OutputOf } from '../contract/index.ts';
import type { ImportId, PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { personRefs } from '../tables/persons.ts';
import type { TableName } from './plan-stage.ts';
import { type Kept, planTakeOut, type TakeOut } from './take-out.ts';

type Preview = OutputOf<(typeof contract)['transfer']['takeOutPreview']>;

/** What stays is listed so far; the rest is counted. */
const shownKept = 200;

export const takeOutQueries: Pick<Handlers<'transfer'>, 'takeOutPreview'> = {
  takeOutPreview: ({ book }, { importId }) => {
    const { fileName, takeOut } = findTakeOut(book, importId);
    const count = (...tables: TableName[]): number =>
      tables.reduce((sum, table) => sum + (takeOut.removals.get(table)?.size ?? 0), 0);
    return {
      fileName,
      people: count('person'),
      ties: count('tie'),
      values: count(
        'contact_point',
        'role',
        'account',
        'person_field',
        'person_name',
        'person_tag',
      ),
      contacts: count('interaction', 'attendance'),
      putBack: takeOut.restores.length,
      kept: describeKept(book, takeOut.kept.slice(0, shownKept)),
      keptTotal: takeOut.kept.length,
    };
  },
};

/** @throws AppError NOT_FOUND; CONFLICT for an import of which it is not known what it wrote */
export function findTakeOut(
  book: ReadableBook,
  importId: ImportId,
): { fileName: string; takeOut: TakeOut } {
  const fileName = book.value<string>('SELECT source_name FROM import WHERE id = @importId', {
    importId,
  });
  if (fileName === undefined) {
    throw new AppError('NOT_FOUND', 'This import is no longer there: it was taken out or undone.');
  }
  const isTraced =
    book.value(
      `SELECT 1 FROM import_insert WHERE import_id = @importId
       UNION ALL SELECT 1 FROM import_update WHERE import_id = @importId LIMIT 1`,
      { importId },
    ) !== undefined;
  if (!isTraced) {
    throw new AppError(
      'CONFLICT',
      'This import was made before Acquaint kept what an import writes, so it cannot be taken out as a whole.',
    );
  }
  return { fileName, takeOut: planTakeOut(book, importId) };
}

const personColumns: Partial<Record<TableName, string>> = {
  person: 'id',
  contact_point: 'person_id',
  role: 'person_id',
  account: 'person_id',
  person_field: 'person_id',
  attendance: 'person_id',
  interaction: 'person_id',
  tie: 'high_person_id',
};

function describeKept(book: ReadableBook, kept: readonly Kept[]): Preview['kept'] {
  const people = kept.map(({ id, table }) => {
    const column = personColumns[table];
    if (column === undefined) return null;
    return (book.value<number>(`SELECT ${column} FROM ${table} WHERE id = @id`, { id }) ??
      null) as PersonId | null;
  });
  const refs = personRefs(
    book,
    people.flatMap((person) => person ?? []),
  );
  return kept.map(({ reason, table }, index) => {
    const person = people[index] ?? null;
    return { person: person === null ? null : (refs.get(person) ?? null), what: table, reason };
  });
}
