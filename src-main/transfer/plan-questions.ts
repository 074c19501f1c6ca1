/** Stages the question whether two people are one. Asked once: an answer is remembered for ever. */
import type { ReadableBook } from '../book/access.ts';
import { Pairs } from './pairs.ts';
import { isBefore, type Ref, type Stage } from './plan-stage.ts';

export class QuestionPlanner {
  readonly #book: ReadableBook;
  readonly #stage: Stage;
  readonly #asked = new Pairs<true>();

  constructor(book: ReadableBook, stage: Stage) {
    this.#book = book;
    this.#stage = stage;
  }

  /** Puts the question about two different people, unless it was put or answered before; `settledAt`: and says no. */
  ask(a: Ref, b: Ref, reason: string, importRef: Ref, settledAt: string | null = null): void {
    const [low, high] = isBefore(a, b) ? [a, b] : [b, a];
    if (this.#asked.get(low, high) === true) return;
    this.#asked.set(low, high, true);
    if (this.#isKnown(low, high)) return;
    this.#stage.insert('identity_question', {
      low_person_id: low,
      high_person_id: high,
      reason,
      import_id: importRef,
      answer: settledAt === null ? null : 'different',
      answered_at: settledAt,
    });
  }

  #isKnown(low: Ref, high: Ref): boolean {
    if (low < 0 || high < 0) return false;
    const known = this.#book.value(
      'SELECT 1 FROM identity_question WHERE low_person_id = @low AND high_person_id = @high',
      { low, high },
    );
    return known !== undefined;
  }
}
