import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import {
  beginGraphToken,
  graphCopyPath,
  readGraphToken,
  settleGraphToken,
} from '../book/graph-token.ts';
import { makeSecret, readSecret } from '../book/secret-bytes.ts';
import type { Book } from '../book/open-book.ts';
import {
  EVIDENCE_WEIGHTS,
  FOLLOW_BOTH_WAYS,
  keptAfter,
  packGraph,
  RATING_STRENGTHS,
  unpackGraph,
  type CompactGraph,
} from '../graph/index.ts';
import { readCopy } from './read-copy.ts';

/** To be raised when the same rows are made into another graph than before; weights and fading tell by themselves. */
const loaderVersion = 1;
const rules = JSON.stringify([
  loaderVersion,
  EVIDENCE_WEIGHTS,
  FOLLOW_BOTH_WAYS,
  RATING_STRENGTHS,
  [0.5, 1, 2, 6, 20].map(keptAfter),
]);

/**
 * The packed copy of the graph beside the book, by which a large book opens in a fraction of a second. It is only
 * ever a help: whatever is wrong with it, or keeps it from being written, the graph is loaded from the book.
 */
export class GraphCopy {
  readonly #book: Book;
  readonly #today: string;
  readonly #path: string;
  #isWriting = false;

  /** @param today the day whose strengths the graph holds: what fades is another graph tomorrow */
  constructor(book: Book, today: string) {
    this.#book = book;
    this.#today = today;
    this.#path = graphCopyPath(book.path);
  }

  /** The graph of the copy, in shared memory, read while other calls are answered; null when there is no good one. */
  async read(): Promise<CompactGraph | null> {
    try {
      const token = readGraphToken(this.#book.reader);
      if (token === null) return null;
      const stamp = this.#stamp(token);
      const { key } = this.#book;
      if (key !== null) {
        return unpackGraph(share(readSecret(await readFile(this.#path), key, 'graph')), stamp);
      }
      const { bytes, sums } = await readCopy(this.#path);
      return unpackGraph(bytes, stamp, sums);
    } catch {
      return null;
    }
  }

  /** Writes the copy while other calls are answered. Says whether there is a good one now. */
  async write(graph: CompactGraph): Promise<boolean> {
    if (this.#isWriting) return false;
    this.#isWriting = true;
    try {
      const { bytes, token } = this.#pack(graph);
      const file = await open(this.#draft, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(this.#draft, this.#path);
      return this.#settle(token);
    } catch {
      this.remove();
      return false;
    } finally {
      this.#isWriting = false;
    }
  }

  /** Writes the copy at once, before the book is closed. */
  writeNow(graph: CompactGraph): void {
    if (this.#isWriting) return;
    try {
      const { bytes, token } = this.#pack(graph);
      const file = openSync(this.#draft, 'w');
      try {
        writeFileSync(file, bytes);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(this.#draft, this.#path);
      this.#settle(token);
    } catch {
      this.remove();
    }
  }

  /** Deletes the copy: it says who was tied to whom, also of people since erased. */
  remove(): void {
    for (const path of [this.#path, this.#draft]) {
      try {
        rmSync(path, { force: true });
      } catch {
        // a folder that cannot be written; without its token in the book the copy is never read
      }
    }
  }

  get #draft(): string {
    return `${this.#path}.part`;
  }

  #stamp(token: string): string {
    const schema = this.#book.reader.value<number>('SELECT user_version FROM pragma_user_version');
    return JSON.stringify([token, this.#today, schema, rules]);
  }

  #pack(graph: CompactGraph): { bytes: Uint8Array; token: string } {
    const token = beginGraphToken(this.#book.writer);
    const bytes = packGraph(graph, this.#stamp(token));
    const { key } = this.#book;
    return { token, bytes: key === null ? bytes : makeSecret(bytes, key, 'graph') };
  }

  #settle(token: string): boolean {
    const isGood = settleGraphToken(this.#book.writer, token);
    if (!isGood) this.remove();
    return isGood;
  }
}

function share(from: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(from.length));
  bytes.set(from);
  return bytes;
}
