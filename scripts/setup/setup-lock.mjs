// Two commands started at once in a fresh clone must not install over one another.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from './host.mjs';

/** @typedef {import('./host.mjs').Host} Host */

const WAIT_MS = 20 * 60_000;

/**
 * Does `work` while no other set-up of this folder is running; waits for one that is. A lock left by
 * a process that has died is taken over.
 * @template T
 * @param {Host} host
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 * @throws {SetupError} when the other set-up has not ended after 20 minutes
 */
export async function withSetupLock(host, work) {
  const file = path.join(host.root, '.setup.lock');
  await takeLock(host, file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * @param {Host} host
 * @param {string} file
 */
async function takeLock(host, file) {
  const deadline = Date.now() + WAIT_MS;
  let told = false;
  while (!tryLock(file)) {
    const owner = readOwner(file);
    if (owner === null || !isAlive(owner)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) host.say(`Waiting for the set-up that process ${owner} is doing ...`);
    told = true;
    if (Date.now() > deadline) {
      throw new SetupError(
        `The set-up begun by process ${owner} does not end: end that process, delete '${file}', then run the same command again.`,
      );
    }
    await sleep(300);
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (existsSync(file)) return false;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(
      `The project's folder cannot be written to (${reason}): make it yours, then run the same command again.`,
    );
  }
}

/**
 * @param {string} file
 * @returns {number | null} null when it is empty: its writer died between making and filling it
 */
function readOwner(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
