import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBook } from '../src-main/store/check-book.ts';
import { hashBook, makeCalls, openStore, recordStates } from './history.ts';
import { runAndKill } from './kill.ts';
import { pick, seededRandom, timeFor, trials } from './trials.ts';

const count = 200;
const seed = 7;
/** Two at once: one for each core of the machines that this runs on. */
const atOnce = 2;

let folder: string;
let states: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-kill-'));
  states = await recordStates(join(folder, 'whole.acquaint'), makeCalls(seed, count));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kills the writing process once, and says what is in the book afterwards. */
async function killOnce(
  trial: number,
): Promise<{ acknowledged: number; found: readonly number[]; problems: readonly string[] }> {
  const random = seededRandom(trial);
  const path = join(folder, `${trial}.acquaint`);
  const wanted = pick(random, count - 20);
  const { lastLine } = await runAndKill(
    'child.ts',
    [path, String(seed), String(count)],
    (line) => (line === 'ready' ? wanted === 0 : Number(line) >= wanted),
    random() * 6,
  );
  const store = openStore(path);
  try {
    const { book } = store.session();
    const { problems } = checkBook(book.reader);
    const hash = hashBook(book.reader);
    const found = states.flatMap((state, index) => (state === hash ? [index] : []));
    return { acknowledged: Number(lastLine) || 0, found, problems };
  } finally {
    store.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
}

describe('a process that is killed while it writes', () => {
  it('passes through states that differ, so that losing one would be seen', () => {
    expect(new Set(states).size).toBeGreaterThan(count / 2);
  });

  it(
    `leaves a whole book that has every acknowledged command and no half one (${trials(200)} kills)`,
    async () => {
      for (let trial = 0; trial < trials(200); trial += atOnce) {
        const outcomes = await Promise.all(
          Array.from({ length: atOnce }, (_, index) => killOnce(trial + index)),
        );
        for (const { acknowledged, found, problems } of outcomes) {
          expect({ trial, problems }).toEqual({ trial, problems: [] });
          // one of the states there were, and none before the last answer; at most the next command is in as well
          const isFaithful = found.some(
            (state) => state >= acknowledged && state <= acknowledged + 1,
          );
          expect({ trial, acknowledged, found, isFaithful }).toMatchObject({ isFaithful: true });
        }
      }
    },
    timeFor(1_800_000),
  );
});
