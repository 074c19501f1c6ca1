import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { AskTarget } from '../contract/networks.ts';
import { AppError } from '../contract/result.ts';
import { readPeopleAt, readPeopleTagged, readPeopleWho } from './queries.ts';
import { requirePeople } from './people-of-question.ts';

/**
 * The people a question is about, without me. Throws NOT_FOUND for a person, organisation,
 * topic or tag that is not in the book; an empty list means that nobody fits.
 */
export function readTargets({ book, clock }: QueryContext, target: AskTarget): PersonId[] {
  switch (target.kind) {
    case 'people':
      return requirePeople(book, target.ids).map(({ id }) => id);
    case 'organisation':
      requireRow(
        book.value('SELECT 1 FROM organisation WHERE id = @id', { id: target.id }),
        'organisation',
      );
      return readPeopleAt(book, target.id, target.withPast);
    case 'tag':
      requireRow(book.value('SELECT 1 FROM tag WHERE id = @id', { id: target.id }), 'tag');
      return readPeopleTagged(book, target.id);
    default:
      requireRow(book.value('SELECT 1 FROM topic WHERE id = @id', { id: target.id }), 'topic');
      return readPeopleWho(book, target.kind, target.id, clock.today);
  }
}

function requireRow(found: unknown, what: string): void {
  if (found !== undefined) return;
  throw new AppError('NOT_FOUND', `This ${what} is no longer in the book. Search for it again.`);
}
