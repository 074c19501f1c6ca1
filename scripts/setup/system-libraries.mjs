// Step 4: what Electron needs of the operating system (Linux only; elsewhere all of it is built in).
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { SetupError } from './host.mjs';

/** @typedef {import('./host.mjs').Host} Host */

/**
 * Shared library (as the loader knows it) and the Debian package that has it. Asking for the
 * libraries rather than for packages is true on every distribution.
 * @type {Record<string, string>}
 */
const LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
  'libcups.so.2': 'libcups2',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXrandr.so.2': 'libxrandr2',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/**
 * Checks for the system libraries and, where a virtual display will be needed, for Xvfb; installs
 * what is missing as root on Debian and its like.
 * @param {Host} host
 * @param {{ virtualDisplay: boolean }} needs
 * @throws {SetupError} with the command to run, when something is missing that we may not install
 */
export function ensureSystemLibraries(host, needs) {
  if (host.platform !== 'linux') return;
  const missing = findMissing(host, needs);
  if (missing.length === 0) return;
  const packages = debianNames(host, missing);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (findProgram(host, 'apt-get') === null) {
    throw new SetupError(
      `Electron needs system packages that are not here: install what Debian calls ${packages.join(' ')} ` +
        'with your package manager, then run the same command again.',
    );
  }
  if (!host.isRoot) {
    throw new SetupError(
      `Electron needs system packages that are not here: run 'sudo apt-get update && sudo ${command}', then the same command again.`,
    );
  }
  host.say(`Installing system libraries with apt (once): ${packages.join(' ')} ...`);
  const env = { ...host.env, DEBIAN_FRONTEND: 'noninteractive' };
  host.run('apt-get', ['update', '-q'], { env });
  // Asked again: only after the update does apt know the names that this release uses.
  const current = debianNames(host, missing);
  host.run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...current], { env });
  if (findMissing(host, needs).length === 0) return;
  throw new SetupError(
    `The system libraries could not be installed (apt's message is above): run '${command}' yourself, then the same command again.`,
  );
}

/**
 * @param {Host} host
 * @param {{ virtualDisplay: boolean }} needs
 * @returns {string[]} Debian packages that would bring what is missing
 */
function findMissing(host, needs) {
  // Not on an ordinary user's PATH on Debian, though anybody may run it.
  const ldconfig = findProgram(host, 'ldconfig', ['/sbin', '/usr/sbin']);
  const cache = ldconfig === null ? '' : host.run(ldconfig, ['-p'], { capture: true }).stdout;
  const known = new Set(cache.split('\n').map((line) => line.trim().split(' ')[0]));
  const missing = Object.entries(LIBRARIES)
    // musl and NixOS have no such cache; then we cannot tell, and let Electron say it itself.
    .filter(([library]) => cache !== '' && !known.has(library))
    .map(([, debianPackage]) => debianPackage);
  if (needs.virtualDisplay && findProgram(host, 'Xvfb') === null) missing.push('xvfb', 'xauth');
  return missing;
}

/**
 * Since the change to 64-bit time, newer releases call some of them libgtk-3-0t64 and so on.
 * @param {Host} host
 * @param {string[]} packages
 */
function debianNames(host, packages) {
  const { stdout } = host.run('apt-cache', ['pkgnames', 'lib'], { capture: true });
  const known = new Set(stdout.split('\n'));
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/**
 * @param {Host} host
 * @param {string} name
 * @param {string[]} [alsoIn] folders to look in besides PATH
 * @returns {string | null} where the program is
 */
export function findProgram(host, name, alsoIn = []) {
  const folders = (host.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  for (const folder of [...folders, ...alsoIn]) {
    const candidate = path.join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}
