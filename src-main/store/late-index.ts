import type { Book } from '../book/open-book.ts';
import { hasLateEntries, makeLateEntries } from '../search/indexing.ts';

/** Milliseconds between two portions: other calls come in between. */
const pause = 20;
/** People of one portion, some 30 ms of work, so that no call waits for longer. */
const portion = 300;

/**
 * Makes the entries of the search index that a change of many people left for later: a portion at a time while nobody
 * asks, and all that are left as soon as the index is read.
 */
export class LateIndex {
  readonly #book: Book;
  readonly #onDefect: (error: unknown, where: string) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(book: Book, onDefect: (error: unknown, where: string) => void) {
    this.#book = book;
    this.#onDefect = onDefect;
    book.beforeSearch(() => this.#makeAll());
    this.plan();
  }

  /** To be called after each commit. */
  plan(): void {
    if (this.#timer !== undefined || !hasLateEntries(this.#book.reader)) return;
    this.#timer = setTimeout(() => this.#makeSome(), pause);
    this.#timer.unref();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #makeSome(): void {
    this.#timer = undefined;
    try {
      this.#transact(() => makeLateEntries(this.#book.writer, portion));
      this.plan();
    } catch (error) {
      // a full disk, say: whoever reads the index is told
      this.#onDefect(error, 'making late entries of the search index');
    }
  }

  /** Inside the transaction of a command, should one be under way. */
  #makeAll(): void {
    if (!hasLateEntries(this.#book.reader)) return;
    this.#transact(() => {
      while (makeLateEntries(this.#book.writer));
    });
  }

  #transact(action: () => void): void {
    const { sqlite } = this.#book;
    if (sqlite.inTransaction) action();
    else sqlite.transaction(action).immediate();
  }
}
