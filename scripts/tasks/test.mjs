// `npm test`: unit, property and integration tests with vitest, then end-to-end tests with Playwright
// in the real Electron. Both leave their results in test-results/ for .ci/run to count.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { prepareApp } from '../setup/app-runtime.mjs';
import { passOn } from '../setup/pass-on.mjs';

/** @typedef {import('../setup/host.mjs').Host} Host */

/**
 * Both are run to the end, so that one failure does not hide another.
 * @type {import('../run.mjs').Task}
 */
export async function run(host) {
  // Counts of an earlier run must never pass for this one's.
  rmSync(path.join(host.root, 'test-results'), { recursive: true, force: true });
  const app = await prepareApp(host);
  try {
    const unit = await runVitest(host, app.env, []);
    return (await runPlaywright(host, app.env, [])) || unit;
  } finally {
    app.stop();
  }
}

/**
 * `npm run test:unit [-- what vitest takes]`: the tests that need no Electron.
 * @type {import('../run.mjs').Task}
 */
export const runUnit = (host, args) => runVitest(host, host.env, args);

/**
 * `npm run test:e2e [-- what Playwright takes]`.
 * @type {import('../run.mjs').Task}
 */
export async function runEndToEnd(host, args) {
  const app = await prepareApp(host);
  try {
    return await runPlaywright(host, app.env, args);
  } finally {
    app.stop();
  }
}

/**
 * @param {Host} host
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 */
function runVitest(host, env, args) {
  const vitest = path.join(host.root, 'node_modules', 'vitest', 'vitest.mjs');
  return passOn(host.nodePath, [vitest, 'run', ...args], env, host.root);
}

/**
 * @param {Host} host
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 */
export function runPlaywright(host, env, args) {
  const playwright = path.join(host.root, 'node_modules', 'playwright', 'cli.js');
  const config = path.join('e2e', 'playwright.config.ts');
  return passOn(host.nodePath, [playwright, 'test', '-c', config, ...args], env, host.root);
}
