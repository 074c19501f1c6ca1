/** Which letters and meetings were counted already: twelve hexadecimal digits each, kept as six bytes. */
import type { ReadableBook } from '../book/access.ts';
import type { Ref, Stage } from './plan-stage.ts';

export class MarkPlanner {
  readonly #book: ReadableBook;
  readonly #stage: Stage;
  #known: Set<string> | undefined;

  constructor(book: ReadableBook, stage: Stage) {
    this.#book = book;
    this.#stage = stage;
  }

  isCounted(mark: string): boolean {
    this.#known ??= this.#read();
    return this.#known.has(mark);
  }

  add(marks: readonly string[], importRef: Ref): void {
    if (marks.length === 0) return;
    this.#known ??= this.#read();
    for (const mark of marks) this.#known.add(mark);
    const bytes = Buffer.from(marks.join(''), 'hex');
    this.#stage.insert('import_mark', { import_id: importRef, marks: bytes });
  }

  #read(): Set<string> {
    const known = new Set<string>();
    for (const bytes of this.#book.column<Uint8Array>('SELECT marks FROM import_mark')) {
      const text = Buffer.from(bytes).toString('hex');
      for (let at = 0; at < text.length; at += 12) known.add(text.slice(at, at + 12));
    }
    return known;
  }
}
