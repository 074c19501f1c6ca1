import type { ReadableBook } from '../book/access.ts';
import { readDataTables, type Table } from '../book/schema.ts';
import type { ErasureProof } from '../contract/erasure.ts';
import type { PersonId } from '../contract/common.ts';
import { MentionFinder } from './mention-finder.ts';
import { countIndexed, countReferences, iterateTexts, readPersonColumns } from './queries.ts';

type Place = ErasureProof['places'][number];

/** A file that is searched byte by byte. */
export interface SearchedFile {
  readonly name: string;
  /** Its bytes, decrypted where the file is encrypted; null when it is not there. */
  readonly read: () => Buffer | null;
}

/** Tables beside the data that hold texts too: the log of undo and the settings. */
const machinery: readonly Table[] = [
  { name: 'change_step', columns: [{ name: 'label', type: 'TEXT' }] },
  { name: 'change_row', columns: [{ name: 'image', type: 'TEXT' }] },
  { name: 'setting', columns: [{ name: 'value', type: 'TEXT' }] },
];

/**
 * Looks for people everywhere: rows that refer to them, the search index, every text of every table, and the bytes
 * of the files themselves (text that is gone from the tables may linger in free pages).
 *
 * @param ids of the people; their ids are never given out again while the book's larger ids exist
 * @param traces names and addresses as they were written
 * @param files to be searched byte by byte: the book, what lies beside it, its backups
 */
export function proveErasure(
  book: ReadableBook,
  ids: readonly PersonId[],
  traces: readonly string[],
  files: readonly SearchedFile[],
): ErasureProof {
  const texts = searchTexts(book, traces);
  const places: Place[] = [
    ...referencePlaces(book, ids),
    { place: 'search index', kind: 'rows', found: countIndexed(book, ids) },
    ...texts.places,
    ...files.flatMap((file) => searchFile(file, traces, texts.standing)),
  ];
  return { places, isClean: places.every(({ found }) => found === 0) };
}

function referencePlaces(book: ReadableBook, ids: readonly PersonId[]): Place[] {
  const columns = [{ table: 'person', column: 'id' }, ...readPersonColumns(book)];
  return columns.map(({ column, table }) => ({
    place: `table ${table}, column ${column}`,
    kind: 'rows',
    found: countReferences(book, table, column, ids),
  }));
}

/**
 * Counts texts that mention a trace. `standing` are the traces that are part of some other text which rightly
 * stays ("Ann Lee" in "Joann Leeds"): finding their bytes proves nothing.
 */
function searchTexts(
  book: ReadableBook,
  traces: readonly string[],
): { places: Place[]; standing: ReadonlySet<string> } {
  const finder = new MentionFinder(traces);
  const standing = new Set<string>();
  const places = [...readDataTables(book), ...machinery].flatMap((table): Place[] => {
    const columns = table.columns.filter(({ type }) => type === 'TEXT').map(({ name }) => name);
    if (columns.length === 0) return [];
    let found = 0;
    for (const row of iterateTexts(book, table, columns)) {
      for (const column of columns) {
        const text = row[column];
        if (typeof text !== 'string') continue;
        if (finder.mentions(text)) found++;
        else for (const trace of traces) if (text.includes(trace)) standing.add(trace);
      }
    }
    return [{ place: `texts of table ${table.name}`, kind: 'texts', found }];
  });
  return { places, standing };
}

/** Values lie side by side in a page, so that there are no word boundaries to look for. */
function searchFile(
  { name, read }: SearchedFile,
  traces: readonly string[],
  standing: ReadonlySet<string>,
): Place[] {
  const bytes = read();
  if (bytes === null) return [];
  let found = 0;
  for (const trace of traces) {
    if (standing.has(trace)) continue;
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const wanted = Buffer.from(trace, encoding);
      for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) found++;
    }
  }
  return [{ place: `bytes of ${name}`, kind: 'bytes', found }];
}
