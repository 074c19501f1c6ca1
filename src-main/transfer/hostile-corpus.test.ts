import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { ExportForm } from '../contract/files.ts';
import type { Result } from '../contract/result.ts';
import { exportBytes } from './testing/export-bytes.ts';
import { fixture, type InputFile, type Plan } from './testing/import-files.ts';

type Expected =
  | { readonly refused: string }
  /** Their names as the book then shows them, in the order in which they came. */
  | { readonly people: readonly (string | null)[] };

const folder = new URL('./fixtures/hostile/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Readonly<
  Record<string, Expected>
>;
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/^(README\.md|expected\.json)$/.test(entry.name))
  .map(({ name, parentPath }) => `${parentPath.slice(parentPath.lastIndexOf('/') + 1)}/${name}`);

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
});
afterEach(() => test.close());

/** Of all that the book holds. */
async function hashBook(): Promise<string> {
  const bytes = await exportBytes(test, 'json');
  return createHash('sha256').update(bytes).digest('hex');
}

/** Plans, and applies what can be planned. */
async function takeIn(file: InputFile): Promise<Result<unknown>> {
  const plan = await test.dispatch('transfer.plan', {
    files: [file],
    event: { title: 'A meeting', heldOn: '2026-01-01' },
    mine: ['ada@me.example'],
  });
  return plan.ok ? test.dispatch('transfer.apply', { planId: (plan.value as Plan).planId }) : plan;
}

async function expectRefused(file: InputFile, code: string): Promise<void> {
  const before = await hashBook();
  const steps = test.book.value('SELECT count(*) FROM change_step');
  const result = await takeIn(file);
  const message: unknown = expect.stringMatching(/^["A-Z][^]{10,600}[.?]$/);
  expect(result).toMatchObject({ ok: false, error: { code, message } });
  expect(await hashBook()).toBe(before);
  expect(test.book.value('SELECT count(*) FROM change_step')).toBe(steps);
}

/** What must hold of a book whatever was read into it. */
async function expectInert(): Promise<void> {
  expect(await test.call('book.check')).toMatchObject({ ok: true });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  const names = test.book.column<string>(
    `SELECT display_name FROM person WHERE display_name IS NOT NULL
     UNION ALL SELECT name FROM organisation UNION ALL SELECT name FROM tag UNION ALL SELECT name FROM person_name`,
  );
  expect(names.filter((name) => /[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Cs}/u.test(name))).toEqual(
    [],
  );
  // What the window offers to open is a page or nothing.
  const links = test.book.column<string>('SELECT url FROM account WHERE url IS NOT NULL');
  expect(links.filter((link) => !/^https?:\/\/[^\s<>"']+$/.test(link))).toEqual([]);
  const exported = async (as: ExportForm): Promise<string> =>
    new TextDecoder().decode(await exportBytes(test, as));
  const cells = Papa.parse<string[]>((await exported('csv')).trim()).data.flat();
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  const cards = (await exported('vcard4')).match(/^BEGIN:VCARD\r$/gm) ?? [];
  expect(cards).toHaveLength(test.book.value<number>('SELECT count(*) FROM person') ?? -1);
  for (const as of ['graphml', 'gexf'] as const)
    expect(await exported(as)).not.toContain('<script');
}

describe('the corpus of files that are damaged or mean harm', () => {
  it('is whole: each file has its expectation', () => {
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
    expect(files.length).toBeGreaterThan(80);
  });

  it.each(Object.entries(expected))('%s', async (path, wanted) => {
    // A whole book can be read into an empty one only.
    if (!path.includes('/book-')) await test.call('book.setMe', { name: 'Ada Me' });
    const file = { ...fixture(`hostile/${path}`), name: path.slice(path.indexOf('/') + 1) };
    if ('refused' in wanted) {
      await expectRefused(file, wanted.refused);
      return;
    }
    expect(await takeIn(file)).toMatchObject({ ok: true });
    expect(test.book.column('SELECT display_name FROM person WHERE is_me = 0 ORDER BY id')).toEqual(
      wanted.people,
    );
    await expectInert();
    const once = await hashBook();
    expect(await takeIn(file)).toMatchObject({ ok: true, value: { files: expect.any(Array) } });
    expect(await hashBook()).toBe(once);
  });
});

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const made = (name: string, content: string | Uint8Array): InputFile => ({
  name,
  bytes: new Uint8Array(typeof content === 'string' ? strToU8(content) : content),
});

describe('what is too large to be kept as a file', () => {
  beforeEach(() => test.call('book.setMe', { name: 'Ada Me' }));

  const bomb = (megabytes: number): Uint8Array =>
    zipSync({ 'Connections.csv': new Uint8Array(megabytes * 1024 * 1024) }, { level: 9 });

  it.each<readonly [string, string, () => InputFile]>([
    ['an archive that grows a thousand times', 'UNKNOWN_FORMAT', () => made('a.zip', bomb(50))],
    [
      'an archive of archives that grow',
      'UNKNOWN_FORMAT',
      () => made('a.zip', zipSync({ 'b.zip': bomb(20), 'c.zip': bomb(20) })),
    ],
    [
      'compressed noise without an archive around it',
      'UNKNOWN_FORMAT',
      () => made('a.csv', deflateRawSync(new Uint8Array(50 * 1024 * 1024))),
    ],
    ['a line of 20 MB', 'TOO_LARGE', () => made('a.csv', `${header}\nJane,${'x'.repeat(2e7)}\n`)],
    [
      '100,000 columns',
      'TOO_LARGE',
      () => made('a.csv', `${header}${',x'.repeat(1e5)}\nJane,Doe\n`),
    ],
    [
      'brackets 200,000 deep',
      'UNKNOWN_FORMAT',
      () => made('a.json', `${'['.repeat(2e5)}${']'.repeat(2e5)}`),
    ],
    ['30 MB of zeros', 'UNKNOWN_FORMAT', () => made('a.csv', new Uint8Array(30 * 1024 * 1024))],
  ])('%s is refused', async (_, code, make) => {
    await expectRefused(make(), code);
  });

  it.each<readonly [string, () => string]>([
    [
      'a photo of 50 MB',
      () => `FN:Jane Doe\nPHOTO;ENCODING=b:${Buffer.alloc(37_500_000, 0xff).toString('base64')}`,
    ],
    ['a note folded a million times', () => `FN:Jane Doe\nNOTE:a${'\n b'.repeat(1e6)}`],
    [
      'a name folded into its letters',
      () => `FN:Jane Doe${'\n '.repeat(1e5)}\nX-ODD:${'\n \n '.repeat(1e5)}`,
    ],
    ['100,000 parameters', () => `FN${';A=b'.repeat(1e5)}:Jane Doe`],
  ])('a card with %s brings its person', async (_, body) => {
    expect(
      await takeIn(made('a.vcf', `BEGIN:VCARD\nVERSION:3.0\n${body()}\nEND:VCARD\n`)),
    ).toMatchObject({ ok: true });
    expect(test.book.column('SELECT display_name FROM person WHERE is_me = 0')).toEqual([
      'Jane Doe',
    ]);
    await expectInert();
  });
});
