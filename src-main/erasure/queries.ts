import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { Table } from '../book/schema.ts';
import type { PersonId } from '../contract/common.ts';
import { jsonIds } from '../tables/persons.ts';

/** Every text by which a person can be recognised in a file of bytes, as it is written there. */
export function readTraces(book: ReadableBook, ids: readonly PersonId[]): string[] {
  return book.column<string>(
    `WITH chosen AS (SELECT value AS id FROM json_each(@ids))
     SELECT display_name FROM person JOIN chosen ON chosen.id = person.id WHERE display_name IS NOT NULL
     UNION SELECT name FROM person_name JOIN chosen ON chosen.id = person_id WHERE kind <> 'nickname'
     UNION SELECT value FROM contact_point JOIN chosen ON chosen.id = person_id
     UNION SELECT match_key FROM contact_point JOIN chosen ON chosen.id = person_id WHERE match_key IS NOT NULL
     UNION SELECT handle FROM account JOIN chosen ON chosen.id = person_id WHERE handle IS NOT NULL
     UNION SELECT url FROM account JOIN chosen ON chosen.id = person_id WHERE url IS NOT NULL
     UNION SELECT external_id FROM account JOIN chosen ON chosen.id = person_id WHERE external_id IS NOT NULL
     UNION SELECT display_name FROM account JOIN chosen ON chosen.id = person_id WHERE display_name IS NOT NULL`,
    { ids: jsonIds(ids) },
  );
}

/** Those of the texts that somebody else in the book bears as well: they cannot be looked for. */
export function readSharedTraces(
  book: ReadableBook,
  texts: readonly string[],
  except: readonly PersonId[],
): Set<string> {
  return new Set(
    book.column<string>(
      `WITH wanted AS (SELECT value AS text FROM json_each(@texts)),
         others AS (SELECT value AS id FROM json_each(@ids))
       SELECT text FROM wanted WHERE
         EXISTS (SELECT 1 FROM person WHERE display_name = text COLLATE NOCASE AND id NOT IN others)
         OR EXISTS (SELECT 1 FROM contact_point WHERE (value = text OR match_key = text) AND person_id NOT IN others)
         OR EXISTS (SELECT 1 FROM account WHERE (handle = text OR url = text OR external_id = text OR display_name = text)
           AND person_id NOT IN others)`,
      { texts: JSON.stringify(texts), ids: jsonIds(except) },
    ),
  );
}

/** How many rows of the table still name one of these people. */
export function countReferences(
  book: ReadableBook,
  table: string,
  column: string,
  ids: readonly PersonId[],
): number {
  return (
    book.value<number>(
      `SELECT count(*) FROM "${table}" WHERE "${column}" IN (SELECT value FROM json_each(@ids))`,
      { ids: jsonIds(ids) },
    ) ?? 0
  );
}

/** Columns that refer to a person, as the schema says. */
export function readPersonColumns(book: ReadableBook): { table: string; column: string }[] {
  return book.all(
    `SELECT list.name AS "table", key."from" AS "column"
     FROM pragma_table_list AS list JOIN pragma_foreign_key_list(list.name) AS key
     WHERE list.schema = 'main' AND key."table" = 'person' ORDER BY 1, 2`,
  );
}

/** All texts of a table, row by row. */
export function iterateTexts(
  book: ReadableBook,
  table: Table,
  columns: readonly string[],
): IterableIterator<Readonly<Record<string, string | number | null>>> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  return book.iterate(`SELECT id, ${list} FROM "${table.name}"`);
}

export function updateText(
  book: WritableBook,
  table: string,
  column: string,
  id: number,
  text: string,
): void {
  book.run(`UPDATE "${table}" SET "${column}" = @text WHERE id = @id`, { id, text });
}

/** Rows that the full-text indexes keep for these people. */
export function countIndexed(book: ReadableBook, ids: readonly PersonId[]): number {
  return ['person_words', 'person_trigrams', 'person_typos'].reduce(
    (sum, index) =>
      sum +
      (book.value<number>(
        `SELECT count(*) FROM ${index}_docsize WHERE id IN (SELECT value FROM json_each(@ids))`,
        { ids: jsonIds(ids) },
      ) ?? 0),
    0,
  );
}

/** Merges the full-text indexes: only then are the words of deleted entries gone from them. */
export function compactIndexes(book: WritableBook): void {
  for (const index of ['person_words', 'person_trigrams', 'person_typos']) {
    book.run(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  }
}

/** People who came by an import long ago and whom nothing has happened with since, oldest import first. */
export function readForgotten(
  book: ReadableBook,
  before: string,
  limit: number,
): { id: PersonId; importedOn: string }[] {
  return book.all(
    `${forgotten}
     SELECT id, importedOn FROM forgotten ORDER BY importedOn, id LIMIT @limit`,
    { before, limit },
  );
}

export function countForgotten(book: ReadableBook, before: string): number {
  return book.value<number>(`${forgotten} SELECT count(*) FROM forgotten`, { before }) ?? 0;
}

/** Not archived, not me; imported and never touched: no contact, meeting, note, tag, rating, follow-up or introduction. */
const forgotten = `WITH forgotten AS (
  SELECT person.id, min(substr(import.imported_at, 1, 10)) AS importedOn
  FROM person
  JOIN account ON account.person_id = person.id
  JOIN import ON import.id = account.import_id
  WHERE person.is_me = 0 AND person.note = '' AND person.how_met = '' AND person.met_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM interaction WHERE person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM attendance WHERE person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM follow_up WHERE person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM keep_in_touch WHERE person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM person_tag WHERE person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM topic_statement WHERE person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM introduction WHERE person.id IN (introducer_id, first_person_id, second_person_id))
    AND NOT EXISTS (SELECT 1 FROM tie WHERE low_person_id = person.id AND rating IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM tie WHERE high_person_id = person.id AND rating IS NOT NULL)
  GROUP BY person.id
  HAVING importedOn < @before)`;
