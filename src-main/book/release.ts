import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the ledger of migrations is told of a program: a version as npm has it, "1.20.3". */
const form = /^\d+\.\d+\.\d+[\w.+-]{0,40}$/;

/** The release that this program is; null when it cannot be told. From here it is as far to package.json as from dist/main. */
export const release: string | null = readOwn();

function readOwn(): string | null {
  try {
    const file = resolve(import.meta.dirname, '..', '..', 'package.json');
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return checkRelease((manifest as { readonly version?: unknown }).version);
  } catch {
    return null;
  }
}

/** What was read as the version of a release, wherever from; null when it is none. */
export function checkRelease(value: unknown): string | null {
  return typeof value === 'string' && form.test(value) ? value : null;
}
