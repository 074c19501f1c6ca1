import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { exportBytes } from './testing/export-bytes.ts';
import {
  fixture,
  importFile,
  type InputFile,
  type Plan,
  textFile,
} from './testing/import-files.ts';

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const picture = async (): Promise<string> => {
  return new TextDecoder().decode(await exportBytes(test, 'json'));
};
const bytesFile = (name: string, bytes: Uint8Array): InputFile => ({
  name,
  bytes: new Uint8Array(bytes),
});
const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';

const refused: readonly (readonly [what: string, file: () => InputFile])[] = [
  ['an empty file', () => textFile('a.csv', '')],
  ['a picture', () => bytesFile('a.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))],
  ['Facebook friends cut short', () => textFile('f.json', '{"friends_v2":[{"name":"Jane Doe","ti')],
  [
    'a whole book cut short',
    () => textFile('b.json', '{"format":"acquaint-book","version":1,"tab'),
  ],
  ['a ZIP cut short', () => bytesFile('z.zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]))],
];

describe('a file that cannot be read', () => {
  it.each(refused)('%s ends in a sentence, with the book unchanged', async (_, file) => {
    const before = await picture();
    const result = await test.dispatch('transfer.plan', { files: [file()] });
    expect(result).toMatchObject({ ok: false });
    const { error } = result as { error: { code: string; message: string } };
    expect(error.code).not.toBe('INTERNAL');
    expect(error.message).toMatch(/^[A-Z"].*[.?]$/s);
    expect(await picture()).toBe(before);
    expect(test.book.value('SELECT count(*) FROM change_step')).toBe(1);
  });

  it('among several is named, and left alone unless a format was stated', async () => {
    const before = await picture();
    const files = [textFile('good.csv', `${header}\nJane,Doe,,,,,\n`), textFile('bad.csv', '')];
    const plan = await test.call<Plan>('transfer.plan', { files });
    expect(plan.files).toHaveLength(1);
    expect(plan.leftAlone).toEqual([
      { path: 'bad.csv', reason: expect.stringMatching(/^The file/) },
    ]);
    const stated = { files, format: 'linkedin-connections' };
    expect(await test.dispatch('transfer.plan', stated)).toMatchObject({
      ok: false,
      error: { code: 'UNREADABLE_FILE', message: expect.stringMatching(/^"bad\.csv": The file/) },
    });
    expect(await picture()).toBe(before);
  });
});

describe('a hostile file', () => {
  it.each([
    [
      '10^5 columns',
      () => `${header},${Array.from({ length: 1e5 }, (_, n) => `c${n}`).join(',')}\nJane,Doe\n`,
    ],
    ['a line of 20 MB', () => `${header}\nJane,${'x'.repeat(20 * 1024 * 1024)}\n`],
    ['__proto__ as a header', () => `${header},__proto__,constructor\nJane,Doe,,,,,,a,b\n`],
    [
      '__proto__ as a name',
      () =>
        `${header}\n__proto__,constructor,https://www.linkedin.com/in/__proto__,,__proto__,toString,\n`,
    ],
  ])('with %s is taken or refused, never a defect', async (_, text) => {
    const result = await test.dispatch('transfer.plan', { files: [textFile('a.csv', text())] });
    const planId = result.ok ? (result.value as Plan).planId : null;
    const applied = planId === null ? result : await test.dispatch('transfer.apply', { planId });
    expect(applied.ok || applied.error.code !== 'INTERNAL').toBe(true);
    expect(await test.call('book.check')).toMatchObject({ ok: true });
  });

  it('keeps what looks like a script or a formula as the text that it is', async () => {
    const name = '=HYPERLINK("javascript:alert(1)")<script>';
    await importFile(
      test,
      textFile('f.json', JSON.stringify({ friends_v2: [{ name, timestamp: 1 }] })),
    );
    expect(test.book.column('SELECT display_name FROM person WHERE is_me = 0')).toEqual([name]);
    const bytes = await exportBytes(test, 'csv');
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toMatch(
      /^\uFEFF[\s\S]*"'=HYPERLINK/,
    );
  });
});

describe('the vCards of many programs', () => {
  const names = readdirSync(new URL('./fixtures/vcards/', import.meta.url)).filter(
    (name) => name.endsWith('.vcf') && name !== 'fk-Empty.vcf',
  );

  it.each(names)('%s is imported, and adds nothing the second time', async (name) => {
    const report = await importFile(test, fixture(`vcards/${name}`));
    expect(report.people.created).toBeGreaterThan(0);
    const once = await picture();
    expect((await importFile(test, fixture(`vcards/${name}`))).importId).toBeNull();
    expect(await picture()).toBe(once);
    expect(await test.call('book.check')).toMatchObject({ ok: true });
  });

  it('have names in other letters right, and an empty one is refused', async () => {
    for (const name of ['fk-German.vcf', 'fk-Greek.vcf', 'fk-v3Utf16Bom.vcf']) {
      await importFile(test, fixture(`vcards/${name}`));
    }
    expect(test.book.column('SELECT display_name FROM person WHERE is_me = 0 ORDER BY id')).toEqual(
      ['Sören Täve Nüßlebaum', 'Βαγγέλης', 'Folker Kinzel', 'KMS Außenstelle'],
    );
    expect(
      await test.dispatch('transfer.plan', { files: [fixture('vcards/fk-Empty.vcf')] }),
    ).toMatchObject({ ok: false, error: { code: 'UNREADABLE_FILE' } });
  });
});
