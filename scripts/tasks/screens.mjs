// `npm run screens [-- empty|sample|full]`: pictures of every page, of an empty book, the sample and the one of 100,000
// people (or one of them), light and dark, narrow and wide, into docs/screens.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { prepareApp } from '../setup/app-runtime.mjs';
import { SetupError } from '../setup/host.mjs';
import { runPlaywright } from './test.mjs';

const books = ['empty', 'sample', 'full'];

/** @type {import('../run.mjs').Task} */
export async function run(host, args) {
  const [book, ...more] = args;
  if (more.length > 0 || (book !== undefined && !books.includes(book)))
    throw new SetupError(`Say whose pictures to make, or nothing for all: ${books.join(', ')}.`);
  const folder = path.join('docs', 'screens');
  // a page that is gone must not leave its picture behind
  rmSync(path.join(host.root, folder, book ?? ''), { recursive: true, force: true });
  const app = await prepareApp(host);
  try {
    const isFull = book === undefined || book === 'full';
    const env = {
      ...app.env,
      ACQUAINT_SCREENS: folder,
      ...(isFull ? { ACQUAINT_FULL_BOOK: makeFullBook(host) } : {}),
    };
    const only = book === undefined ? [] : ['-g', `every page, ${book}`];
    return await runPlaywright(host, env, ['screens', ...only]);
  } finally {
    app.stop();
  }
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
