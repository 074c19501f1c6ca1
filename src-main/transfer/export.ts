/** The book, or some people of it, in one of the export forms. */
import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
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

interface ExportForm {
  readonly extension: string;
  /** Of the whole book unless people are given; then only forms that `canChoose` are asked. */
  readonly write: (context: QueryContext, people?: readonly PersonId[]) => Uint8Array;
  readonly canChoose?: true;
}

const forms: Readonly<Record<Form, ExportForm>> = {
  json: { extension: 'json', write: ({ book }) => writeBookJson(book) },
  csv: {
    extension: 'csv',
    canChoose: true,
    write: ({ book, clock }, people) => writePeopleCsv(readExportPeople(book, clock.today, people)),
  },
  vcard4: {
    extension: 'vcf',
    canChoose: true,
    write: ({ book, clock }, people) =>
      writeVcards(readExportPeople(book, clock.today, people), '4.0'),
  },
  vcard3: {
    extension: 'vcf',
    canChoose: true,
    write: ({ book, clock }, people) =>
      writeVcards(readExportPeople(book, clock.today, people), '3.0'),
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

export const exportBook: Handlers<'transfer'>['export'] = (context, { as, people }) => {
  const { extension, write, canChoose } = forms[as];
  if (people !== undefined && canChoose === undefined) {
    throw new AppError(
      'INVALID_INPUT',
      `Some people alone cannot be exported as ${as}: choose a table or cards, or export the whole book.`,
    );
  }
  // A Buffer may be a part of a larger pool; what crosses to the window is copied whole.
  const bytes = new Uint8Array(write(context, people));
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
