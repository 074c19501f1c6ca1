// `npm run screens [-- empty|sample|full|safety]`: pictures of every page, of an empty book, the sample and the one of
// 100,000 people, and of what keeps a book safe, refusals among it (or one of these), light and dark, narrow and wide,
// into docs/screens.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { prepareApp } from '../setup/app-runtime.mjs';
import { SetupError } from '../setup/host.mjs';
import { runPlaywright } from './test.mjs';

const books = ['empty', 'sample', 'full'];
/** Specs that take pictures on their way, and the folders of these. */
const safety = {
  specs: ['refusals', 'safety', 'forgetting', 'passphrase'],
  folders: ['safety', 'refusals'],
};

/** @type {import('../run.mjs').Task} */
export async function run(host, args) {
  const [book, ...more] = args;
  const known = [...books, 'safety'];
  if (more.length > 0 || (book !== undefined && !known.includes(book)))
    throw new SetupError(`Say whose pictures to make, or nothing for all: ${known.join(', ')}.`);
  const folder = path.join('docs', 'screens');
  // a page that is gone must not leave its picture behind
  for (const gone of book === 'safety' ? safety.folders : [book ?? ''])
    rmSync(path.join(host.root, folder, gone), { recursive: true, force: true });
  const app = await prepareApp(host);
  try {
    const isFull = book === undefined || book === 'full';
    const env = {
      ...app.env,
      ACQUAINT_SCREENS: folder,
      ...(isFull ? { ACQUAINT_FULL_BOOK: makeFullBook(host) } : {}),
    };
    return await runPlaywright(host, env, chooseSpecs(book));
  } finally {
    app.stop();
  }
}

/**
 * What Playwright is to run, of one part or of all.
 * @param {string | undefined} book
 */
function chooseSpecs(book) {
  if (book === undefined) return ['screens', ...safety.specs];
  return book === 'safety'
    ? ['screens', ...safety.specs, '--grep-invert', 'every page|README']
    : ['screens', '-g', `every page, ${book}`];
}

/**
 * The book of 100,000 people, kept in the temporary folder for a day.
 * @param {import('../setup/host.mjs').Host} host
 */
function makeFullBook(host) {
  const { status, stdout } = spawnSync(host.nodePath, [path.join('bench', 'bench.ts'), '--book'], {
    cwd: host.root,
    env: host.env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0)
    throw new SetupError('The book of 100,000 people could not be made: see above.');
  return stdout.trim();
}
