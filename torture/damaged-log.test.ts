import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBook } from '../src-main/store/check-book.ts';
import { hashBook, makeCalls, openStore } from './history.ts';
import { pick, seededRandom, timeFor, trials } from './trials.ts';

const calls = makeCalls(11, 60);
/** Of SQLite's write-ahead log; https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
const headerSize = 32;

let folder: string;
let main: Buffer;
let log: Buffer;
let states: readonly string[];

/** A book whose last calls are in its log only, as a power cut leaves it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-log-'));
  const path = join(folder, 'source.acquaint');
  const store = openStore(path);
  const { book } = store.session();
  // nothing moves from the log into the file while the calls are made
  book.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  book.sqlite.pragma('wal_autocheckpoint = 0');
  const seen = [hashBook(book.reader)];
  for (const call of calls) {
    await store.dispatch(call.path, call.input);
    seen.push(hashBook(book.reader));
  }
  states = seen;
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, join(folder, `copy${end}`));
  main = readFileSync(join(folder, 'copy'));
  log = readFileSync(join(folder, 'copy-wal'));
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Damage = (log: Buffer, at: number, random: () => number) => Buffer;

const damages: Readonly<Record<string, Damage>> = {
  cut: (bytes, at) => bytes.subarray(0, at),
  zeroed: (bytes, at) => Buffer.concat([bytes.subarray(0, at), Buffer.alloc(bytes.length - at)]),
  garbled: (bytes, at, random) => {
    const copy = Buffer.from(bytes);
    for (let i = at; i < copy.length; i++) copy[i] = pick(random, 256);
    return copy;
  },
};

describe('a log whose end is damaged', () => {
  it('holds many states', () => {
    expect(log.length).toBeGreaterThan(100_000);
    expect(new Set(states).size).toBeGreaterThan(calls.length / 2);
  });

  it.each(Object.entries(damages))(
    `gives a prefix of whole commands when it is %s (${trials(100)} times)`,
    (_, damage) => {
      let last = 0;
      for (let trial = 0; trial < trials(100); trial++) {
        const random = seededRandom(trial);
        const at = headerSize + pick(random, log.length - headerSize);
        const path = join(folder, 'damaged.acquaint');
        writeFileSync(path, main);
        writeFileSync(`${path}-wal`, damage(log, at, random));
        const store = openStore(path);
        const { book } = store.session();
        const found = states.lastIndexOf(hashBook(book.reader));
        const { problems } = checkBook(book.reader);
        store.close();
        expect({ trial, found, problems }).toEqual({
          trial,
          found: expect.any(Number),
          problems: [],
        });
        // as much as stands before the damage, which grows with it: at least its share of whole commands
        expect({ trial, found, isPrefix: found >= 0 }).toMatchObject({ isPrefix: true });
        last = Math.max(last, found);
      }
      expect(last).toBeGreaterThan(calls.length / 2);
    },
    timeFor(600_000),
  );
});
