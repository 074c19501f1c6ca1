/** Why a file is of no known format, in a sentence that says what to do instead. */
import { AppError } from '../contract/result.ts';
import { refuseMonsters } from './readers/table.ts';
import type { Source } from './source.ts';

/** What people choose by mistake, and what they should choose. */
const KNOWN_MISTAKES: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*(<!doctype html|<html|<head|<\?xml[^>]*>\s*<html)/i,
    'The file is a web page. Platforms hand out the same lists in a form for programs: ask for ' +
      'the download again and choose JSON (Facebook, Instagram) or CSV.',
  ],
  [
    /^\u00d0\u00cf\u0011\u00e0/,
    'The file is an old Excel workbook. Open it and save the sheet as CSV, then import that.',
  ],
  [/^%PDF-/, 'The file is a PDF. Copy the names out of it and paste them as a list.'],
  [/^SQLite format 3\0/, 'The file is a database. An Acquaint book is opened, not imported.'],
  [
    /^(\u00ff\u00d8\u00ff|\u0089PNG|GIF8|RIFF)/,
    'The file is a picture. Type the names in it, or import the list it was made from.',
  ],
];

/**
 * The refusal of a source that no format recognises.
 * @throws AppError TOO_LARGE when a monstrous line is why nothing was recognised
 */
export function explainUnknown(source: Source): AppError {
  refuseMonsters(source);
  const start = Buffer.from(source.bytes.subarray(0, 1024)).toString('latin1');
  const mistake = KNOWN_MISTAKES.find(
    ([pattern]) => pattern.test(start) || pattern.test(source.head.slice(0, 1024)),
  );
  return new AppError(
    'UNKNOWN_FORMAT',
    mistake?.[1] ??
      'The file is of no kind that is known here. Choose a file as the platform handed it out, ' +
        'a vCard, a CSV with a header row, or a plain list of names.',
  );
}
