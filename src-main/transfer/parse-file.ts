/** One file from bytes to records. No database and no clock here. */
import type { ColumnKind } from '../contract/columns.ts';
import { AppError } from '../contract/result.ts';
import { rolesOfKinds } from './column-kinds.ts';
import { detectFormat, formatByKey } from './detect-format.ts';
import { explainUnknown } from './explain-unknown.ts';
import { describeTable, parseTable, type TableDescription } from './formats/table.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { ColumnRole } from './readers/contact-columns.ts';
import { Source, type SourceOptions } from './source.ts';

export interface ParseOptions extends SourceOptions {
  /** A key as given to `--as`; found by content if left out. */
  readonly format?: string;
  /** What each column of a table holds, as chosen in the column mapper; implies format `table`. */
  readonly columns?: readonly (ColumnRole | null)[];
  /** The same in the words of the mapper. */
  readonly kinds?: readonly (ColumnKind | null)[];
  /** What was chosen before for a table of such a header; null: nothing. */
  readonly recall?: (header: readonly string[]) => readonly (ColumnKind | null)[] | null;
}

/**
 * Parses one file.
 * @throws AppError UNKNOWN_FORMAT, UNREADABLE_FILE or TOO_LARGE, each with a sentence that says
 *   what to do; nothing else
 */
export function parseFile(bytes: Uint8Array, options: ParseOptions = {}): ParsedFile {
  const source = new Source(bytes, options);
  // The whole text is decoded only where the beginning leaves it open.
  if (source.head.trim() === '' && source.text.trim() === '') {
    throw new AppError('UNREADABLE_FILE', 'The file is empty. Export it again.');
  }
  if (options.columns !== undefined) return parseTable(source, options.columns);
  if (options.kinds !== undefined) return parseMapped(source, options.kinds);
  if (options.format !== undefined) return formatByKey(options.format, source).parse(source);
  const format = detectFormat(source);
  if (format === null || format.key === 'table' || format.key === 'name-list') {
    const recalled = recallKinds(source, options);
    if (recalled !== null) return parseMapped(source, recalled);
  }
  if (format === null) throw explainUnknown(source);
  return format.parse(source);
}

function parseMapped(source: Source, kinds: readonly (ColumnKind | null)[]): ParsedFile {
  return parseTable(source, rolesOfKinds(describeTable(source).roles, kinds));
}

/** What was chosen before for the columns of this table; null: nothing, or it is none. */
function recallKinds(
  source: Source,
  { recall }: ParseOptions,
): readonly (ColumnKind | null)[] | null {
  if (recall === undefined) return null;
  try {
    return recall(describeTable(source).columns);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** What the column mapper needs of a table that no other format knows. */
export function describeColumns(bytes: Uint8Array, options: SourceOptions = {}): TableDescription {
  return describeTable(new Source(bytes, options));
}
