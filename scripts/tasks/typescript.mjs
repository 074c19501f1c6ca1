// Tasks that are TypeScript programs of ours, run as they stand: Node strips the types.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareApp } from '../setup/app-runtime.mjs';
import { SetupError } from '../setup/host.mjs';
import { passOn } from '../setup/pass-on.mjs';

/** @typedef {import('../setup/host.mjs').Host} Host */

/**
 * Runs a program in this very process: starting a second Node would cost the command line 40 ms.
 * It sees the arguments as if Node had been started on it, and sets process.exitCode itself.
 * @param {Host} host
 * @param {string} file relative to the root
 * @param {string[]} args
 */
async function runHere(host, file, args) {
  const script = path.join(host.root, file);
  if (!existsSync(script)) {
    throw new SetupError(
      `'${file}' is missing from this copy of the project: run 'git status' to see what was lost.`,
    );
  }
  // Stripping types and compiling would be a third of the time to a command's answer.
  enableCompileCache(path.join(host.root, 'node_modules/.cache/compiled'));
  process.argv = [host.nodePath, script, ...args];
  await import(pathToFileURL(script).href);
  return Number(process.exitCode ?? 0);
}

/**
 * The command line: `npm run -s cli -- --book FILE COMMAND ... --json`.
 * @type {import('../run.mjs').Task}
 */
export const runCli = (host, args) => runHere(host, 'src-main/cli.ts', args);

/**
 * The measurements: `npm run bench`. Those of the window need the built app and a display.
 * @type {import('../run.mjs').Task}
 */
export async function runBench(host, args) {
  const ofWindow = ['window', 'stalls'].find((name) => args.includes(`--${name}`));
  if (ofWindow === undefined) return runHere(host, 'bench/bench.ts', args);
  const app = await prepareApp(host);
  try {
    const script = path.join('bench', 'window', `bench-${ofWindow}.ts`);
    return await passOn(host.nodePath, [script, ...args], app.env, host.root);
  } finally {
    app.stop();
  }
}
