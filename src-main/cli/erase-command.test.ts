import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ErasureProof } from '../contract/erasure.ts';
import { runCli } from './run-cli.ts';

const name = 'Quirina Zabludowska';
const list = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Quirina,Zabludowska,https://www.linkedin.com/in/quirina-z,,Acme Print,Designer,08 Feb 2026
Jane,Doe,https://www.linkedin.com/in/jane-doe,,Acme Print,Owner,10 Feb 2026
`;

interface Proved {
  readonly erased: { readonly name: string } | null;
  readonly isOnErasedList?: boolean;
  readonly proof: ErasureProof;
}

let folder: string;
let book: string;

const text = async (...argv: string[]): Promise<string> =>
  (await runCli(['--book', book, ...argv], {})).out;
async function run<Value>(...argv: string[]): Promise<Value> {
  const { exitCode, out } = await runCli(['--book', book, ...argv, '--json'], {});
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: expect.any(String) as string });
  return JSON.parse(out) as Value;
}
const placesOf = ({ places }: ErasureProof, kind: string): string[] =>
  places.filter((place) => place.kind === kind).map(({ place }) => place);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-erase-'));
  book = join(folder, 'book.acquaint');
  writeFileSync(join(folder, 'Connections.csv'), list);
  await run('me', 'Me Myself');
  await run('import', join(folder, 'Connections.csv'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('erases somebody and lists every place searched: columns, texts, and the bytes of each file', async () => {
  const { erased, proof } = await run<Proved>('erase', name, '--prove');
  expect(erased).toMatchObject({ name });
  expect(proof.isClean).toBe(true);
  expect(proof.places.every(({ found }) => found === 0)).toBe(true);
  expect(placesOf(proof, 'rows').join('\n')).toContain('table tie, column low_person_id');
  expect(placesOf(proof, 'texts').length).toBeGreaterThan(20);
  const searched = placesOf(proof, 'bytes').join('\n');
  const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.acquaint'),
  );
  // the book, and the backup of before the import
  expect(kept.length).toBeGreaterThan(1);
  for (const file of kept) {
    expect(searched).toContain(file);
    expect(readFileSync(join(folder, file)).includes('Zabludowska')).toBe(false);
  }
});

it('says in words what it searched, and proves the same again later, of somebody who is gone', async () => {
  const first = await text('erase', name, '--prove');
  expect(first).toMatch(/^Erased Quirina Zabludowska for good\./u);
  expect(first).toMatch(/Nothing is left in \d+ places searched:\n {7}0 {2}table /u);
  const again = await text('erase', name, '--prove');
  expect(again).toMatch(
    /^"Quirina Zabludowska" was erased for good earlier\.\nNothing is left in/u,
  );
  expect(await text('erase', 'Nobody Known', '--prove')).toMatch(
    /^There is nobody called "Nobody Known" in this book, and nobody of that name was erased\./u,
  );
  const { exitCode } = await runCli(['--book', book, 'erase', name], {});
  expect(exitCode).toBe(1);
});

it('finds what has come back since, and where', async () => {
  await run('erase', name);
  const notes = `Name,Notes\nTom Brown,"Married to ${name}, they say."\n`;
  writeFileSync(join(folder, 'notes.csv'), notes);
  await run('import', join(folder, 'notes.csv'));
  const { isOnErasedList, proof } = await run<Proved>('erase', name, '--prove');
  expect({ isOnErasedList, isClean: proof.isClean }).toEqual({
    isOnErasedList: true,
    isClean: false,
  });
  const left = proof.places.filter(({ found }) => found > 0).map(({ place }) => place);
  expect(left.join('\n')).toContain('table person');
  expect(await text('erase', name, '--prove')).toContain('Something is left:');
});
