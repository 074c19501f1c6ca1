import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestBook } from '../../book/testing/make-book.ts';
import type { ExportForm } from '../../contract/files.ts';
import type { InputFile } from './import-files.ts';

/** What an export writes, of the whole book or of some people. */
export async function exportBytes(
  test: TestBook,
  as: ExportForm,
  people?: readonly (number | undefined)[],
): Promise<InputFile['bytes']> {
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-export-'));
  try {
    const path = join(folder, 'export');
    await test.call('files.export', { as, path, ...(people === undefined ? {} : { people }) });
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
