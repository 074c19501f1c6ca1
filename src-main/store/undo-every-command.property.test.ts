import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDataTables, type Table } from '../book/schema.ts';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { takePicture } from '../book/testing/random-writes.ts';
import type { BookStatus } from '../contract/book.ts';
import { makeSample } from '../sample/make-sample.ts';
import { importFile, ofPerson } from '../transfer/testing/import-files.ts';
import { linkedin } from '../transfer/testing/made-files.ts';
import { listCommands, type ContractCommand } from './testing/command-list.ts';
import { fitInput, smallestPng } from './testing/fit-inputs.ts';
import { inputsOf, resolvePicks } from './testing/random-inputs.ts';

/*
 * The commands come from the contract itself. One that is added there takes part at once; if no input that is
 * drawn for it does anything, the first test names it.
 */
const commands = listCommands();

interface Call {
  readonly command: ContractCommand;
  readonly input: unknown;
  readonly pick: number;
}

/** The sample book, and two editions of a list: ids that are drawn then mean something in every table. */
async function makeFullBook(options: { onDisk?: boolean } = {}): Promise<TestBook> {
  const t = makeTestBook(options);
  await makeSample((path, input) => t.dispatch(path, input));
  for (const company of ['Acme', 'Bolt']) {
    const row = `Jane,Doe,https://www.linkedin.com/in/jane-doe,,${company},Designer,01 Feb 2019`;
    await importFile(t, linkedin(row), ofPerson('Kim Oh'));
  }
  const { id } = t.book.get<{ id: number }>('SELECT id FROM person WHERE is_me = 0') ?? { id: 0 };
  await t.call('person.setPhoto', { id, photo: smallestPng });
  await t.call('person.addField', { id, name: 'Shirt size', value: 'M' });
  const letter = { kind: 'ask', name: 'Short', subject: '', body: 'Hello', replacesShipped: false };
  await t.call('letters.saveTemplate', letter);
  t.opened.log.forget();
  return t;
}

function callsOf(t: TestBook, some: readonly ContractCommand[]): fc.Arbitrary<Call> {
  return fc.oneof(
    ...some.map((command) =>
      fc.record({
        command: fc.constant(command),
        input: inputsOf(t.book, command),
        pick: fc.nat(500),
      }),
    ),
  );
}

async function status(t: TestBook): Promise<BookStatus> {
  return t.call<BookStatus>('book.status');
}

interface Done {
  /** The name of the step, or null when the command was refused or changed nothing. */
  readonly label: string | null;
  readonly refusal: string | null;
}

async function run(t: TestBook, { command, input, pick }: Call): Promise<Done> {
  const before = lastStep(t);
  const fitted = await fitInput(t, command.path, resolvePicks(t.book, input), pick);
  const result = await t.dispatch(command.path, fitted);
  if (!result.ok) {
    if (result.error.code === 'INTERNAL') {
      throw new Error(`A defect met ${command.path} with ${JSON.stringify(fitted)}`);
    }
    return { label: null, refusal: result.error.message };
  }
  return { label: lastStep(t) === before ? null : t.opened.log.peek('undo'), refusal: null };
}

function lastStep(t: TestBook): number | undefined {
  return t.book.value('SELECT max(id) FROM change_step WHERE is_undone = 0');
}

async function runAll(t: TestBook, calls: readonly Call[]): Promise<string[]> {
  const labels: string[] = [];
  for (const call of calls) {
    const { label } = await run(t, call);
    if (label !== null) labels.push(label);
  }
  return labels;
}

/** Swaps until there is nothing more; the names of the steps in that order. */
async function swapAll(t: TestBook, direction: 'undo' | 'redo'): Promise<string[]> {
  const labels: string[] = [];
  while ((await status(t))[direction] !== null) {
    labels.push((await t.call<{ label: string }>(`book.${direction}`)).label);
  }
  return labels;
}

describe('undo of every command of the contract', () => {
  let t: TestBook;
  let tables: readonly Table[];
  beforeAll(async () => {
    t = await makeFullBook();
    tables = readDataTables(t.book);
  }, 60_000);
  afterAll(() => t.close());

  it.each(commands.map((command) => [command.path, command] as const))(
    '%s: does something with an input that is drawn for it, and one undo takes just that back',
    async (path, command) => {
      const first = takePicture(t.book, tables);
      let refusal: string | null = null;
      for (const call of fc.sample(callsOf(t, [command]), { seed: 4, numRuns: 300 })) {
        const done = await run(t, call);
        refusal = done.refusal ?? refusal;
        if (done.label === null) continue;
        expect(done.label, 'a step has a name of its own').not.toBe(path);
        expect(await swapAll(t, 'undo')).toEqual([done.label]);
        expect(takePicture(t.book, tables)).toBe(first);
        return;
      }
      expect.unreachable(
        `No input drawn for ${path} did anything (${refusal ?? 'nothing changed'}): say in store/testing/fit-inputs.ts what it needs.`,
      );
    },
    60_000,
  );

  it('gives back the book, whatever commands came after one another, and redo gives back the last', async () => {
    const calls = fc.array(callsOf(t, commands), { minLength: 5, maxLength: 40, size: 'max' });
    const first = takePicture(t.book, tables);
    await fc.assert(
      fc.asyncProperty(calls, async (all) => {
        const labels = await runAll(t, all);
        const last = takePicture(t.book, tables);
        expect(await swapAll(t, 'undo')).toEqual(labels.toReversed());
        expect(takePicture(t.book, tables)).toBe(first);
        expect(await swapAll(t, 'redo')).toEqual(labels);
        expect(takePicture(t.book, tables)).toBe(last);
        expect(t.book.all('PRAGMA foreign_key_check')).toEqual([]);
        await swapAll(t, 'undo');
        t.opened.log.forget();
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  it('works just so, in order and by name, after the book was closed and opened again', async () => {
    const kept = await makeFullBook({ onDisk: true });
    // an import makes a backup each time: slow on a disk, and nothing about undo
    const some = commands.filter(({ path }) => path !== 'transfer.apply');
    const calls = fc.array(callsOf(kept, some), { minLength: 5, maxLength: 12, size: 'max' });
    try {
      const first = takePicture(kept.book, tables);
      await fc.assert(
        fc.asyncProperty(calls, async (all) => {
          const labels = await runAll(kept, all);
          const last = takePicture(kept.book, tables);
          kept.reopen();
          expect(await swapAll(kept, 'undo')).toEqual(labels.toReversed());
          expect(takePicture(kept.book, tables)).toBe(first);
          kept.reopen();
          expect(await swapAll(kept, 'redo')).toEqual(labels);
          expect(takePicture(kept.book, tables)).toBe(last);
          await swapAll(kept, 'undo');
        }),
        { numRuns: 6 },
      );
    } finally {
      kept.close();
    }
  }, 120_000);
});
