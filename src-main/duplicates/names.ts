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

  /** Takes the place of what was known of this person; without words they are forgotten. */
  set(id: PersonId, words: readonly string[]): void {
    for (const word of this.wordsOf(id)) this.#unbear(word, id);
    if (words.length === 0) this.#words.delete(id);
    else this.#words.set(id, words);
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

  #unbear(word: string, id: PersonId): void {
    const left = this.bearers.get(word)?.filter((other) => other !== id) ?? [];
    if (left.length === 0) this.bearers.delete(word);
    else this.bearers.set(word, left);
  }
}
