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
import { findHeader, readTableRows, RowReader } from '../readers/table.ts';
import { none, remember } from '../small-lists.ts';
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
  const people = new PackedPersons();
  const hidden: LeftOut[] = [];
  const hiddenSince: string[] = [];
  // thousands were connected on few days
  const days = new Map<string, string | null>();
  const dayOf = (text: string | null): string | null =>
    text === null ? null : remember(days, text, () => parseDate(text));
  const { leftOut } = readTableRows(source, TITLE, isHeader, (header) => {
    const reader = new RowReader(header);
    return (row) => {
      const person = parseRow(reader.on(row), dayOf);
      if (person !== null) {
        people.push(person);
        return;
      }
      hiddenSince.push(...present([dayOf(reader.raw('Connected On'))]));
      const reason = 'A member who hides their name: LinkedIn gives only the date.';
      hidden.push({ line: row.line, reason });
    };
  });
  return makeFile(linkedinConnections, source, {
    kind: 'circle',
    platform: 'linkedin',
    complete: true,
    hiddenSince,
    people,
    leftOut: [...leftOut, ...hidden],
  });
}

function parseRow(
  row: RowReader,
  dayOf: (text: string | null) => string | null,
): ParsedPerson | null {
  const given = row.name('First Name');
  const family = row.name('Last Name');
  const name = joinName(given, family);
  const profile = linkedinAccount(row.raw('URL'), name);
  const email = makeEmail(row.raw('Email Address'));
  const organisation = row.name('Company');
  const title = row.name('Position');
  const since = dayOf(row.raw('Connected On'));
  if (name === null && profile === null && email === null) return null;
  const isEmployed = organisation !== null || title !== null;
  return {
    ...emptyPerson(row.line),
    name,
    given,
    family,
    accounts: profile === null ? none : [profile],
    emails: email === null ? none : [email],
    roles: isEmployed ? [{ organisation, department: null, title, from: null, to: null }] : none,
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
