import type { ReadableBook } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { AskTarget } from '../contract/networks.ts';
import { AppError } from '../contract/result.ts';
import { requirePeople } from '../tables/persons.ts';
import { readPeopleMentioning } from './mentions.ts';
import { readPeopleAt, readPeopleTagged, readPeopleWho, readSynonyms } from './queries.ts';

/** Whom a question is about, and that in words. */
export interface Targets {
  readonly label: string;
  readonly name: string;
  /** Other words for it. */
  readonly also: readonly string[];
  /** Without me, each once. Empty means that nobody fits. */
  readonly ids: readonly PersonId[];
}

/** Throws NOT_FOUND for a person, organisation, topic or tag that is not in the book. */
export function readTargets({ book, clock }: QueryContext, target: AskTarget): Targets {
  switch (target.kind) {
    case 'people': {
      const people = requirePeople(book, target.ids);
      return plainly(
        people.map(({ name }) => name).join(', '),
        people.map(({ id }) => id),
      );
    }
    case 'organisation': {
      const name = requireName(book, 'organisation', target.id);
      return plainly(name, readPeopleAt(book, target.id, target.withPast));
    }
    case 'tag': {
      const name = requireName(book, 'tag', target.id);
      return { ...plainly(name, readPeopleTagged(book, target.id)), label: `#${name}` };
    }
    case 'text':
      return {
        ...plainly(target.text, readPeopleMentioning(book, target.text)),
        label: `“${target.text}”`,
      };
    case 'offers':
    case 'needs': {
      const name = requireName(book, 'topic', target.id);
      return {
        label: target.kind === 'offers' ? `Offers ${name}` : `Needs ${name}`,
        name,
        also: readSynonyms(book, target.id),
        ids: readPeopleWho(book, target.kind, target.id, clock.today),
      };
    }
  }
}

function plainly(name: string, ids: readonly PersonId[]): Targets {
  return { label: name, name, also: [], ids };
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
