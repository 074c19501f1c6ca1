/**
 * LinkedIn `Recommendations_Received.csv` and `_Given.csv`. Both have the same columns, so the
 * direction is not known; the text is not taken.
 */
import { type Format, makeFile } from '../format.ts';
import { emptyPerson, type LeftOut, type ParsedFile, type ParsedPerson } from '../parsed-file.ts';
import { joinName } from '../readers/clean-text.ts';
import type { Header } from '../readers/csv.ts';
import { newestDate, parseDate } from '../readers/dates.ts';
import { weakAccount } from '../readers/platforms.ts';
import { findHeader, readTable, RowReader } from '../readers/table.ts';
import type { Source } from '../source.ts';

const KEY = 'linkedin-recommendations';
const TITLE = 'LinkedIn recommendations';

export const linkedinRecommendations: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 1),
  parse,
};

function isHeader(header: Header): boolean {
  return header.has('First Name', 'Last Name', 'Job Title', 'Text', 'Creation Date', 'Status');
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const reader = new RowReader(table.header);
  const people: ParsedPerson[] = [];
  const leftOut: LeftOut[] = table.leftOut;
  for (const row of table.rows) {
    const person = parseRow(reader.on(row));
    if (person === null) leftOut.push({ line: row.line, reason: 'A row without a name.' });
    else people.push(person);
  }
  return makeFile(linkedinRecommendations, source, {
    kind: 'interactions',
    platform: 'linkedin',
    asOf: newestDate(people.map(({ interactions }) => interactions[0]?.last ?? null)),
    people,
    leftOut,
  });
}

function parseRow(row: RowReader): ParsedPerson | null {
  const given = row.name('First Name');
  const family = row.name('Last Name');
  const name = joinName(given, family);
  const organisation = row.name('Company');
  const title = row.name('Job Title');
  const date = parseDate(row.raw('Creation Date'), 'mdy');
  row.raw('Text');
  row.raw('Status');
  if (name === null) return null;
  return {
    ...emptyPerson(row.line),
    name,
    given,
    family,
    accounts: [weakAccount('linkedin', name)],
    roles:
      organisation === null && title === null
        ? []
        : [{ organisation, department: null, title, from: null, to: null }],
    interactions: [{ kind: 'recommendation', direction: null, count: 1, first: date, last: date }],
    extra: row.extra(),
  };
}
