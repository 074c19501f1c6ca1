import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

let folder: string;
let book: string;

const at = (name: string): string => join(folder, name);

/** What a command answers, or the body of its error. */
async function run<Value = unknown>(...argv: string[]): Promise<Value> {
  const { out } = await runCli(['--book', book, ...argv, '--json'], {});
  return JSON.parse(out) as Value;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-cli-'));
  book = at('book.acquaint');
  writeFileSync(at('ties.csv'), 'From,To,Platform,Strength\nMe Myself,Anna,Facebook,0.9\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an encrypted book', () => {
  it('takes its passphrase from the environment or a file, and never opens without', async () => {
    await run('me', 'Me Myself');
    writeFileSync(at('word'), 'four plain English words\n');
    writeFileSync(at('next'), 'another line of words\n');
    const word = ['--passphrase-file', at('word')];
    const { recoveryKey } = await run<{ recoveryKey: string }>('encrypt', ...word);
    expect(recoveryKey).toHaveLength(56 + 13);
    expect(await run('brokers')).toMatchObject({
      error: {
        code: 'PASSPHRASE_NEEDED',
        message: expect.stringContaining('ACQUAINT_PASSPHRASE'),
      },
    });
    expect(await run('brokers', '--passphrase-file', at('next'))).toMatchObject({
      error: { code: 'WRONG_PASSPHRASE' },
    });
    await run('import', at('ties.csv'), ...word);
    await run('passphrase', ...word, '--new-passphrase-file', at('next'));
    const environment = { ACQUAINT_PASSPHRASE: 'another line of words' };
    const argv = ['--book', book, 'search', 'Anna', '--json'];
    expect(await runCli(argv, environment)).toMatchObject({ exitCode: 0 });
    const next = ['--passphrase-file', at('next')];
    await run('backup', at('copy.acquaint'), ...next);
    expect(readFileSync(at('copy.acquaint')).includes('Anna')).toBe(false);
    book = at('other.acquaint');
    await run('restore', at('copy.acquaint'), ...next);
    expect(await run('check', ...next)).toMatchObject({ ok: true });
    await run('decrypt', ...next);
    expect(await run('person', 'Anna')).not.toHaveProperty('error');
  });
});
