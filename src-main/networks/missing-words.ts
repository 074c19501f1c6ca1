import type { ReadableBook } from '../book/access.ts';
import { findPersons } from '../tables/find-persons.ts';
import { foldName } from '../tables/fold-name.ts';
import { isMentioned, tellingWords } from './mentions.ts';

export interface MissingWord {
  readonly folded: string;
  /** As it stands in the text. */
  readonly typed: string;
  /** Somebody is called so; nothing else in the book has it. */
  readonly isName: boolean;
}

/**
 * The telling words of a text that no topic, company, tag, job, note or address has.
 *
 * @param known words of it, folded, of which it is known already that somebody is mentioned with them
 */
export function missingWords(
  book: ReadableBook,
  text: string,
  known: ReadonlySet<string>,
): MissingWord[] {
  const written = new Map(
    (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [foldName(word), word]),
  );
  return tellingWords(text)
    .filter((word) => !known.has(word) && !isMentioned(book, word) && !isInName(book, word))
    .map((folded) => ({
      folded,
      typed: written.get(folded) ?? folded,
      isName: findPersons(book, folded, { limit: 1, namesOnly: true }).some(
        ({ matched }) => matched !== 'typo',
      ),
    }));
}

/** Also one that nobody is known for. */
function isInName(book: ReadableBook, folded: string): boolean {
  return (
    book.value<0 | 1>(
      `SELECT EXISTS (SELECT 1 FROM topic WHERE instr(folded_name, @folded) > 0)
         OR EXISTS (SELECT 1 FROM topic_synonym WHERE instr(folded_name, @folded) > 0)
         OR EXISTS (SELECT 1 FROM tag WHERE instr(folded_name, @folded) > 0)
         OR EXISTS (SELECT 1 FROM organisation WHERE instr(folded_name, @folded) > 0)`,
      { folded },
    ) === 1
  );
}
