import type { ParsedPerson } from './parsed-file.ts';

/** The people of a file in their order: an array, or of long files a list that makes a row anew each time. */
export interface PersonList extends Iterable<ParsedPerson> {
  readonly length: number;
  /** Undefined beyond the end, and where the list was told to let go. */
  at(index: number): ParsedPerson | undefined;
}

/** The person at a place where there is one. */
export function rowAt(people: PersonList, at: number): ParsedPerson {
  const row = people.at(at);
  if (row === undefined) throw new Error(`The file has no row ${at}.`);
  return row;
}

/** A person of a file and their place in it, from 0. */
export interface PlacedRow {
  readonly at: number;
  readonly row: ParsedPerson;
}
