import { AppError } from '../contract/result.ts';

/**
 * Asks the user something about the book that is open. Another one may be opened meanwhile (by a second start, say): the
 * answer was not about that.
 */
export async function askOfOneBook<Answer>(
  bookPath: () => string,
  ask: () => Promise<Answer | null>,
): Promise<Answer | null> {
  const before = bookPath();
  const answer = await ask();
  if (answer === null || bookPath() === before) return answer;
  throw new AppError(
    'CONFLICT',
    'Another book was opened before you had answered. Nothing was written; ask for it again in the book that you mean.',
  );
}
