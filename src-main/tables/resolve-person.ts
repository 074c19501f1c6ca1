import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { foldName } from './fold-name.ts';
import { insertPerson, personExists, personHints, personRefs } from './persons.ts';

/** One of several people who bear a name, with what tells them apart ('' when nothing does). */
export interface Candidate {
  readonly id: PersonId;
  readonly name: string;
  readonly hint: string;
}

/**
 * People whose display name is exactly this text (capitals and accents count); if there are none, people
 * with exactly this other name (nickname, former name, alias). In order of id.
 */
export function findPersonsByExactName(book: ReadableBook, name: string): PersonId[] {
  const parameters = { name, foldedName: foldName(name) };
  const byDisplayName = book.column<PersonId>(
    'SELECT id FROM person WHERE folded_name = @foldedName AND display_name = @name ORDER BY id',
    parameters,
  );
  if (byDisplayName.length > 0) return byDisplayName;
  return book.column<PersonId>(
    'SELECT DISTINCT person_id FROM person_name WHERE folded_name = @foldedName AND name = @name ORDER BY 1',
    parameters,
  );
}

/** People whose display name or other name is this text when case and accents are ignored. In order of id. */
export function findPersonsByFoldedName(book: ReadableBook, name: string): PersonId[] {
  return book.column<PersonId>(
    `SELECT id FROM person WHERE folded_name = @foldedName
     UNION SELECT person_id FROM person_name WHERE folded_name = @foldedName ORDER BY 1`,
    { foldedName: foldName(name) },
  );
}

/**
 * The person a text addresses, as on the command line: '#12' is an id; else the one of exactly that name;
 * else the one whose name is that but for case and accents.
 * Throws NOT_FOUND, or AMBIGUOUS_NAME with `details.candidates: Candidate[]`.
 */
export function resolvePerson(book: ReadableBook, text: string): PersonId {
  const name = text.trim();
  const id = personIdOf(name);
  if (id !== null) {
    if (personExists(book, id)) return id;
    throw new AppError('NOT_FOUND', `There is no person with the id ${name} in this book.`);
  }
  const exact = findPersonsByExactName(book, name);
  const found = exact.length > 0 ? exact : findPersonsByFoldedName(book, name);
  const [first] = found;
  if (first === undefined) {
    throw new AppError(
      'NOT_FOUND',
      `Nobody called "${name}" is in this book. Check the spelling, or find the person with a search.`,
    );
  }
  if (found.length > 1) throw ambiguousName(name, personCandidates(book, found));
  return first;
}

/** People with their names and hints, in the order given; for choosing between them. */
export function personCandidates(book: ReadableBook, ids: readonly PersonId[]): Candidate[] {
  const refs = personRefs(book, ids);
  const hints = personHints(book, ids);
  return ids.flatMap((id) => {
    const ref = refs.get(id);
    return ref === undefined ? [] : [{ id, name: ref.name, hint: hints.get(id) ?? '' }];
  });
}

/** "#12" as the id 12; null for any other text. */
export function personIdOf(text: string): PersonId | null {
  const digits = /^#([1-9]\d{0,14})$/.exec(text)?.[1];
  return digits === undefined ? null : (Number(digits) as PersonId);
}

const shownCandidates = 10;

function ambiguousName(name: string, candidates: readonly Candidate[]): AppError {
  const shown = candidates
    .slice(0, shownCandidates)
    .map(({ id, hint }) => (hint === '' ? `#${id}` : `#${id} (${hint})`));
  const more = candidates.length - shown.length;
  const list = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  return new AppError(
    'AMBIGUOUS_NAME',
    `${candidates.length} people are called "${name}": ${list}. Use the number instead of the name.`,
    { candidates },
  );
}

/** Who I am, or null as long as nobody has been marked as me. */
export function meId(book: ReadableBook): PersonId | null {
  return book.value<PersonId>('SELECT id FROM person WHERE is_me = 1') ?? null;
}

/** Who I am. Throws NO_ME with what to do about it. */
export function requireMe(book: ReadableBook): PersonId {
  const me = meId(book);
  if (me === null) {
    throw new AppError(
      'NO_ME',
      'This book does not know yet who you are. Say so in Settings under "My card", or on the command line with: me NAME',
    );
  }
  return me;
}

/** Who I am; if nobody is marked yet, a placeholder named "Me" is made, which naming oneself renames later. */
export function ensureMe(book: WritableBook, now: string): PersonId {
  const me = meId(book);
  if (me !== null) return me;
  const id = insertPerson(book, { displayName: placeholderName }, now);
  book.run('UPDATE person SET is_me = 1 WHERE id = @id', { id });
  return id;
}

/** Display name of the "me" that an import makes when nobody has said who they are. */
export const placeholderName = 'Me';
