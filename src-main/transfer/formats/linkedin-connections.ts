/**
 * LinkedIn `Connections.csv`. Since 2021/22 a "Notes:" preamble stands above the header; `URL`
 * exists since mid-2023; members who hide themselves are rows with nothing but a date.
 */
import { type Format, makeFile } from '../format.ts';
import {
  emptyPerson,
  type LeftOut,
  type ParsedAccount,
  type ParsedFile,
  type ParsedPerson,
} from '../parsed-file.ts';
import { PackedPersons } from '../packed-persons.ts';
import { joinName } from '../readers/clean-text.ts';
import { makeEmail, present } from '../readers/contact-values.ts';
import type { Header } from '../readers/csv.ts';
import { parseDate } from '../readers/dates.ts';
import { account, accountOfUrl, weakAccount, webLink } from '../readers/platforms.ts';
import { findHeader, readTable, RowReader } from '../readers/table.ts';
import type { Source } from '../source.ts';

const KEY = 'linkedin-connections';
const TITLE = 'LinkedIn connections';

export const linkedinConnections: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 1),
  parse,
};

function isHeader(header: Header): boolean {
  return header.has('First Name', 'Last Name', 'Company', 'Position', 'Connected On');
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const reader = new RowReader(table.header);
  const people = new PackedPersons();
  const leftOut: LeftOut[] = table.leftOut;
  const hiddenSince: string[] = [];
  for (const row of table.rows) {
    const person = parseRow(reader.on(row));
    if (person === null) {
      hiddenSince.push(...present([parseDate(reader.on(row).raw('Connected On'))]));
      leftOut.push({
        line: row.line,
        reason: 'A member who hides their name: LinkedIn gives only the date.',
      });
    } else people.push(person);
  }
  return makeFile(linkedinConnections, source, {
    kind: 'circle',
    platform: 'linkedin',
    complete: true,
    hiddenSince,
    people,
    leftOut,
  });
}

function parseRow(row: RowReader): ParsedPerson | null {
  const given = row.name('First Name');
  const family = row.name('Last Name');
  const name = joinName(given, family);
  const profile = linkedinAccount(row.raw('URL'), name);
  const email = makeEmail(row.raw('Email Address'));
  const organisation = row.name('Company');
  const title = row.name('Position');
  const since = parseDate(row.raw('Connected On'));
  if (name === null && profile === null && email === null) return null;
  return {
    ...emptyPerson(row.line),
    name,
    given,
    family,
    accounts: present([profile]),
    emails: present([email]),
    roles:
      organisation === null && title === null
        ? []
        : [{ organisation, department: null, title, from: null, to: null }],
    since,
    extra: row.extra(),
  };
}

/** The account of a profile URL, whatever form LinkedIn gave it; of a name alone, a weak one. */
export function linkedinAccount(url: string | null, name: string | null): ParsedAccount | null {
  const link = webLink(url);
  if (link === null) return name === null ? null : weakAccount('linkedin', name);
  const known = accountOfUrl(link);
  // A recruiter or mobile link has no slug; its URL is a key all the same.
  return known?.platform === 'linkedin' ? known : account('linkedin', link, null);
}
