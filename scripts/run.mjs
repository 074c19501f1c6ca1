// Every npm script comes through here: `node scripts/run.mjs <task> [arguments]`.
// Sets up what the task needs (in a fresh clone: everything), then runs it. Uses only Node's own
// modules and runs on Node 20, since it is what fetches everything else.
import { createHost, SetupError } from './setup/host.mjs';
import { findNode, withNodeOnPath } from './setup/node-runtime.mjs';
import { ensurePackages, packagesMatchLock } from './setup/npm-packages.mjs';
import { passOn } from './setup/pass-on.mjs';
import { withSetupLock } from './setup/setup-lock.mjs';
import { fileURLToPath } from 'node:url';

/** @typedef {(host: import('./setup/host.mjs').Host, args: string[]) => number | Promise<number>} Task */

/**
 * Loaded only when asked for: the command line must not wait for the builder's modules.
 * @type {Record<string, () => Promise<{ run: Task }>>}
 */
const TASKS = {
  start: () => import('./tasks/start.mjs'),
  test: () => import('./tasks/test.mjs'),
  'test:unit': () => import('./tasks/test.mjs').then(({ runUnit }) => ({ run: runUnit })),
  'test:e2e': () => import('./tasks/test.mjs').then(({ runEndToEnd }) => ({ run: runEndToEnd })),
  'test:package': () => import('./tasks/test-package.mjs'),
  check: () => import('./tasks/check.mjs'),
  bench: () => import('./tasks/typescript.mjs').then(({ runBench }) => ({ run: runBench })),
  cli: () => import('./tasks/typescript.mjs').then(({ runCli }) => ({ run: runCli })),
  screens: () => import('./tasks/screens.mjs'),
  torture: () => import('./tasks/torture.mjs'),
  build: () => import('./tasks/build.mjs'),
  package: () => import('./tasks/package.mjs'),
};

/**
 * @param {string} task
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
async function main(task, args) {
  const load = Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
  if (load === undefined) {
    throw new SetupError(
      `There is no task '${task}': use one of ${Object.keys(TASKS).join(', ')}.`,
    );
  }
  const host = createHost(fileURLToPath(new URL('..', import.meta.url)));
  if (!packagesMatchLock(host)) await withSetupLock(host, () => ensurePackages(host));
  const node = findNode(host);
  if (node !== host.nodePath) {
    // From here on everything is Node 24's work, this very script too.
    const self = fileURLToPath(import.meta.url);
    return passOn(node, [self, task, ...args], withNodeOnPath(host.env, node));
  }
  return (await load()).run(host, args);
}

const [task = '', ...args] = process.argv.slice(2);
try {
  process.exitCode = await main(task, args);
} catch (error) {
  // A SetupError's sentence is all that the person needs; anything else is a fault of ours.
  if (error instanceof SetupError) process.stderr.write(`\n${error.message}\n`);
  else console.error(error);
  process.exitCode = 1;
}
