import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { WritableBook } from './access.ts';
import { runCommand, swapStep } from './run-command.ts';
import { readDataTables } from './schema.ts';
import { makeTestBook, type TestBook } from './testing/make-book.ts';
import {
  applyWrite,
  fillTables,
  randomWrite,
  type RandomWrite,
  takePicture,
  writeKinds,
} from './testing/random-writes.ts';

const schema = makeTestBook();
const tables = readDataTables(schema.book);
const write = randomWrite(schema.book, tables);
const commands = fc.array(fc.array(write, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 5,
});
/** Which kinds of write have passed for each table, so that the test cannot pass by doing nothing. */
const passed = new Map<string, Set<string>>();

/** Nearly every row refers to people: only those to whom none does yet can be deleted. */
function addPeople(book: WritableBook): void {
  for (let at = 0; at < 6; at += 1) {
    book.run("INSERT INTO person (created_at) VALUES ('2026-01-01')");
  }
}

const nothing = (): void => {};

function run(t: TestBook, writes: readonly RandomWrite[]): void {
  const { opened } = t;
  runCommand(opened, { label: 'x', now: '2026-01-01T00:00:00.000Z', refresh: nothing }, (book) => {
    for (const each of writes) {
      if (!applyWrite(book, each)) continue;
      passed.set(each.table, (passed.get(each.table) ?? new Set()).add(each.kind));
    }
  });
}

function swapAll(t: TestBook, direction: 'undo' | 'redo'): number {
  let steps = 0;
  for (; t.opened.log.peek(direction) !== null; steps += 1) swapStep(t.opened, direction, nothing);
  return steps;
}

describe('undo over all tables', () => {
  afterAll(() => schema.close());

  it('gives back every table as it was, and redo as it became, whatever the commands wrote', () => {
    // one book for all runs: now and then one leaves its rows to the next, so that tables fill up
    const t = makeTestBook();
    fillTables(t.book, tables);
    addPeople(t.book);
    let runs = 0;
    fc.assert(
      fc.property(commands, (all) => {
        t.opened.writer.run('DELETE FROM change_row');
        t.opened.writer.run('DELETE FROM change_step');
        const first = takePicture(t.book, tables);
        for (const writes of all) run(t, writes);
        const last = takePicture(t.book, tables);
        const undone = swapAll(t, 'undo');
        expect(takePicture(t.book, tables)).toBe(first);
        expect(swapAll(t, 'redo')).toBe(undone);
        expect(takePicture(t.book, tables)).toBe(last);
        expect(t.book.all('PRAGMA foreign_key_check')).toEqual([]);
        runs += 1;
        if (runs % 40 === 0) addPeople(t.book);
        else swapAll(t, 'undo');
      }),
      { numRuns: 2000 },
    );
    t.close();
    const idle = tables.flatMap(({ name }) =>
      writeKinds.filter((kind) => passed.get(name)?.has(kind) !== true).map((kind) => [kind, name]),
    );
    expect(idle).toEqual([]);
  }, 240_000);

  it('works just so after the book was closed and opened again', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const t = makeTestBook({ onDisk: true });
        try {
          const first = takePicture(t.book, tables);
          for (const writes of all) run(t, writes);
          const last = takePicture(t.book, tables);
          t.reopen();
          swapAll(t, 'undo');
          expect(takePicture(t.book, tables)).toBe(first);
          t.reopen();
          swapAll(t, 'redo');
          expect(takePicture(t.book, tables)).toBe(last);
        } finally {
          t.close();
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
