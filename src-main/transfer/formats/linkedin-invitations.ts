/** LinkedIn `Invitations.csv`: `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl`. */
import { type Format, makeFile } from '../format.ts';
import type { LeftOut, ParsedFile, ParsedOwner } from '../parsed-file.ts';
import type { Header } from '../readers/csv.ts';
import { newestDate, parseDate } from '../readers/dates.ts';
import { InteractionCollector } from '../readers/interactions.ts';
import { findHeader, readTable, RowReader } from '../readers/table.ts';
import type { Source } from '../source.ts';
import { linkedinAccount } from './linkedin-connections.ts';

const KEY = 'linkedin-invitations';
const TITLE = 'LinkedIn invitations';

export const linkedinInvitations: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 1),
  parse,
};

function isHeader(header: Header): boolean {
  return header.has('From', 'To', 'Sent At', 'Direction');
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const row = new RowReader(table.header);
  const collector = new InteractionCollector('invitation');
  const leftOut: LeftOut[] = table.leftOut;
  const dates: (string | null)[] = [];
  let owner: ParsedOwner | null = null;
  for (const cells of table.rows) {
    row.on(cells);
    const direction = row.name('Direction')?.toLowerCase();
    const from = side(row.name('From'), row.raw('inviterProfileUrl'));
    const to = side(row.name('To'), row.raw('inviteeProfileUrl'));
    const isIncoming = direction === 'incoming';
    const other = isIncoming ? from : to;
    if ((!isIncoming && direction !== 'outgoing') || other.key === null) {
      leftOut.push({ line: row.line, reason: 'An invitation without direction or name.' });
      continue;
    }
    const me = isIncoming ? to : from;
    owner ??= { name: me.name, accounts: me.account === null ? [] : [me.account] };
    const date = parseDate(row.raw('Sent At'), 'mdy');
    dates.push(date);
    collector.add(other.key, row.line, other, isIncoming ? 'in' : 'out', date);
  }
  return makeFile(linkedinInvitations, source, {
    kind: 'interactions',
    platform: 'linkedin',
    asOf: newestDate(dates),
    owner,
    people: collector.people(),
    leftOut,
  });
}

function side(name: string | null, url: string | null) {
  const account = linkedinAccount(url, name);
  return { name, account, key: account?.handle ?? account?.url ?? account?.displayName ?? null };
}
