/** Test inputs: files of `fixtures/`, and files written in the test itself. */
import { readFileSync } from 'node:fs';
import { AppError } from '../../contract/result.ts';
import { type ParseOptions, parseFile } from '../parse-file.ts';
import type { ParsedFile, ParsedPerson } from '../parsed-file.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);

/** The bytes of a file of `fixtures/`. */
export function readFixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, FIXTURES)));
}

/** A file whose people are all at hand. */
export type ListedFile = ParsedFile & { readonly people: readonly ParsedPerson[] };

export function parseBytes(bytes: Uint8Array, options: ParseOptions = {}): ListedFile {
  const file = parseFile(bytes, options);
  return { ...file, people: [...file.people] };
}

export function parseFixture(path: string, options: ParseOptions = {}): ListedFile {
  return parseBytes(readFixture(path), options);
}

/** Parses lines as UTF-8. */
export function parseLines(lines: readonly string[], options: ParseOptions = {}): ListedFile {
  return parseBytes(Buffer.from(lines.join('\n'), 'utf8'), options);
}

/** The only person of a file. */
export function onlyPerson(file: ParsedFile): ParsedPerson {
  const [person, second] = file.people;
  if (person === undefined || second !== undefined) {
    throw new Error(`expected one person, found ${file.people.length}`);
  }
  return person;
}

/** The error that a refusal throws; fails if nothing or something else is thrown. */
export function refusalOf(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
