import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Megabytes: room for a small book, its log and some backups. */
const size = 24;
const block = Buffer.alloc(64 * 1024);

/** A file system of its own, in memory, that a test may fill up or make read-only. */
export interface SmallDisk {
  readonly folder: string;
  /** Bytes that can still be written. */
  room(): number;
  /** Fills the disk until only so many bytes are left (to the page). */
  leave(bytes: number): void;
  /** Takes the filling away. */
  free(): void;
  /** Whether the whole disk is read-only. */
  setReadOnly(isReadOnly: boolean): void;
  remove(): void;
}

/** Null where this user may not mount one: only root may, and not in every container. */
export function makeSmallDisk(): SmallDisk | null {
  if (process.platform !== 'linux') return null;
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  const filling = join(folder, 'filling');
  const disk: SmallDisk = {
    folder,
    room() {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    leave(bytes) {
      disk.free();
      const file = openSync(filling, 'w');
      try {
        for (let rest = disk.room() - Math.floor(bytes); rest > 0; rest -= block.length) {
          writeSync(file, block, 0, Math.min(rest, block.length));
        }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filling, { force: true }),
    setReadOnly(isReadOnly) {
      run('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder]);
    },
    remove() {
      run('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return disk;
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
}

/** Says in the output of the tests what this machine does not allow, so that nobody takes it for tried. */
export function sayUntried(what: string): void {
  process.stderr.write(`NOT TRIED HERE: ${what}\n`);
}
