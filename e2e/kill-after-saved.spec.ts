import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBook } from '../src-main/book/open-book.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { App, expect, test } from './app-fixture.ts';

/** 20 in CI; `TORTURE=5 npm run test:e2e -- kill-after-saved` makes a hundred. */
const kills = Math.max(1, Math.round(20 * Number(process.env['TORTURE'] ?? '1')));
const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };

/** The process and all that it has started, as Linux lists them. */
function findTree(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): [number, number][] => {
      try {
        // "pid (name) state parent": a name may hold spaces and brackets
        const fields = readFileSync(`/proc/${name}/stat`, 'latin1').split(') ').at(-1)?.split(' ');
        return [[Number(name), Number(fields?.[1])]];
      } catch {
        return [];
      }
    });
  const tree = [root];
  for (const found of tree) {
    tree.push(...parents.flatMap(([pid, parent]) => (parent === found ? [pid] : [])));
  }
  return tree;
}

/** As a power cut would: every process at once, with no time for a last word. */
async function killAll(app: App): Promise<void> {
  const { pid } = app.electron.process();
  const closed = app.electron.waitForEvent('close');
  for (const found of findTree(pid ?? 0).toReversed()) {
    try {
      process.kill(found, 'SIGKILL');
    } catch {
      // ended with its parent
    }
  }
  await closed;
  app.forget();
}

function readNote(file: string): string | undefined {
  const book = openBook({ path: file, migrations: repositoryMigrations(), clock });
  try {
    expect(book.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    return book.reader.value<string>("SELECT note FROM person WHERE display_name = 'Jane Doe'");
  } finally {
    book.close();
  }
}

test(`what was shown as saved is in the book, whenever the program is killed (${kills} kills)`, async () => {
  test.setTimeout(kills * 30_000);
  test.skip(process.platform !== 'linux', 'finds the processes of the app as Linux lists them');
  const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-kill-'));
  const app = new App(folder);
  await app.start();
  await app.startOwnBook('Robin Me');
  await app.call('people.create', { name: 'Jane Doe' });
  const { id } = await app.call<{ id: number }>('people.resolve', { name: 'Jane Doe' });
  for (let kill = 0; kill < kills; kill++) {
    if (kill > 0) await app.start();
    const { window } = app;
    await window.evaluate((person) => {
      location.hash = `#/people/${person}`;
    }, id);
    const notes = window.getByRole('region', { name: 'Notes' });
    await notes.getByRole('button', { name: /^(?:Edit|Write)/ }).click();
    const note = `Kept before kill ${kill}.`;
    await window.keyboard.press('Control+a');
    await window.keyboard.type(note);
    const indicator = window.getByRole('region', { name: 'Search and undo' }).getByRole('status');
    await expect(indicator).toHaveText('Not saved yet');
    await expect(indicator).toHaveText('Saved');
    await killAll(app);
    expect(readNote(path.join(folder, 'book.acquaint'))).toBe(note);
  }
  rmSync(folder, { recursive: true, force: true });
});
