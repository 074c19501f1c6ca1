import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

let folder: string;
let book: string;

const at = (name: string): string => join(folder, name);

/** Runs a command on the test's book and gives the parsed answer; fails if it is an error. */
async function run<Value = unknown>(...argv: string[]): Promise<Value> {
  const { exitCode, out } = await runCli(['--book', book, ...argv, '--json'], {});
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: expect.any(String) });
  return JSON.parse(out) as Value;
}

async function fail(
  ...argv: string[]
): Promise<{ code: string; message: string; details?: unknown }> {
  const { exitCode, out } = await runCli(['--book', book, ...argv, '--json'], {});
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: expect.any(String) });
  return (JSON.parse(out) as { error: { code: string; message: string } }).error;
}

const text = async (...argv: string[]): Promise<string> =>
  (await runCli(['--book', book, ...argv], {})).out;

/** Me – Anna 0.9 – Tom 0.8 – Zoë 0.5; me – Ben 0.4 – Tom 0.9; Kim hangs on Anna alone. */
const ties = `From,To,Platform,Strength,Since,Note
Me Myself,Anna,Facebook,0.9,,
Anna,Tom,Facebook,0.8,,
Tom,Zoë Müller,LinkedIn,0.5,,
Me Myself,Ben,Facebook,0.4,,
Ben,Tom,Facebook,0.9,,
Anna,Kim,Facebook,0.7,,
`;
const linkedIn = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Byron,https://www.linkedin.com/in/ada,,Acme Print,Designer,08 Feb 2026
Alan,Moore,https://www.linkedin.com/in/alan,,Acme Print,Printer,09 Feb 2026
,,,,,,10 Feb 2026
`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-cli-'));
  book = at('book.acquaint');
  writeFileSync(at('ties.csv'), ties);
  writeFileSync(at('Connections.csv'), linkedIn);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const setUpNetwork = async (): Promise<void> => {
  await run('me', 'Me Myself');
  await run('import', at('ties.csv'));
};

describe('the command line', () => {
  it('makes the book and says who I am', async () => {
    expect(await run('me', 'Me Myself')).toEqual({ me: { id: 1, name: 'Me Myself' } });
    expect(existsSync(book)).toBe(true);
  });

  it('imports in the agreed shape; the same file again adds nothing', async () => {
    await run('me', 'Me Myself');
    expect(await run('import', at('ties.csv'))).toEqual({
      importId: 1,
      people: { created: 5, matched: 0, unsure: 0, unchanged: 1 },
      ties: { created: 6, unchanged: 0 },
      leftOut: [],
    });
    expect(await run('import', at('ties.csv'))).toMatchObject({
      people: { created: 0 },
      ties: { created: 0, unchanged: 6 },
    });
  });

  it('shows with --dry-run what an import would do, and writes nothing', async () => {
    await run('me', 'Me Myself');
    const planned = await run<object>('import', at('Connections.csv'), '--dry-run');
    expect(planned).toMatchObject({ importId: null, people: { created: 2 }, ties: { created: 2 } });
    expect(await run('check')).toMatchObject({ counts: { people: 0, ties: 0 } });
    const done = await run<object>('import', at('Connections.csv'));
    expect(done).toEqual({ ...planned, importId: 1 });
    expect(done).toMatchObject({ leftOut: [{ line: 4 }] });
  });

  it('takes several paths, a folder and an archive, with an entry for each', async () => {
    mkdirSync(at('export/connections'), { recursive: true });
    writeFileSync(at('export/connections/Connections.csv'), linkedIn);
    writeFileSync(at('export/photo.jpg'), 'not read');
    writeFileSync(at('export.zip'), zipSync({ 'Connections.csv': Buffer.from(linkedIn) }));
    await run('me', 'Me Myself');
    const { files } = await run<{ files: { file: string; people: object; ties: object }[] }>(
      'import',
      at('Connections.csv'),
      at('export'),
      '--of',
      'Anna',
    );
    expect(files.map(({ file }) => file)).toEqual([at('Connections.csv'), at('export')]);
    expect(files.map(({ ties: counts }) => counts)).toMatchObject([
      { created: 3, unchanged: 0 },
      { created: 0, unchanged: 3 },
    ]);
    expect(await run('import', at('export.zip'), '--of', 'Anna')).toMatchObject({
      people: { created: 0, unchanged: 2 },
      ties: { created: 0 },
    });
    expect(await run('person', 'Anna')).toMatchObject({ name: 'Anna', tieCount: 3 });
  });

  it('answers overlap with me or with another, each side under its own name', async () => {
    await setUpNetwork();
    expect(await run('overlap', 'Tom')).toEqual({
      a: { id: 3, name: 'Tom', size: 3 },
      b: { id: 1, name: 'Me Myself', size: 2 },
      shared: 2,
      sharedWeak: 0,
      onlyA: 1,
      onlyB: 0,
      jaccard: 2 / 3,
      byPlatform: [
        { platform: 'linkedin', sizeA: 1, sizeB: 0, shared: 0 },
        { platform: 'facebook', sizeA: 2, sizeB: 2, shared: 2 },
      ],
    });
    expect(await run('overlap', 'Anna', 'Ben')).toMatchObject({
      a: { name: 'Anna', size: 3 },
      b: { name: 'Ben', size: 2 },
      shared: 2,
    });
    expect(await run('overlap', 'Tom', '--platform', 'LinkedIn')).toMatchObject({ shared: 0 });
  });

  it('answers chain with the best first, names in order and the evidence of each tie', async () => {
    await setUpNetwork();
    const answer = await run<{
      to: object;
      paths: { strength: number; people: string[]; ties: object[] }[];
    }>('chain', 'Zoë Müller', '--paths', '2');
    expect(answer.to).toMatchObject({ name: 'Zoë Müller' });
    expect(answer.paths.map(({ people }) => people)).toEqual([
      ['Me Myself', 'Anna', 'Tom', 'Zoë Müller'],
      ['Me Myself', 'Ben', 'Tom', 'Zoë Müller'],
    ]);
    expect(answer.paths[0]?.strength).toBeCloseTo(0.9 * 0.8 * 0.5, 12);
    expect(answer.paths[0]?.ties[0]).toMatchObject({
      strength: 0.9,
      evidence: expect.arrayContaining([
        expect.objectContaining({ kind: 'platform_link', platform: 'facebook' }),
      ]),
    });
    expect(await run('chain', 'Zoë Müller', '--hops', '2')).toMatchObject({ paths: [] });
  });

  it('answers ask by name, organisation and tag, with what is near when there is none', async () => {
    await setUpNetwork();
    await run('import', at('Connections.csv'), '--of', 'Ben');
    const byName = await run<{ targets: object[]; ask: { name: string; people: string[] }[] }>(
      'ask',
      'Zoë Müller',
      'Kim',
    );
    expect(byName.targets).toHaveLength(2);
    expect(byName.ask.map(({ people }) => people)).toEqual([
      ['Me Myself', 'Anna', 'Kim'],
      ['Me Myself', 'Ben', 'Tom', 'Anna', 'Kim'],
    ]);
    const atOrg = await run<{ targets: { name: string }[]; ask: { name: string }[] }>(
      'ask',
      '--at',
      'ACME print',
    );
    expect(atOrg.targets.map(({ name }) => name).toSorted()).toEqual(['Ada Byron', 'Alan Moore']);
    expect(atOrg.ask.map(({ name }) => name)).toEqual(['Anna', 'Ben']);
    const missing = await fail('ask', '--at', 'Acme');
    expect(missing).toMatchObject({ code: 'NOT_FOUND' });
    expect(missing.message).toContain('Acme Print');
    expect((await fail('ask', '--at', 'Acme Pritn')).message).toContain('Acme Print');
    expect(await fail('ask', '--tag', 'brand')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await fail('ask')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await fail('ask', 'Kim', '--tag', 'x')).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('answers reach, the best to ask, and brokers', async () => {
    await setUpNetwork();
    expect(await run('reach', 'Anna', 'Ben')).toEqual({
      through: ['Anna', 'Ben'],
      hops: 1,
      people: 2,
      newToMe: 2,
      each: [
        { name: 'Anna', adds: 2, exclusive: 1 },
        { name: 'Ben', adds: 0, exclusive: 0 },
      ],
      interval: { low: 2, high: 2 },
    });
    expect(await run('reach', '--best', '2')).toMatchObject({
      picks: [{ name: 'Anna', adds: 2 }],
      newToMe: 2,
    });
    expect(await run('brokers')).toMatchObject({
      pairsJoinedOnlyByMe: 0,
      articulationPoints: ['Anna', 'Tom'],
    });
  });

  it('addresses people by name or #id, and lists the candidates of a name that several bear', async () => {
    await setUpNetwork();
    expect(await run('person', '#2')).toMatchObject({ name: 'Anna' });
    await run('import', at('ties.csv'), '--of', 'Anna');
    writeFileSync(
      at('list.csv'),
      linkedIn.replace(
        'Ada,Byron,https://www.linkedin.com/in/ada',
        'Kim,,https://www.linkedin.com/in/kim-2',
      ),
    );
    await run('import', at('list.csv'));
    const error = await fail('overlap', 'Kim');
    expect(error.code).toBe('AMBIGUOUS_NAME');
    expect(error.details).toMatchObject({ candidates: [{ name: 'Kim' }, { name: 'Kim' }] });
    expect(await fail('overlap', 'Nobody At All')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('finds people by a search, undoes and does again', async () => {
    await setUpNetwork();
    expect(await run('search', 'zoe')).toMatchObject({ people: [{ name: 'Zoë Müller' }] });
    expect(await run('undo')).toEqual({ undone: 'Import ties.csv' });
    expect(await run('search', 'zoe')).toMatchObject({ people: [] });
    expect(await run('redo')).toEqual({ redone: 'Import ties.csv' });
    expect(await run('search', 'zoe')).toMatchObject({ people: [{ name: 'Zoë Müller' }] });
    expect(await run('check')).toMatchObject({ ok: true, counts: { people: 5, ties: 6 } });
  });

  it('lists the backups, and saves what can be read of a damaged book into another', async () => {
    await run('me', 'Robin Me');
    expect(await fail('salvage')).toMatchObject({ code: 'CONFLICT' });
    expect(await run('backups')).toEqual({ folder: at('book-backups'), copies: [] });
    expect(await text('backups')).toBe('There are no backups yet.');
    await run('undo');
    const bytes = readFileSync(book);
    bytes.fill(0x5a, bytes.length - 4096, bytes.length - 3900);
    writeFileSync(book, bytes);
    expect(await fail('check')).toMatchObject({ code: 'CORRUPT' });
    const saved = await run<{ path: string; tables: unknown[] }>('salvage');
    expect(saved.tables.length).toBeGreaterThan(20);
    expect(readFileSync(book).equals(bytes)).toBe(true);
    expect(await run('backups')).toMatchObject({ copies: [{ reason: 'saved', place: 'aside' }] });
    expect(await text('backups')).toContain('saved, aside');
  });

  it('exports, backs up and restores', async () => {
    await setUpNetwork();
    await run('export', '--as', 'csv', at('people.csv'));
    expect(readFileSync(at('people.csv'), 'utf8')).toContain('Zoë Müller');
    await run('backup', at('copy.acquaint'));
    await run('undo');
    const { kept } = await run<{ kept: string }>('restore', at('copy.acquaint'));
    expect(existsSync(kept)).toBe(true);
    expect(await run('check')).toMatchObject({ counts: { people: 5 } });
    expect(await fail('backup', at('copy.acquaint'))).toMatchObject({ code: 'CONFLICT' });
    expect(await fail('export', '--as', 'docx', at('x'))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('says in words what it answers in JSON', async () => {
    await setUpNetwork();
    expect(await text('overlap', 'Tom')).toContain('Shared: 2');
    expect(await text('chain', 'Kim', '--paths', '1')).toBe('0.63  Me Myself → Anna → Kim');
    expect(await text('nonsense')).toContain('There is no command "nonsense"');
    expect(await text('--help')).toContain('overlap A [B]');
  });

  it('refuses what it does not understand', async () => {
    expect(await fail('overlap')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await fail('overlap', 'A', '--best', '3')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await fail('overlap', 'A', '--nonsense')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await fail('reach', '--best', '0')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await fail('import', at('missing.csv'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await fail('overlap', 'A', '--today', '2026-13-01')).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await fail('overlap', 'A')).toMatchObject({ code: 'NOT_FOUND' });
    const bare = await runCli(['check', '--json'], {});
    expect(bare.out).toContain('Say which book');
    writeFileSync(book, 'Dear diary');
    rmSync(`${book}-wal`, { force: true });
    book = at('diary.txt');
    writeFileSync(book, 'Dear diary');
    expect(await fail('check')).toMatchObject({ code: 'NOT_OURS' });
  });
});
