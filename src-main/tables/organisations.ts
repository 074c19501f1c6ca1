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
