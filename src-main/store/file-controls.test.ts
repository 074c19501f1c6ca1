import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { exportForms } from '../contract/files.ts';
import { AppError } from '../contract/result.ts';
import type { Job } from './job.ts';

let test: TestBook;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-files-'));
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
  for (const name of ['Jane Doe', 'Tom Brown', 'Ann Lee'])
    await test.call('people.create', { name });
});
afterEach(() => {
  test.close();
  rmSync(folder, { recursive: true });
});

/** A job that is stopped at its first word that is this one; without one, never. */
function jobUntil(words?: string): Job & { readonly told: Set<string> } {
  const told = new Set<string>();
  return {
    told,
    stopFlag: null,
    checkpoint(done, label) {
      expect(done).toBeGreaterThanOrEqual(0);
      expect(done).toBeLessThanOrEqual(1);
      told.add(label ?? 'no words');
      if (words !== undefined && label === words) throw new AppError('STOPPED', 'Stopped.');
    },
  };
}

describe('an export', () => {
  it.each(exportForms)('as %s takes the place of what is there, and gives its size', async (as) => {
    const path = join(folder, 'out');
    writeFileSync(path, 'before');
    const answer = await test.call<{ bytes: number }>('files.export', { as, path });
    expect(readFileSync(path).byteLength).toBe(answer.bytes);
    expect(answer.bytes).toBeGreaterThan(10);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it.each(exportForms)('as %s says what it is at', async (as) => {
    const job = jobUntil();
    await test.dispatch('files.export', { as, path: join(folder, 'out') }, job);
    const says = as === 'ics' ? ['Writing the file'] : ['Reading the book', 'Writing the file'];
    expect([...job.told]).toEqual(says);
  });

  it.each(['Reading the book', 'Writing the file'])(
    'stopped at "%s", leaves the old file as it was and no draft of the new one',
    async (words) => {
      const path = join(folder, 'out.json');
      writeFileSync(path, 'before');
      const result = await test.dispatch('files.export', { as: 'json', path }, jobUntil(words));
      expect(result).toMatchObject({ ok: false, error: { code: 'STOPPED' } });
      expect(readFileSync(path, 'utf8')).toBe('before');
      expect(readdirSync(folder)).toEqual(['out.json']);
    },
  );

  it('that cannot be written is refused in a sentence that names the file', async () => {
    const path = join(folder, 'no-such-folder', 'out.csv');
    expect(await test.dispatch('files.export', { as: 'csv', path })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND', message: expect.stringContaining(path) as string },
    });
  });

  it('is of the moment it was asked for, though the book changes while the file is written', async () => {
    const path = join(folder, 'out.csv');
    const written = test.dispatch('files.export', { as: 'csv', path });
    const added = test.dispatch('people.create', { name: 'Zoe Late' });
    expect((await Promise.all([written, added])).every(({ ok }) => ok)).toBe(true);
    expect(readFileSync(path, 'utf8')).not.toContain('Zoe Late');
  });
});

describe('the mirror of the book in a folder', () => {
  const cards = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.vcf'));

  it('has a card for each person, and follows the book', async () => {
    const first = await test.call('files.mirrorCards', { folder });
    expect(first).toEqual({ written: 4, unchanged: 0, removed: 0, kept: [] });
    expect(cards()).toContain('jane-doe-2.vcf');
    expect(readFileSync(join(folder, 'jane-doe-2.vcf'), 'utf8')).toContain('FN:Jane Doe');
    await test.call('people.remove', { ids: [2] });
    const second = await test.call('files.mirrorCards', { folder });
    expect(second).toEqual({ written: 0, unchanged: 3, removed: 1, kept: [] });
  });

  it('lets others be answered while its cards are written', async () => {
    test.book.run(
      `WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
       INSERT INTO person (is_me, display_name, folded_name, created_at)
       SELECT 0, 'Person ' || i, 'person ' || i, '2026-01-01' FROM n`,
    );
    const asked: Promise<unknown>[] = [];
    const order: string[] = [];
    const job: Job = {
      stopFlag: null,
      checkpoint(_, label) {
        if (label !== 'Writing the cards' || asked.length > 0) return;
        asked.push(test.call('people.get', { id: 2 }).then(() => order.push('short')));
      },
    };
    await test.dispatch('files.mirrorCards', { folder }, job).then(() => order.push('mirror'));
    await Promise.all(asked);
    expect(order).toEqual(['short', 'mirror']);
  });

  it('stopped, says that what is written stays, and has a list of it', async () => {
    const job = jobUntil('Writing the cards');
    expect(await test.dispatch('files.mirrorCards', { folder }, job)).toMatchObject({
      error: { code: 'STOPPED', message: expect.stringContaining('stay there') as string },
    });
    expect(readdirSync(folder)).toEqual(['.acquaint-cards.json']);
  });

  it('that cannot be written is refused in a sentence that names the folder', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await test.dispatch('files.mirrorCards', { folder: file })).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining(file) as string },
    });
  });
});

it('a backup is written beside whatever is there', async () => {
  mkdirSync(join(folder, 'deep'));
  const path = join(folder, 'deep', 'copy.acquaint');
  await test.call('files.backup', { path });
  expect(existsSync(path)).toBe(true);
  expect(await test.dispatch('files.backup', { path })).toMatchObject({
    error: { code: 'CONFLICT' },
  });
});
