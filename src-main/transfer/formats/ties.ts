/**
 * Ties between named people: `From,To,Platform,Strength,Since,Note`, any order, From and To
 * required. A name, or `#12` for an id, addresses a person as on the command line.
 */
import { type Format, makeFile } from '../format.ts';
import type { LeftOut, ParsedFile, ParsedTie, PersonRef } from '../parsed-file.ts';
import { cleanName } from '../readers/clean-text.ts';
import type { Header } from '../readers/csv.ts';
import { newestDate, parseDate } from '../readers/dates.ts';
import { platformKey } from '../readers/platforms.ts';
import { findHeader, readTable, RowReader } from '../readers/table.ts';
import type { Source } from '../source.ts';

const KEY = 'ties';
const TITLE = 'Ties between people';
const COLUMNS = new Set(['from', 'to', 'platform', 'strength', 'since', 'note']);

export const ties: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => {
    const found = findHeader(source, isHeader);
    if (found === null) return 0;
    // LinkedIn's messages and invitations have From and To among other columns.
    return found.header.names.every((name) => COLUMNS.has(name.toLowerCase())) ? 1 : 0.4;
  },
  parse,
};

function isHeader(header: Header): boolean {
  return header.has('From', 'To');
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const reader = new RowReader(table.header);
  const found: ParsedTie[] = [];
  const leftOut: LeftOut[] = table.leftOut;
  for (const row of table.rows) {
    const tie = parseRow(reader.on(row));
    if (typeof tie === 'string') leftOut.push({ line: row.line, reason: tie });
    else found.push(tie);
  }
  return makeFile(ties, source, {
    kind: 'ties',
    asOf: newestDate(found.map((tie) => tie.since)),
    ties: found,
    leftOut,
  });
}

/** The tie of a row, or the reason for leaving it out. */
function parseRow(row: RowReader): ParsedTie | string {
  const from = personRef(row.raw('From'));
  const to = personRef(row.raw('To'));
  if (from === null || to === null) {
    return `The name in "${from === null ? 'From' : 'To'}" is missing.`;
  }
  if (from === 'bad id' || to === 'bad id') return 'A "#" must be followed by the id of a person.';
  if (isSame(from, to)) return 'A person has no tie with themselves.';
  const strength = parseStrength(row.raw('Strength'));
  if (typeof strength === 'string') return strength;
  const sinceText = row.raw('Since');
  const since = parseDate(sinceText);
  if (sinceText !== null && since === null) {
    return `"${shorten(sinceText)}" in "Since" is not a date; write it like 2026-02-08.`;
  }
  return {
    line: row.line,
    from,
    to,
    kind: 'knows',
    relation: null,
    platform: platformKey(row.name('Platform')),
    strength,
    since,
    note: row.note('Note'),
    extra: row.extra(),
  };
}

/** `#12` is the id 12, anything else a name. */
function personRef(text: string | null): PersonRef | 'bad id' | null {
  const name = cleanName(text);
  if (name === null) return null;
  if (!name.startsWith('#')) return { by: 'name', name };
  const id = /^#(\d{1,15})$/.exec(name)?.[1];
  return id === undefined ? 'bad id' : { by: 'id', id: Number(id) };
}

function isSame(a: PersonRef, b: PersonRef): boolean {
  if (a.by === 'name' && b.by === 'name') return a.name === b.name;
  return a.by === 'id' && b.by === 'id' && a.id === b.id;
}

/** A strength kept exactly, null if none is stated, or the reason why it is none. */
function parseStrength(text: string | null): number | string | null {
  if (text === null) return null;
  // A decimal comma is what a German or French spreadsheet writes.
  const plain = text.replace(/^(\d*),(\d+)$/, '$1.$2');
  const value = /^(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (value > 0 && value <= 1) return value;
  return `The strength "${shorten(text)}" is not a number above 0 and up to 1.`;
}

function shorten(text: string): string {
  const clean = cleanName(text) ?? '';
  return clean.length > 40 ? `${clean.slice(0, 39)}…` : clean;
}
