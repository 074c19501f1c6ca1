// Chromium's sandbox. It refuses to run as root; for everybody else it stays on.
import { statSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './host.mjs';

/** @typedef {import('./host.mjs').Host} Host */

/**
 * The arguments that Electron needs because of who runs it.
 * @param {Host} host
 * @param {string} electron path of its executable
 * @returns {string[]}
 * @throws {SetupError} when neither way of making a sandbox is open to this user
 */
export function sandboxArguments(host, electron) {
  if (host.platform !== 'linux') return [];
  if (host.isRoot) return ['--no-sandbox'];
  const helper = path.join(path.dirname(electron), 'chrome-sandbox');
  if (isSetuidRoot(helper) || mayMakeUserNamespaces(host)) return [];
  throw new SetupError(
    "Chromium's sandbox cannot start, since this system lets no ordinary user make a namespace: " +
      `run 'sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"', then the same command again.`,
  );
}

/** @param {string} file */
function isSetuidRoot(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0;
}

/**
 * Tried rather than read from the several switches (kernel, container, AppArmor) that may forbid it.
 * @param {Host} host
 */
function mayMakeUserNamespaces(host) {
  return host.run('unshare', ['--user', '--map-root-user', 'true'], { capture: true }).status === 0;
}
