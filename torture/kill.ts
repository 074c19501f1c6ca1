import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Killed {
  /** The last line that the process wrote before it died. */
  readonly lastLine: string;
}

/**
 * Runs a program of this folder and kills it with SIGKILL when `isTime` says so, asked at each line that it writes,
 * plus `delay` milliseconds: the line is an answer, the delay falls anywhere in the work on the next one.
 */
export function runAndKill(
  program: string,
  args: readonly string[],
  isTime: (line: string) => boolean,
  delay: number,
): Promise<Killed> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let written = '';
    let complaint = '';
    let isDoomed = false;
    const lines = (): string[] => written.split('\n').filter((line) => line !== '');
    child.stdout.on('data', (text) => {
      const before = lines().length;
      written += String(text);
      if (isDoomed || !lines().slice(before).some(isTime)) return;
      isDoomed = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.stderr.on('data', (text) => {
      complaint += String(text);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== null && code !== 0) reject(new Error(`The process failed: ${complaint}`));
      // a line that was cut off was not an answer
      else resolve({ lastLine: written.split('\n').at(-2) ?? '' });
    });
  });
}
