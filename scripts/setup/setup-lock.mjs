// Two commands started at once in a fresh clone must not install over one another.
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    if (owner === null) continue;
    if (!isAlive(owner)) {
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

/**
 * @param {string} file
 * @returns {boolean} false when somebody else has it
 */
function tryLock(file) {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, String(process.pid));
    // Linked when complete, so that nobody finds the lock without its owner's number in it.
    linkSync(own, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(
      `The project's folder cannot be written to (${reason}): make it yours, then run the same command again.`,
    );
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {number | null} null when it has just been given back
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
    return hasCode(error, 'EPERM');
  }
}

/**
 * @param {unknown} error
 * @param {string} code one of the operating system's, such as EEXIST
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
