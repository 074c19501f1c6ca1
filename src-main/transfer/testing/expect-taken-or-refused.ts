/** What must hold of any bytes whatever: they are parsed soundly, or refused in a sentence. */
import type { ColumnKind } from '../../contract/columns.ts';
import { AppError } from '../../contract/result.ts';
import { openSource, type SourceEntry } from '../open-source.ts';
import { describeColumns, parseFile } from '../parse-file.ts';
import type { ParsedFile } from '../parsed-file.ts';

const REFUSALS = ['UNREADABLE_FILE', 'UNKNOWN_FORMAT', 'TOO_LARGE', 'INVALID_INPUT'];

/** Throws unless the bytes are taken soundly or refused with a typed error and a sentence. */
export function expectTakenOrRefused(bytes: Uint8Array, format?: string): void {
  expectTypedRefusal(() => expectSound(parseFile(bytes, format === undefined ? {} : { format })));
}

/** The same of what was chosen: files, folders, archives. */
export function expectOpenedOrRefused(entries: readonly SourceEntry[]): void {
  expectTypedRefusal(() => {
    const { files, leftAlone } = openSource(entries);
    for (const { parsed } of files) expectSound(parsed);
    for (const { reason } of leftAlone) {
      if (!isSentence(reason)) throw new Error(`left alone without a sentence: ${reason}`);
    }
  });
}

/** The same of a table whose columns somebody named: a kind each, or as many as were said. */
export function expectMappedOrRefused(
  bytes: Uint8Array,
  said: readonly (ColumnKind | null)[],
): void {
  expectTypedRefusal(() => {
    const { columns } = describeColumns(bytes);
    expectSound(parseFile(bytes, { kinds: columns.map((_, index) => said[index] ?? null) }));
  });
}

/** Runs it; throws what it throws, unless that is a refusal as users are to see it. */
export function expectTypedRefusal(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (!isSentence(error.message) || !REFUSALS.includes(error.code)) {
      throw new Error(`refused without a sentence: ${error.code} ${error.message}`, {
        cause: error,
      });
    }
  }
}

function isSentence(text: string): boolean {
  return /^["A-Z…].{10,600}[.?]$/s.test(text);
}
/** What must hold of everything that is parsed from whatever bytes. */
function expectSound(file: ParsedFile): void {
  for (const text of textsOf(file.people)) {
    if (!text.isWellFormed()) throw new Error(`a lone surrogate in ${JSON.stringify(text)}`);
  }
  for (const person of file.people) {
    const { name: full, given, family, nickname, birthday, note, uid } = person;
    if ([full, given, family, nickname, birthday, note, uid].includes('')) {
      throw new Error('an empty text for an unknown value');
    }
    for (const name of [full, given, family, nickname, ...person.tags]) {
      if (name !== null && /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(name)) {
        throw new Error(`a control or bidi mark in ${JSON.stringify(name)}`);
      }
    }
    for (const date of [person.since, file.asOf]) {
      if (date !== null && !/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`the date ${date}`);
    }
    if (!(Number.isInteger(person.line) && person.line > 0)) throw new Error('a line');
  }
  for (const { line, reason } of file.leftOut) {
    if (!(line > 0) || !reason.endsWith('.')) throw new Error(`${line}: ${reason}`);
  }
}

/** Every text within a value, whatever its shape. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const part of Object.values(value)) yield* textsOf(part);
  }
}
