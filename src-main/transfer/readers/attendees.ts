/** What the lists of attendees share: a table, a person a row, and rows that name nobody left out. */
import { type Format, makeFile } from '../format.ts';
import type { FormatKey, LeftOut, ParsedPerson } from '../parsed-file.ts';
import { findHeader, type HeaderTest, readTable, RowReader } from './table.ts';

export interface AttendeeList {
  readonly key: FormatKey;
  readonly title: string;
  readonly platform: string;
  readonly isHeader: HeaderTest;
  readonly parseRow: (row: RowReader, country: string) => ParsedPerson;
  /** Why a row that names nobody is left out: a sentence. */
  readonly nobody: string;
}

export function attendeeFormat(list: AttendeeList): Format {
  const { key, title, platform, isHeader } = list;
  return {
    key,
    title,
    detect: (source) => (findHeader(source, isHeader) === null ? 0 : 1),
    parse: (source) => {
      const table = readTable(source, title, isHeader);
      const reader = new RowReader(table.header);
      const people: ParsedPerson[] = [];
      const leftOut: LeftOut[] = table.leftOut;
      for (const row of table.rows) {
        const person = list.parseRow(reader.on(row), source.country);
        if (isSomebody(person)) people.push(person);
        else leftOut.push({ line: row.line, reason: list.nobody });
      }
      return makeFile(list, source, { kind: 'attendees', platform, people, leftOut });
    },
  };
}

function isSomebody({ accounts, emails, name }: ParsedPerson): boolean {
  return name !== null || emails.length > 0 || accounts.length > 0;
}
