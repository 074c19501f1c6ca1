// `npm run check`: everything that CI holds the code to. Types, lint (import rules among it), format
// and unused code, then all that `npm test` does.
import path from 'node:path';
import { passOn } from '../setup/pass-on.mjs';
import { run as runTests } from './test.mjs';

/** Name of the check, the package whose program does it, that program, its arguments. */
const CHECKS = /** @type {const} */ ([
  ['types', 'typescript/bin/tsc', ['-b']],
  ['lint and import rules', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']],
  ['format', '@biomejs/biome/bin/biome', ['format', '.']],
  ['unused code', 'knip/bin/knip.js', []],
]);

/**
 * `--static` leaves the tests out; .ci/run does so, having just run them with `npm test`.
 * @type {import('../run.mjs').Task}
 */
export async function run(host, args) {
  /** @type {string[]} */
  const failed = [];
  for (const [name, program, options] of CHECKS) {
    host.say(`\n== ${name}`);
    const file = path.join(host.root, 'node_modules', program);
    if ((await passOn(host.nodePath, [file, ...options], host.env, host.root)) !== 0)
      failed.push(name);
  }
  if (!args.includes('--static')) {
    host.say('\n== tests');
    if ((await runTests(host, [])) !== 0) failed.push('tests');
  }
  host.say(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}
