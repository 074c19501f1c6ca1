/** What the user chose or dropped: files, a folder, a ZIP. Known files are parsed, others named. */
import { AppError } from '../contract/result.ts';
import { detectFormat } from './detect-format.ts';
import { type ParseOptions, parseFile } from './parse-file.ts';
import type { LeftOut, ParsedFile } from './parsed-file.ts';
import { isZip, listZip, type ZipEntry } from './readers/read-zip.ts';
import { Source } from './source.ts';

export interface SourceEntry {
  /** A file's name, or its path inside the chosen folder (`/` between folders). */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it was found in a chosen folder or chosen itself; by default, whether its path has folders. */
  readonly isFromFolder?: boolean | undefined;
}

export interface OpenedFile {
  readonly path: string;
  /** What the contents are told apart by later; of several merged parts, of the first. */
  readonly bytes: Uint8Array;
  readonly parsed: ParsedFile;
}

export interface LeftAlone {
  readonly path: string;
  /** A sentence. */
  readonly reason: string;
}

export interface OpenedSource {
  readonly files: readonly OpenedFile[];
  readonly leftAlone: readonly LeftAlone[];
}

/** All that is expanded from the archives of one import. */
const MAX_TOTAL_BYTES = 512 * 1024 * 1024;

/**
 * In an archive or folder only formats are taken that are sure of their content: LinkedIn's
 * archive holds a dozen tables with names in them that are not lists of people.
 */
const MIN_SCORE = 0.4;

/** Pictures, films and pages are never lists; not unpacking them saves gigabytes. */
const NEVER_A_LIST =
  /\.(jpe?g|png|gif|webp|heic|bmp|svg|ico|mp4|mov|avi|webm|mkv|mp3|m4a|aac|opus|ogg|wav|pdf|html?|css|woff2?|zip|docx?|pptx?|exe|dll)$/i;

/**
 * Opens what the user chose. One file alone is parsed or refused. Of several, and in a folder or
 * ZIP, what is not known, damaged or dangerous is left alone with a reason.
 * @throws AppError as `parseFile` for one file; UNREADABLE_FILE, TOO_LARGE for an archive;
 *   UNKNOWN_FORMAT if nothing is known
 */
export function openSource(
  entries: readonly SourceEntry[],
  options: ParseOptions = {},
): OpenedSource {
  const files: OpenedFile[] = [];
  const leftAlone: LeftAlone[] = [];
  const isAlone = entries.length === 1;
  const budget = { left: MAX_TOTAL_BYTES };
  for (const { path, bytes, isFromFolder = path.includes('/') } of entries) {
    if (isZip(bytes)) openArchive(path, bytes, budget, files, leftAlone, options);
    else if (!isAlone && isFromFolder) take(path, bytes, files, leftAlone, options);
    else {
      const parse = (): ParsedFile => parseFile(bytes, { ...options, fileName: baseName(path) });
      const parsed = isAlone ? parse() : orLeftAlone(path, leftAlone, parse);
      if (parsed !== null) files.push({ path, bytes, parsed });
    }
  }
  if (files.length === 0) {
    throw new AppError(
      'UNKNOWN_FORMAT',
      'None of the files is a list of people that is known here. Choose the archive as the ' +
        'platform handed it out, or one of the lists in it.',
      { leftAlone: leftAlone.slice(0, 100) },
    );
  }
  return { files: mergeParts(files), leftAlone };
}

function openArchive(
  archive: string,
  bytes: Uint8Array,
  budget: { left: number },
  files: OpenedFile[],
  leftAlone: LeftAlone[],
  options: ParseOptions,
): void {
  const entries = listZip(bytes);
  if (entries.some((entry) => entry.path === 'xl/workbook.xml')) {
    throw new AppError(
      'UNKNOWN_FORMAT',
      `"${baseName(archive).slice(0, 100)}" is an Excel workbook. Save the sheet as CSV, then ` +
        'import that.',
    );
  }
  for (const entry of entries) {
    const path = `${archive}/${entry.path}`;
    const refusal = refusePath(entry.path);
    if (refusal !== null) leftAlone.push({ path, reason: refusal });
    else {
      const content = readEntry(entry, path, budget, leftAlone);
      if (content !== null) take(path, content, files, leftAlone, options);
    }
  }
}

/** Why a path is not even looked at; null if it may be. */
function refusePath(path: string): string | null {
  const segments = path.split('/');
  if (segments.includes('..') || path.startsWith('/') || /^[a-z]:/i.test(path)) {
    return 'Its path points out of the archive, which no honest archive does.';
  }
  if (segments.includes('__MACOSX') || /(^|\/)(\.DS_Store|Thumbs\.db)$/.test(path)) {
    return 'Left by the system that packed the archive.';
  }
  return NEVER_A_LIST.test(path) ? 'Not a list of people.' : null;
}

function readEntry(
  entry: ZipEntry,
  path: string,
  budget: { left: number },
  leftAlone: LeftAlone[],
): Uint8Array | null {
  if (entry.size > budget.left) {
    throw new AppError(
      'TOO_LARGE',
      'The archive would be more than 512 MB when unpacked, pictures and films not counted. ' +
        'Import only the contact lists in it.',
    );
  }
  const content = orLeftAlone(path, leftAlone, entry.read);
  budget.left -= content?.length ?? 0;
  return content;
}

/** What `read` gives; null if it refuses, whose sentence then stands for the file. */
function orLeftAlone<T>(path: string, leftAlone: LeftAlone[], read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    leftAlone.push({ path, reason: error.message });
    return null;
  }
}

/** Parses a file of an archive or folder if its format is sure, else names it as left alone. */
function take(
  path: string,
  bytes: Uint8Array,
  files: OpenedFile[],
  leftAlone: LeftAlone[],
  options: ParseOptions,
): void {
  const { country } = options;
  const settings = { fileName: baseName(path), ...(country === undefined ? {} : { country }) };
  const parsed = orLeftAlone(path, leftAlone, () => {
    const source = new Source(bytes, settings);
    const format = detectFormat(source);
    if (format !== null && format.detect(source) >= MIN_SCORE) return format.parse(source);
    throw new AppError('UNKNOWN_FORMAT', 'Not a list of people that is known here.');
  });
  if (parsed !== null) files.push({ path, bytes, parsed });
}

/** Large circles come in parts (followers_1.json, followers_2.json): one list in truth. */
function mergeParts(files: readonly OpenedFile[]): OpenedFile[] {
  const merged: OpenedFile[] = [];
  const firstOf = new Map<string, number>();
  for (const file of files) {
    const { format, direction } = file.parsed;
    const isPart = format === 'x-follows' || format === 'instagram-followers';
    const key = JSON.stringify([folderOf(file.path), format, direction]);
    const index = isPart ? firstOf.get(key) : undefined;
    const first = index === undefined ? undefined : merged[index];
    if (index === undefined || first === undefined) {
      firstOf.set(key, merged.push(file) - 1);
    } else merged[index] = { ...first, parsed: joinParts(first.parsed, file) };
  }
  return merged;
}

function joinParts(first: ParsedFile, { path, parsed }: OpenedFile): ParsedFile {
  const people = [...first.people, ...parsed.people];
  const leftOut: LeftOut[] = parsed.leftOut.map(({ line, reason }) => ({
    line,
    reason: `${reason} (in ${baseName(path)})`,
  }));
  return {
    ...first,
    complete: true,
    people,
    leftOut: [...first.leftOut, ...leftOut],
    warnings: [...first.warnings, ...parsed.warnings],
  };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
