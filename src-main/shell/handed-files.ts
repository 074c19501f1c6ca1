import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { translateError } from '../book/refusals.ts';
import { AppError } from '../contract/result.ts';

/*
 * Files that are given to the program on its command line, by itself or by another start of it that then leaves: a book
 * is opened, others wait for the import page.
 */

/** Together; the page holds them in memory while it asks what they are. */
const mostBytes = 512 * 1024 * 1024;

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

/** What waits until the page takes it. */
export class HandedFiles {
  #paths: readonly string[] = [];

  add(paths: readonly string[]): void {
    this.#paths = [...new Set([...this.#paths, ...paths])];
  }

  /**
   * Reads what waits, and forgets it.
   *
   * @throws AppError TOO_LARGE, or what is in the way of reading
   */
  async take(): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }[]> {
    const paths = this.#paths;
    this.#paths = [];
    try {
      const sizes = paths.map((path) => statSync(path).size);
      if (sizes.reduce((sum, size) => sum + size, 0) > mostBytes) {
        throw new AppError(
          'TOO_LARGE',
          'These files are too large to be handed over together. Choose them on Import & export.',
        );
      }
      return await Promise.all(
        paths.map(async (path) => ({
          name: basename(path),
          bytes: new Uint8Array(await readFile(path)),
        })),
      );
    } catch (error) {
      throw translateError(error, 'A file that was handed over') ?? error;
    }
  }
}
