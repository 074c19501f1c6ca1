// Step 1: the npm packages of package-lock.json.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './host.mjs';
import { nodePackageName } from './node-runtime.mjs';

/** @typedef {import('./host.mjs').Host} Host */
/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} LockedPackages */

// No package's own install script is run: what they would do (build or download something) is
// either already inside the package or done by the steps after this one, where it is checked.
const INSTALL_FLAGS = [
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/**
 * Installs the npm packages unless they are there as the lock file names them.
 * @param {Host} host
 * @throws {SetupError} when npm cannot install them
 */
export function ensurePackages(host) {
  if (packagesMatchLock(host)) return;
  const fresh = !existsSync(path.join(host.root, 'node_modules'));
  if (fresh) {
    host.say('Installing the npm packages (once, about a minute) ...');
    if (runNpm(host, ['ci', ...INSTALL_FLAGS]).status === 0 && packagesMatchLock(host)) return;
    host.say(
      "'npm ci' did not succeed (above is why; often a package that the lock file names for " +
        "another platform is missing from the registry): trying 'npm install', which may leave it out.",
    );
  } else {
    // Not 'npm ci': that deletes node_modules first, under the feet of a program running from it.
    host.say('The npm packages are not those of package-lock.json: bringing them up to date ...');
  }
  if (runNpm(host, ['install', ...INSTALL_FLAGS]).status === 0 && packagesMatchLock(host)) return;
  throw new SetupError(
    "The npm packages could not be installed: see npm's message above; check the network and the " +
      "disk, then run the same command again (if it persists, delete the folder 'node_modules' first).",
  );
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm leaves its own record of what it
 * put there (node_modules/.package-lock.json, written last), so this is also true after somebody
 * ran npm by hand, and false after an installation that was interrupted.
 * @param {Host} host
 */
export function packagesMatchLock(host) {
  const wanted = readPackages(path.join(host.root, 'package-lock.json'));
  const found = readPackages(path.join(host.root, 'node_modules', '.package-lock.json'));
  if (wanted === null || found === null) return false;
  const ownNode = `node_modules/${nodePackageName(host)}`;
  for (const [place, locked] of Object.entries(wanted)) {
    // npm leaves out optional packages of other platforms; the one with Node for this one counts.
    if (place === '' || (locked.optional && place !== ownNode)) continue;
    const installed = found[place];
    if (installed?.version !== locked.version || installed?.integrity !== locked.integrity) {
      return false;
    }
  }
  return true;
}

/**
 * Runs npm: the one that started us where there is one, since it is sure to fit the machine.
 * @param {Host} host
 * @param {string[]} args
 * @param {import('./host.mjs').RunOptions} [options]
 */
export function runNpm(host, args, options) {
  const { npm_execpath: script, npm_node_execpath: node } = host.env;
  return script?.endsWith('npm-cli.js') && node && existsSync(node)
    ? host.run(node, [script, ...args], options)
    : host.run('npm', args, options);
}

/**
 * @param {string} file
 * @returns {LockedPackages | null} null when it is missing or unreadable
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
