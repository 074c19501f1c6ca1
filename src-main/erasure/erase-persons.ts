import type { WritableBook } from '../book/access.ts';
import { changeOf, type RowChange } from '../book/row-changes.ts';
import { readDataTables } from '../book/schema.ts';
import type { PersonId } from '../contract/common.ts';
import { deletePersons } from '../tables/delete-persons.ts';
import { keepErasedMarks, readPersonMarks } from '../tables/erased-marks.ts';
import { MentionFinder } from './mention-finder.ts';
import { iterateTexts, readSharedTraces, readTraces, updateText } from './queries.ts';

/** Columns that hold what a user or a file wrote freely, and in which a person may be mentioned. */
const freeText: ReadonlySet<string> = new Set([
  'note',
  'how_met',
  'message',
  'goal',
  'what',
  'reason',
  'source_name',
  'text',
  'body',
]);

/** Shorter texts ("Bo") stand in too many others. */
const shortestTrace = 4;

export interface ErasedRows {
  /** What the file may be searched for afterwards. */
  readonly traces: readonly string[];
  /** Names and addresses that somebody else bears too, so that they stay in the book. */
  readonly shared: readonly string[];
  /** Texts of other rows in which a mention was replaced. */
  readonly redactions: number;
  /** For what is derived from the tables: as if a command had changed these rows. */
  readonly changes: readonly RowChange[];
}

/**
 * Takes people out of the tables for good: their rows, every mention of them in free text, the rows of imports
 * that named them. Leaves the hashes of `erased_mark`. Must run in a transaction and outside of any step of undo;
 * the caller forgets the change log, since it holds them too.
 */
export function erasePersons(
  book: WritableBook,
  ids: readonly PersonId[],
  today: string,
): ErasedRows {
  const marks = ids.map((id) => readPersonMarks(book, id));
  const all = readTraces(book, ids);
  const shared = readSharedTraces(book, all, ids);
  const traces = all.filter((text) => text.length >= shortestTrace && !shared.has(text));
  deletePersons(book, ids);
  for (const one of marks) keepErasedMarks(book, one, today);
  const redacted = redactMentions(book, new MentionFinder(traces));
  const gone = ids.map((id) => changeOf('person', id));
  return {
    traces,
    shared: [...shared],
    redactions: redacted.length,
    changes: [...gone, ...redacted],
  };
}

function redactMentions(book: WritableBook, finder: MentionFinder): RowChange[] {
  const changes: RowChange[] = [];
  for (const table of readDataTables(book)) {
    const columns = table.columns
      .filter(({ name, type }) => type === 'TEXT' && isFreeText(table.name, name))
      .map(({ name }) => name);
    if (columns.length === 0) continue;
    // collected first: no statement may write while another is being iterated
    const found: { id: number; column: string; text: string }[] = [];
    for (const row of iterateTexts(book, table, columns)) {
      for (const column of columns) {
        const text = row[column];
        if (typeof text !== 'string' || !finder.mentions(text)) continue;
        found.push({ id: Number(row['id']), column, text: finder.redact(text) });
      }
    }
    for (const { column, id, text } of found) updateText(book, table.name, column, id, text);
    changes.push(...found.map(({ id }) => changeOf(table.name, id)));
  }
  return changes;
}

/** A kept field of a file or of the user's own is free text; the value of an address is not. */
function isFreeText(table: string, column: string): boolean {
  return freeText.has(column) || (table === 'person_field' && column === 'value');
}
