import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { translateError } from '../book/refusals.ts';
import { largestFile, pieceSize } from '../contract/file-sizes.ts';
import { AppError } from '../contract/result.ts';

/*
 * Files that are given to the program on its command line, by itself or by another start of it that then leaves: a book
 * is opened, others wait for the import page.
 */

export interface HandedPaths {
  /** The first that is named like a book; null when there is none. */
  readonly book: string | null;
  readonly files: readonly string[];
}

/** The files that a command line names. Switches, folders and what is not there are passed over. */
export function readHandedPaths(argv: readonly string[], workingFolder: string): HandedPaths {
  const paths = argv
    .slice(1)
    .filter((word) => namesFile(word, workingFolder))
    .map((word) => resolve(workingFolder, word));
  const isBook = (path: string): boolean => extname(path).toLowerCase() === '.acquaint';
  return { book: paths.find(isBook) ?? null, files: paths.filter((path) => !isBook(path)) };
}

/**
 * The words of the command line by which the program comes back with what another start has given it: those by which it
 * was started, but for the files, which were handed over long ago.
 */
export function wordsToComeBack(
  argv: readonly string[],
  workingFolder: string,
  { book, files }: HandedPaths,
): string[] {
  const own = argv.slice(1).filter((word) => !namesFile(word, workingFolder));
  return [...own, ...(book === null ? [] : [book]), ...files];
}

function namesFile(word: string, workingFolder: string): boolean {
  if (word === '' || word.startsWith('-')) return false;
  return statSync(resolve(workingFolder, word), { throwIfNoEntry: false })?.isFile() === true;
}

/** Of what waits, as the page hears of it. */
export interface HandedFile {
  readonly id: number;
  readonly name: string;
}

/** What waits until the page takes it. */
export class HandedFiles {
  #waiting: readonly string[] = [];
  /** Taken by the page and not read to the end. */
  readonly #taken = new Map<number, string>();
  #nextId = 1;

  add(paths: readonly string[]): void {
    this.#waiting = [...new Set([...this.#waiting, ...paths])];
  }

  /**
   * Names what waits, and forgets it; `read` gives the bytes.
   *
   * @throws AppError TOO_LARGE, or what is in the way of reading
   */
  take(): HandedFile[] {
    const paths = this.#waiting;
    this.#waiting = [];
    const sizes = paths.map(sizeOf);
    // together: the page holds them in memory while it asks what they are
    if (sizes.reduce((sum, size) => sum + size, 0) > largestFile) {
      throw new AppError(
        'TOO_LARGE',
        'These files are too large to be handed over together. Choose them on Import & export.',
      );
    }
    return paths.map((path) => {
      const id = this.#nextId++;
      this.#taken.set(id, path);
      return { id, name: basename(path) };
    });
  }

  /**
   * A piece of a file that was taken, from `start` on; after its last piece, which is empty, it is not here any more.
   *
   * @throws AppError NOT_FOUND, or what is in the way of reading
   */
  async read(
    id: number,
    start: number,
  ): Promise<{ bytes: Uint8Array<ArrayBuffer>; isLast: boolean }> {
    const path = this.#taken.get(id);
    if (path === undefined) {
      throw new AppError('NOT_FOUND', 'This file was read already. Choose it on Import & export.');
    }
    try {
      await using file = await open(path);
      const bytes = new Uint8Array(pieceSize);
      const { bytesRead } = await file.read(bytes, 0, pieceSize, start);
      // fewer than were asked for can come before the end, from a network's disk, say
      const isLast = bytesRead === 0;
      if (isLast) this.#taken.delete(id);
      return { bytes: bytes.slice(0, bytesRead), isLast };
    } catch (error) {
      throw translateError(error, 'A file that was handed over') ?? error;
    }
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw translateError(error, 'A file that was handed over') ?? error;
  }
}
