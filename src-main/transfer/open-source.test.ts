import { crc32, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openSource, type SourceEntry } from './open-source.ts';
import { readFixture, refusalOf } from './testing/fixture.ts';

const ME = 'world/me/';
const LISTS = [
  'linkedin/Connections.csv',
  'facebook/connections/friends/your_friends.json',
  'x/data/follower.js',
  'x/data/following.js',
  'instagram/connections/followers_and_following/followers_1.json',
  'instagram/connections/followers_and_following/following.json',
  'google/contacts.csv',
  'outlook/contacts.csv',
  'phone/contacts.vcf',
  'mastodon/following_accounts.csv',
];

function zip(files: Record<string, Uint8Array>): SourceEntry {
  return { path: 'export.zip', bytes: zipSync(files) };
}

describe('a ZIP or a folder', () => {
  it('finds every known list of an archive, and names the rest as left alone', () => {
    const lists = Object.fromEntries(LISTS.map((path) => [path, readFixture(`${ME}${path}`)]));
    const { files, leftAlone } = openSource([
      zip({
        ...lists,
        'photos/1.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
        'linkedin/Skills.csv': strToU8('Name\nFencing\nCooking\n'),
        'linkedin/Profile.csv': strToU8('First Name,Last Name,Headline\nMe,Myself,Boss\n'),
        'readme.txt': strToU8('hello there, this is your data'),
        '__MACOSX/._a': strToU8('x'),
      }),
    ]);
    expect(files.map(({ path }) => path)).toEqual(LISTS.map((path) => `export.zip/${path}`));
    expect(files.map(({ parsed }) => parsed.people.length)).toEqual([
      412, 353, 833, 298, 100, 70, 120, 55, 40, 55,
    ]);
    expect(leftAlone.map(({ path }) => path)).toEqual([
      'export.zip/photos/1.jpg',
      'export.zip/linkedin/Skills.csv',
      'export.zip/linkedin/Profile.csv',
      'export.zip/readme.txt',
      'export.zip/__MACOSX/._a',
    ]);
  });

  it('takes a folder like an archive', () => {
    const entries = LISTS.map((path) => ({
      path: `me/${path}`,
      bytes: readFixture(`${ME}${path}`),
    }));
    const damaged = { path: 'me/broken.json', bytes: strToU8('{"friends_v2": [{"name": "Ja') };
    const { files, leftAlone } = openSource([...entries, damaged]);
    expect(files).toHaveLength(LISTS.length);
    expect(leftAlone).toEqual([
      { path: 'me/broken.json', reason: expect.stringContaining('cut short') },
    ]);
  });

  it('joins the parts of one circle, but not the lists of two people', () => {
    const part = (id: string): Uint8Array =>
      strToU8(`window.YTD.follower.part${Number(id) - 1} = [{"follower":{"accountId":"${id}"}}]`);
    const { files } = openSource([
      zip({
        'data/follower.js': part('1'),
        'data/follower-part1.js': part('2'),
        'other/follower.js': part('1'),
        'a/Connections.csv': readFixture(`${ME}linkedin/Connections.csv`),
        'b/Connections.csv': readFixture('world/colleague/linkedin/Connections.csv'),
      }),
    ]);
    expect(files.map(({ parsed }) => [parsed.people.length, parsed.complete])).toEqual([
      [2, true],
      [1, true],
      [412, true],
      [287, true],
    ]);
  });

  it.each([
    ['a web page', strToU8('\n<!DOCTYPE html><html><body>Jane Doe</body></html>'), 'JSON'],
    ['an old Excel workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'CSV'],
    ['a PDF', strToU8('%PDF-1.7\n'), 'PDF'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1]), 'picture'],
    ['a new Excel workbook', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'CSV'],
  ])('says what to choose instead of %s', (_, bytes, word) => {
    const error = refusalOf(() => openSource([{ path: 'friends', bytes }]));
    expect(error.code).toBe('UNKNOWN_FORMAT');
    expect(error.message).toContain(word);
  });

  it('takes what it can of several files, also lists that only the user can know to be lists', () => {
    const { files, leftAlone } = openSource([
      { path: 'empty.vcf', bytes: new Uint8Array() },
      { path: 'names.txt', bytes: strToU8('Jane Doe\nTom Brown\n') },
      { path: 'Connections.csv', bytes: readFixture(`${ME}linkedin/Connections.csv`) },
    ]);
    expect(files.map(({ parsed }) => parsed.format)).toEqual(['name-list', 'linkedin-connections']);
    expect(leftAlone).toEqual([{ path: 'empty.vcf', reason: expect.stringContaining('empty') }]);
  });

  it('refuses a single file that is not known, and an archive with nothing known', () => {
    expect(refusalOf(() => openSource([{ path: 'a.txt', bytes: strToU8('?') }])).code).toBe(
      'UNKNOWN_FORMAT',
    );
    const error = refusalOf(() => openSource([zip({ 'a.txt': strToU8('?') })]));
    expect(error.code).toBe('UNKNOWN_FORMAT');
    expect(error.details).toEqual({
      leftAlone: [{ path: 'export.zip/a.txt', reason: expect.any(String) }],
    });
  });
});

