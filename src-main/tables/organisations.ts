import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { OrganisationId } from '../contract/common.ts';
import { foldName } from './fold-name.ts';

/** The organisation of this name, case and accents ignored; null if there is none. */
export function findOrganisation(book: ReadableBook, name: string): OrganisationId | null {
  return (
    book.value<OrganisationId>('SELECT id FROM organisation WHERE folded_name = @foldedName', {
      foldedName: foldName(name),
    }) ?? null
  );
}

/** The organisation of this name, made if it is new. The spelling that came first is kept. */
export function findOrCreateOrganisation(book: WritableBook, name: string): OrganisationId {
  const found = findOrganisation(book, name);
  if (found !== null) return found;
  const { id } = book.run(
    'INSERT INTO organisation (name, folded_name) VALUES (@name, @foldedName)',
    { name: name.trim(), foldedName: foldName(name) },
  );
  return id as OrganisationId;
}

export interface CountedOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  /** How many are there now. */
  readonly people: number;
}

/** The organisations at which most people are now. */
export function readLargestOrganisations(book: ReadableBook, limit: number): CountedOrganisation[] {
  return book.all(
    `SELECT organisation.id, organisation.name, largest.people
     FROM (SELECT organisation_id, count(DISTINCT person_id) AS people FROM role
           WHERE is_current = 1 AND organisation_id IS NOT NULL
           GROUP BY organisation_id ORDER BY people DESC LIMIT @limit) AS largest
     JOIN organisation ON organisation.id = largest.organisation_id
     ORDER BY largest.people DESC, organisation.folded_name`,
    { limit },
  );
}

/** Organisations whose name contains a folded text, those that begin with it first. */
export function readOrganisationsNamed(
  book: ReadableBook,
  folded: string,
  limit: number,
): CountedOrganisation[] {
  return book.all(
    // the best are chosen first: counting the people of all that match would take longer than the rest
    `SELECT id, name, (SELECT count(DISTINCT person_id) FROM role
       WHERE organisation_id = best.id AND is_current = 1) AS people
     FROM (SELECT id, name, folded_name FROM organisation WHERE instr(folded_name, @folded) > 0
           ORDER BY instr(folded_name, @folded) = 1 DESC, folded_name LIMIT @limit) AS best
     ORDER BY instr(folded_name, @folded) = 1 DESC, folded_name`,
    { folded, limit },
  );
}
