/** The whole book in one of the export forms. */
import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { readDueDates } from './export-due-dates.ts';
import { readGraph } from './export-graph.ts';
import { readExportPeople } from './export-people.ts';
import { writePeopleCsv } from './writers/write-csv.ts';
import { writeGexf } from './writers/write-gexf.ts';
import { writeGraphml } from './writers/write-graphml.ts';
import { writeIcs } from './writers/write-ics.ts';
import { displayNameOf } from './writers/export-person.ts';
import { writeCard, writeVcards } from './writers/write-vcard.ts';
import { writeBookJson } from './write-json.ts';

type Form = Parameters<Handlers<'transfer'>['export']>[1]['as'];

const forms: Readonly<
  Record<Form, { extension: string; write: (context: QueryContext) => Uint8Array }>
> = {
  json: { extension: 'json', write: ({ book }) => writeBookJson(book) },
  csv: {
    extension: 'csv',
    write: ({ book, clock }) => writePeopleCsv(readExportPeople(book, clock.today)),
  },
  vcard4: {
    extension: 'vcf',
    write: ({ book, clock }) => writeVcards(readExportPeople(book, clock.today), '4.0'),
  },
  vcard3: {
    extension: 'vcf',
    write: ({ book, clock }) => writeVcards(readExportPeople(book, clock.today), '3.0'),
  },
  graphml: { extension: 'graphml', write: (context) => writeGraphml(readGraph(context)) },
  gexf: {
    extension: 'gexf',
    write: (context) => writeGexf(readGraph(context), context.clock.today),
  },
  ics: {
    extension: 'ics',
    write: ({ book, clock }) => writeIcs(readDueDates(book), clock.now),
  },
};

export const exportBook: Handlers<'transfer'>['export'] = (context, { as }) => {
  const { extension, write } = forms[as];
  // A Buffer may be a part of a larger pool; what crosses to the window is copied whole.
  const bytes = new Uint8Array(write(context));
  return { fileName: `acquaint-${context.clock.today}.${extension}`, bytes };
};

export const exportCards: Handlers<'transfer'>['cards'] = ({ book, clock }) => {
  const ids = book.column<PersonId>('SELECT id FROM person ORDER BY id');
  // both are in the order of ids
  return readExportPeople(book, clock.today).flatMap((person, index) => {
    const id = ids[index];
    return id === undefined
      ? []
      : [{ id, name: displayNameOf(person), text: writeCard(person, '4.0') }];
  });
};
