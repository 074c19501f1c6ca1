/** Mastodon `following_accounts.csv`: `Account address,Show boosts,Notify on new posts,Languages`. */
import { type Format, makeFile } from '../format.ts';
import { emptyPerson, type LeftOut, type ParsedFile, type ParsedPerson } from '../parsed-file.ts';
import { account } from '../readers/platforms.ts';
import { findHeader, readTable, RowReader } from '../readers/table.ts';
import type { Header } from '../readers/csv.ts';
import type { Source } from '../source.ts';

const KEY = 'mastodon-follows';
const TITLE = 'Mastodon follows';

/** Names there are plain letters; hosts may have letters of any script. It becomes part of a link. */
const ADDRESS = /^[\w.-]+@[\p{L}\p{N}.-]+(?::\d{1,5})?$/u;

export const mastodonFollows: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 1),
  parse,
};

function isHeader(header: Header): boolean {
  return header.has('Account address');
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const reader = new RowReader(table.header);
  const people: ParsedPerson[] = [];
  const leftOut: LeftOut[] = table.leftOut;
  for (const row of table.rows) {
    const address = reader.on(row).name('Account address')?.replace(/^@/, '') ?? null;
    reader.raw('Show boosts');
    reader.raw('Notify on new posts');
    reader.raw('Languages');
    if (address === null || !ADDRESS.test(address)) {
      leftOut.push({ line: row.line, reason: 'Not an account address such as name@host.' });
      continue;
    }
    people.push({
      ...emptyPerson(row.line),
      accounts: [account('mastodon', urlOf(address), address)],
      direction: 'followed_by_owner',
      extra: reader.extra(),
    });
  }
  return makeFile(mastodonFollows, source, {
    kind: 'circle',
    platform: 'mastodon',
    direction: 'followed_by_owner',
    complete: true,
    people,
    leftOut,
  });
}

function urlOf(address: string): string {
  const [user = '', host = ''] = address.split('@');
  return `https://${host}/@${user}`;
}
