/** LinkedIn `Notes.csv`: what the owner wrote down about connections. */
import { type Format, makeFile } from '../format.ts';
import { emptyPerson, type LeftOut, type ParsedFile, type ParsedPerson } from '../parsed-file.ts';
import { joinName } from '../readers/clean-text.ts';
import { present } from '../readers/contact-values.ts';
import type { Header } from '../readers/csv.ts';
import { newestDate, parseDate } from '../readers/dates.ts';
import { findHeader, readTable, RowReader } from '../readers/table.ts';
import type { Source } from '../source.ts';
import { linkedinAccount } from './linkedin-connections.ts';

const KEY = 'linkedin-notes';
const TITLE = 'LinkedIn notes';

export const linkedinNotes: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 1),
  parse,
};

function isHeader(header: Header): boolean {
  return header.has('Connection First Name', 'Connection Last Name', 'Note');
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const row = new RowReader(table.header);
  const people: ParsedPerson[] = [];
  const leftOut: LeftOut[] = table.leftOut;
  const dates: (string | null)[] = [];
  for (const cells of table.rows) {
    row.on(cells);
    const given = row.name('Connection First Name');
    const family = row.name('Connection Last Name');
    const name = joinName(given, family);
    const profile = linkedinAccount(row.raw('Connection Profile URL'), name);
    const edited = parseDate(row.raw('Edited On'), 'mdy');
    dates.push(parseDate(row.raw('Created On'), 'mdy'), edited);
    if (profile === null) {
      leftOut.push({ line: row.line, reason: 'A note about nobody: no name and no profile.' });
      continue;
    }
    people.push({
      ...emptyPerson(row.line),
      name,
      given,
      family,
      accounts: present([profile]),
      note: row.note('Note'),
      extra: row.extra(),
    });
  }
  return makeFile(linkedinNotes, source, {
    kind: 'interactions',
    platform: 'linkedin',
    asOf: newestDate(dates),
    people,
    leftOut,
  });
}
