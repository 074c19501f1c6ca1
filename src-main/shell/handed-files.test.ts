import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pieceSize } from '../contract/file-sizes.ts';
import { HandedFiles, readHandedPaths, wordsToComeBack } from './handed-files.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-handed-'));
  mkdirSync(at('folder.csv'));
  for (const name of ['a.csv', 'b.vcf', 'Mine.ACQUAINT', 'other.acquaint', '-dash.csv']) {
    writeFileSync(at(name), name);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the files that a command line names', () => {
  it('are those that exist, told from switches, folders and the program itself', () => {
    const argv = [
      at('a.csv'),
      '--user-data-dir=/x',
      'b.vcf',
      '',
      at('folder.csv'),
      'nowhere.csv',
      '-dash.csv',
      at('a.csv'),
    ];
    expect(readHandedPaths(argv, folder)).toEqual({
      book: null,
      files: [at('b.vcf'), at('a.csv')],
    });
  });

  it('are left out of the words by which the program comes back with others', () => {
    const argv = ['x', at('folder.csv'), '--no-sandbox', at('other.acquaint'), 'a.csv'];
    const words = wordsToComeBack(argv, folder, {
      book: at('Mine.ACQUAINT'),
      files: [at('b.vcf')],
    });
    expect(words).toEqual([at('folder.csv'), '--no-sandbox', at('Mine.ACQUAINT'), at('b.vcf')]);
    expect(readHandedPaths(['x', ...words], folder)).toEqual({
      book: at('Mine.ACQUAINT'),
      files: [at('b.vcf')],
    });
  });

  it('are a book when they are named like one, the first of several', () => {
    expect(readHandedPaths(['x', 'a.csv', 'Mine.ACQUAINT', 'other.acquaint'], folder)).toEqual({
      book: at('Mine.ACQUAINT'),
      files: [at('a.csv')],
    });
  });
});

/** Reads a file that was taken as the page does it. */
async function readWhole(handed: HandedFiles, id: number): Promise<string> {
  const pieces: Buffer[] = [];
  for (let start = 0; ; ) {
    const { bytes, isLast } = await handed.read(id, start);
    pieces.push(Buffer.from(bytes));
    start += bytes.length;
    if (isLast) return Buffer.concat(pieces).toString();
  }
}

describe('files that wait for the page', () => {
  it('are given once, each once, with their bytes', async () => {
    const handed = new HandedFiles();
    handed.add([at('a.csv')]);
    handed.add([at('b.vcf'), at('a.csv')]);
    const files = handed.take();
    expect(files.map(({ name }) => name)).toEqual(['a.csv', 'b.vcf']);
    expect(handed.take()).toEqual([]);
    for (const { id, name } of files) expect(await readWhole(handed, id)).toBe(name);
    await expect(handed.read(files[0]?.id ?? 0, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([0, pieceSize - 1, pieceSize, pieceSize + 1, 3 * pieceSize])(
    'come in pieces: %d bytes',
    async (length) => {
      const written = Array.from({ length }, (_, place) => String(place % 10)).join('');
      writeFileSync(at('pieces.csv'), written);
      const handed = new HandedFiles();
      handed.add([at('pieces.csv')]);
      const [file] = handed.take();
      expect((await readWhole(handed, file?.id ?? 0)) === written).toBe(true);
    },
  );

  it('are refused when they are gone, or too large for memory', async () => {
    const handed = new HandedFiles();
    handed.add([at('gone.csv')]);
    expect(() => handed.take()).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    writeFileSync(at('large.csv'), '');
    truncateSync(at('large.csv'), 600 * 1024 * 1024);
    handed.add([at('large.csv')]);
    expect(() => handed.take()).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }));
    handed.add([at('pieces.csv')]);
    const [file] = handed.take();
    rmSync(at('pieces.csv'));
    await expect(handed.read(file?.id ?? 0, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
