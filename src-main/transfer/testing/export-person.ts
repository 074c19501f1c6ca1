/** Parsed people as the writers take them, without the way through a book. */
import type { ParsedPerson } from '../parsed-file.ts';
import type { ExportPerson } from '../writers/export-person.ts';

export function toExportPerson(person: ParsedPerson, source = 'vcard'): ExportPerson {
  return {
    ...person,
    offers: [],
    needs: [],
    fields: person.extra.map(({ name, value }) => ({ source, name, value })),
  };
}
