import type { PersonId } from '../contract/common.ts';
import { areAlike } from './alike-names.ts';

export type Bearers = Map<string, PersonId[]>;

/** Notes that somebody bears a word. */
export function bear(bearers: Bearers, word: string, id: PersonId): void {
  const known = bearers.get(word);
  if (known === undefined) bearers.set(word, [id]);
  else known.push(id);
}

/** Folded names as words, and who bears each word. */
export class Names {
  readonly bearers: Bearers = new Map();
  readonly #words = new Map<PersonId, readonly string[]>();

  add(id: PersonId, words: readonly string[]): void {
    this.#words.set(id, words);
    for (const word of words) bear(this.bearers, word, id);
  }

  wordsOf(id: PersonId): readonly string[] {
    return this.#words.get(id) ?? [];
  }

  areAlike(a: PersonId, b: PersonId): boolean {
    return areAlike(this.wordsOf(a), this.wordsOf(b));
  }

  /** Whether nothing in the names speaks against it: equal, alike, or one of them not known. */
  canBeOne(a: PersonId, b: PersonId): boolean {
    const [one, other] = [this.wordsOf(a), this.wordsOf(b)];
    if (one.length === 0 || other.length === 0) return true;
    return one.join(' ') === other.join(' ') || areAlike(one, other);
  }
}
