import type { CommandContext, Handlers } from '../book/context.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { mergePersons } from '../tables/merge-persons.ts';
import { insertPerson, personRef, renamePerson } from '../tables/persons.ts';
import { listPlatforms } from '../tables/platforms.ts';
import { meId, placeholderName, resolvePerson } from '../tables/resolve-person.ts';
import { checkBook } from './check-book.ts';

/** Queries and commands about the book as a whole. */
export const bookHandlers: Handlers<'book'> = {
  setMe: ({ book, clock, nameStep }, { name }) => {
    nameStep(`Say that I am ${name}`);
    return { me: setMe(book, clock.now, name) };
  },
  platforms: ({ book }) =>
    listPlatforms(book).map(({ key, name, isDirected }) => ({ key, name, isDirected })),
  check: ({ book }) => checkBook(book),
};

/**
 * Marks who I am. The placeholder that an import made before I said so becomes that person: it is renamed,
 * or joined with the person of that name if the book has one.
 */
function setMe(book: CommandContext['book'], now: string, name: string): PersonRef {
  const present = meId(book);
  const named = findNamed(book, name);
  if (present !== null && isPlaceholder(book, present)) {
    if (named === null) renamePerson(book, present, name);
    else if (named !== present) mergePersons(book, named, present);
    return describe(book, named ?? present);
  }
  const me = named ?? insertPerson(book, { displayName: name }, now);
  // only one row may be "me" at any moment
  book.run('UPDATE person SET is_me = 0 WHERE is_me = 1 AND id <> @me', { me });
  book.run('UPDATE person SET is_me = 1 WHERE id = @me', { me });
  return describe(book, me);
}

/** An id, or exactly this name; a name that only folds alike is somebody else. */
function findNamed(book: CommandContext['book'], name: string): PersonId | null {
  if (/^#\d+$/.test(name)) return resolvePerson(book, name);
  const isKnown =
    book.value('SELECT 1 FROM person WHERE display_name = @name LIMIT 1', { name }) !== undefined;
  return isKnown ? resolvePerson(book, name) : null;
}

function isPlaceholder(book: CommandContext['book'], id: PersonId): boolean {
  return book.value('SELECT display_name FROM person WHERE id = @id', { id }) === placeholderName;
}

function describe(book: CommandContext['book'], id: PersonId): PersonRef {
  const me = personRef(book, id);
  if (me === undefined) throw new AppError('NOT_FOUND', `There is no person #${id}.`);
  return me;
}
