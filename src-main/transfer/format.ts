/** What each file of `formats/` exports, and the few lines that all of them would repeat. */
import type { FormatKey, ListKind, ParsedFile } from './parsed-file.ts';
import type { PersonList } from './person-list.ts';
import type { Source } from './source.ts';

export interface Format {
  readonly key: FormatKey;
  /** For people: "LinkedIn connections". */
  readonly title: string;
  /**
   * How surely the content is of this format: 1 a header that only it has, 0 not at all; a
   * fallback that fits anything is under 0.3. Looks at `source.head`; at the file name only to
   * tell apart what has the very same content. Must not throw.
   */
  readonly detect: (source: Source) => number;
  /** @throws AppError UNREADABLE_FILE or TOO_LARGE with a sentence; nothing else */
  readonly parse: (source: Source) => ParsedFile;
}

/** The parts of a parsed file that a format states; the rest is filled with "nothing said". */
export type FileParts = Partial<ParsedFile> & { readonly kind: ListKind };

/** Completes what a format found. `asOf` becomes the newest `since` unless stated. */
export function makeFile(
  format: Pick<Format, 'key' | 'title'>,
  source: Source,
  parts: FileParts,
): ParsedFile {
  const people = parts.people ?? [];
  const { charset, warnings } = source.encoding;
  return {
    format: format.key,
    title: format.title,
    platform: null,
    direction: null,
    complete: false,
    hiddenSince: [],
    asOf: 'asOf' in parts ? null : newestSince(people),
    owner: null,
    subject: null,
    charset,
    people,
    letters: null,
    ties: [],
    leftOut: [],
    ...parts,
    warnings: [...warnings, ...(parts.warnings ?? [])],
  };
}

function newestSince(people: PersonList): string | null {
  let newest: string | null = null;
  for (const { since } of people) {
    if (since !== null && (newest === null || since > newest)) newest = since;
  }
  return newest;
}