/** One entry with a header that says what the test wants. */
function forgedZip(options: {
  path?: string;
  data: Uint8Array;
  size: number;
  checksum?: number;
  flags?: number;
  method?: number;
}): Uint8Array {
  const { path = 'a.csv', data, size, checksum = 0, flags = 0, method = 8 } = options;
  const name = Buffer.from(path, 'utf8');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(checksum, 16);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return new Uint8Array(Buffer.concat([local, name, data, entry, name, end]));
}

describe('a hostile archive', () => {
  const people = strToU8('First Name,Last Name,Company,Position,Connected On\nA,B,,,\n');
  const open = (bytes: Uint8Array) => () => openSource([{ path: 'z.zip', bytes }]);
  const reasonOf = (bytes: Uint8Array): string =>
    JSON.stringify(refusalOf(open(bytes)).details ?? {});

  it('is read when it is honest', () => {
    const bytes = forgedZip({
      data: deflateRawSync(people),
      size: people.length,
      checksum: crc32(people),
    });
    expect(open(bytes)().files).toHaveLength(1);
  });

  it('may not grow past what it says, nor more than lists do', () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000));
    expect(reasonOf(forgedZip({ data: bomb, size: 1000 }))).toContain('damaged, or larger');
    expect(reasonOf(forgedZip({ data: bomb, size: 50_000_000 }))).toContain('attack');
    expect(reasonOf(forgedZip({ data: bomb, size: 300 * 1048576 }))).toContain(
      'the limit is 256 MB',
    );
    expect(refusalOf(open(forgedZip({ data: bomb, size: 0xffffff00 }))).code).toBe('TOO_LARGE');
  });

  it('may not name paths outside of itself', () => {
    for (const path of ['../a.csv', 'x/../../a.csv', '/etc/passwd', 'C:\\a.csv', '..\\a.csv']) {
      const bytes = forgedZip({
        path,
        data: deflateRawSync(people),
        size: people.length,
        checksum: crc32(people),
      });
      expect(reasonOf(bytes)).toContain('out of the archive');
    }
  });

  it('is refused when it is damaged, locked or packed in another way', () => {
    const data = deflateRawSync(people);
    const size = people.length;
    expect(reasonOf(forgedZip({ data, size, checksum: 1 }))).toContain('is damaged');
    expect(reasonOf(forgedZip({ data, size, flags: 1 }))).toContain('password');
    expect(reasonOf(forgedZip({ data, size, method: 99 }))).toContain('unknown here');
    expect(reasonOf(forgedZip({ data: strToU8('junk'), size }))).toContain('damaged');
  });

  it('ends in a sentence wherever it is cut', () => {
    const whole = zipSync({ 'a.csv': people, 'b/c.csv': people });
    for (let length = 4; length < whole.length; length++) {
      expect(refusalOf(open(whole.subarray(0, length))).message).toMatch(/\.$/);
    }
  });

  it('does not take an archive inside an archive', () => {
    const inner = zipSync({ 'a.csv': people });
    expect(refusalOf(open(zipSync({ 'inner.zip': inner, inner }))).code).toBe('UNKNOWN_FORMAT');
  });
});
