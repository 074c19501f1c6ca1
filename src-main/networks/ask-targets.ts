import type { ReadableBook } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { AskTarget } from '../contract/networks.ts';
import { AppError } from '../contract/result.ts';
import { requirePeople } from '../tables/persons.ts';
import { readPeopleAt, readPeopleTagged, readPeopleWho } from './queries.ts';

/** Whom a question is about, and that in words. */
export interface Targets {
  readonly label: string;
  /** Without me, each once. Empty means that nobody fits. */
  readonly ids: readonly PersonId[];
}

/** Throws NOT_FOUND for a person, organisation, topic or tag that is not in the book. */
export function readTargets({ book, clock }: QueryContext, target: AskTarget): Targets {
  if (target.kind === 'people') {
    const people = requirePeople(book, target.ids);
    return { label: people.map(({ name }) => name).join(', '), ids: people.map(({ id }) => id) };
  }
  if (target.kind === 'organisation') {
    const label = requireName(book, 'organisation', target.id);
    return { label, ids: readPeopleAt(book, target.id, target.withPast) };
  }
  if (target.kind === 'tag') {
    return {
      label: `#${requireName(book, 'tag', target.id)}`,
      ids: readPeopleTagged(book, target.id),
    };
  }
  const topic = requireName(book, 'topic', target.id);
  return {
    label: target.kind === 'offers' ? `Offers ${topic}` : `Needs ${topic}`,
    ids: readPeopleWho(book, target.kind, target.id, clock.today),
  };
}

function requireName(
  book: ReadableBook,
  table: 'organisation' | 'tag' | 'topic',
  id: number,
): string {
  const name = book.value<string>(`SELECT name FROM ${table} WHERE id = @id`, { id });
  if (name !== undefined) return name;
  throw new AppError('NOT_FOUND', `This ${table} is no longer in the book. Search for it again.`);
}
