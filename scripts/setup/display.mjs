// A virtual display for machines without a screen: an X server of our own that draws into memory.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SetupError } from './host.mjs';
import { findProgram } from './system-libraries.mjs';

/** @typedef {import('./host.mjs').Host} Host */

const START_TIMEOUT_MS = 30_000;

/**
 * Whether windows need a virtual display here.
 * @param {Host} host
 */
export function lacksDisplay(host) {
  return host.platform === 'linux' && !host.env['DISPLAY'] && !host.env['WAYLAND_DISPLAY'];
}

/**
 * Starts Xvfb on a free display number of its own choice.
 * @param {Host} host
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>} what to add to the environment
 *   of programs that open windows; `stop` ends it
 * @throws {SetupError} when it does not start
 */
export async function startVirtualDisplay(host) {
  const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-display-'));
  const authority = path.join(folder, 'Xauthority');
  writeFileSync(authority, encodeXauthority(randomBytes(16)), { mode: 0o600 });
  const options = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const xvfb = ['Xvfb', '-displayfd', '3', '-auth', authority, ...options];
  // setpriv lets the kernel end Xvfb with us, even when we are killed outright.
  const isBound = findProgram(host, 'setpriv') !== null;
  const [command = 'Xvfb', ...args] = isBound ? ['setpriv', '--pdeathsig', 'TERM', ...xvfb] : xvfb;
  const child = spawn(command, args, {
    env: host.env,
    // Ctrl+C goes to our whole group; the display must outlive the app that closes on it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const stop = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  try {
    const number = await readDisplayNumber(child);
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function readDisplayNumber(child) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    let answer = '';
    const fail = () => {
      reject(
        new SetupError(
          `The virtual display did not start (Xvfb: ${complaint.trim() || 'no message'}): ` +
            "reinstall it with 'apt-get install --reinstall xvfb', or set DISPLAY to a running X server.",
        ),
      );
    };
    const timer = setTimeout(fail, START_TIMEOUT_MS).unref();
    child.stderr?.on('data', (text) => {
      complaint += String(text);
    });
    child.once('error', fail);
    // Not 'exit': its last words may still be on their way then.
    child.once('close', fail);
    child.stdio[3]?.on('data', (text) => {
      answer += String(text);
      if (!answer.includes('\n')) return;
      clearTimeout(timer);
      child.off('close', fail);
      resolve(answer.trim());
    });
  });
}

/**
 * An X authority file with one cookie, good for every display name: without one, everybody on the
 * machine could look at the window and type into it.
 * Format: Xau(3), one record: family, then address, number, name and data, each with its length.
 * @param {Buffer} cookie 16 random bytes
 * @returns {Buffer}
 */
export function encodeXauthority(cookie) {
  const wild = Buffer.from([0xff, 0xff]);
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), cookie];
  const record = fields.flatMap((field) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(field.length);
    return [length, field];
  });
  return Buffer.concat([wild, ...record]);
}
