// The outside world as the set-up code sees it: one object, so that a test can stand in for it.
import { spawnSync } from 'node:child_process';

/**
 * A step of the set-up that cannot go on. Its message is one sentence for the person at the
 * keyboard: what is wrong, and what to do.
 */
export class SetupError extends Error {}

/**
 * @typedef {object} RunOptions
 * @property {boolean} [capture] keep the output instead of showing it
 * @property {number} [timeoutMs] end the program after so long
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 *
 * @typedef {object} RunResult
 * @property {number | null} status exit code; null when it could not start or was ended
 * @property {string} stdout empty unless captured
 * @property {string} stderr empty unless captured
 *
 * @typedef {object} Host
 * @property {string} root the project's folder, absolute
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} isRoot
 * @property {string} nodePath the Node that runs us
 * @property {string} nodeVersion of that Node, without the v
 * @property {(command: string, args: string[], options?: RunOptions) => RunResult} run
 * @property {(text: string) => void} say one line for the person, never on standard output
 */

/**
 * The real world. What it says, and what the programs that it runs print, goes to standard error:
 * standard output belongs to the task (`npm run -s cli -- ... --json` must stay pure JSON).
 * @param {string} root
 * @returns {Host}
 */
export function createHost(root) {
  return {
    root,
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    nodePath: process.execPath,
    nodeVersion: process.versions.node,
    run: (command, args, options) => runProgram(root, command, args, options),
    say: (text) => void process.stderr.write(`${text}\n`),
  };
}

/**
 * @param {string} root
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {RunResult}
 */
function runProgram(root, command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? process.env,
    // Nothing here may wait for an answer, so there is no standard input.
    stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    // npm is a .cmd file on Windows, and only a shell starts those.
    shell: process.platform === 'win32' && command === 'npm',
  });
  return { status: result.status, stdout: result.stdout ?? '', stderr: result.stderr ?? '' };
}
