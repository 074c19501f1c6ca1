/** The book, or some people of it, written into a file or a folder. */
import type { Controls, QueryContext } from '../book/context.ts';
import { translateError } from '../book/refusals.ts';
import { replaceFile } from '../book/replace-file.ts';
import { runInSlices } from '../book/run-in-slices.ts';
import type { PersonId } from '../contract/common.ts';
import type { ExportForm } from '../contract/files.ts';
import { AppError } from '../contract/result.ts';
import { type Card, CardMirror } from './card-mirror.ts';
import { readDueDates } from './export-due-dates.ts';
import { readGraph } from './export-graph.ts';
import { readExportPeople } from './export-people.ts';
import { writePeopleCsv } from './writers/write-csv.ts';
import { writeGexf } from './writers/write-gexf.ts';
import { writeGraphml } from './writers/write-graphml.ts';
import { writeIcs } from './writers/write-ics.ts';
import { displayNameOf, type ExportPerson } from './writers/export-person.ts';
import { writeCard, writeVcards } from './writers/write-vcard.ts';
import { writeBookJson } from './write-json.ts';

type Files = Controls<'files'>;

/** What a form says, in pieces. All of it is read at once: the book may change while they are written. */
const forms: Readonly<
  Record<ExportForm, (context: QueryContext, people?: readonly PersonId[]) => Uint8Array[]>
> = {
  json: ({ book, checkpoint }) =>
    writeBookJson(book, (done) => checkpoint(done * readShare, reading)),
  csv: (context, people) => [writePeopleCsv(readPeople(context, people))],
  vcard4: (context, people) => [writeVcards(readPeople(context, people), '4.0')],
  vcard3: (context, people) => [writeVcards(readPeople(context, people), '3.0')],
  graphml: (context) => [writeGraphml(readNetwork(context))],
  gexf: (context) => [writeGexf(readNetwork(context), context.clock.today)],
  ics: ({ book, clock }) => [writeIcs(readDueDates(book), clock.now)],
};

/** How much of an export is to read the book; the rest is to write the file. */
const readShare = 0.8;
const reading = 'Reading the book';

export const exportToFile: Files['export'] = async (context, { as, path, people }) => {
  const pieces = forms[as](context, people);
  const total = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  try {
    await replaceFile(path, tellWriting(pieces, total, context));
  } catch (error) {
    throw translateError(error, path) ?? error;
  }
  return { bytes: total };
};

function* tellWriting(
  pieces: readonly Uint8Array[],
  total: number,
  { checkpoint }: QueryContext,
): Generator<Uint8Array> {
  let written = 0;
  for (const piece of pieces) {
    checkpoint(readShare + (1 - readShare) * (written / total), 'Writing the file');
    yield piece;
    written += piece.byteLength;
  }
}

/** The store answers others between the cards: a hundred thousand files take longer than to read the book. */
export const mirrorBook: Files['mirrorCards'] = async (context, { folder }) => {
  const { book, checkpoint } = context;
  const ids = book.column<PersonId>('SELECT id FROM person ORDER BY id');
  const people = readPeople(context);
  try {
    const mirror = new CardMirror(folder);
    const tell = (done: number): true => {
      checkpoint(done / ids.length, 'Writing the cards');
      return true;
    };
    try {
      tell(0);
      await runInSlices(mirror.bringInLine(makeCards(ids, people)), tell);
    } finally {
      mirror.close();
    }
    return mirror.report();
  } catch (error) {
    if (error instanceof AppError && error.code === 'STOPPED') {
      throw new AppError(
        'STOPPED',
        'Stopped before it was finished. The cards that were written stay there; choose the folder again to go on.',
      );
    }
    throw translateError(error, folder) ?? error;
  }
};

/** Both are in the order of ids. */
function* makeCards(ids: readonly PersonId[], people: readonly ExportPerson[]): Generator<Card> {
  for (const [index, person] of people.entries()) {
    const id = ids[index];
    if (id === undefined) continue;
    yield { id, name: displayNameOf(person), text: writeCard(person, '4.0') };
  }
}

function readPeople(
  { book, checkpoint, clock }: QueryContext,
  people?: readonly PersonId[],
): ExportPerson[] {
  return readExportPeople(book, clock.today, {
    people,
    tell: (done) => checkpoint(done * readShare, reading),
  });
}

function readNetwork(context: QueryContext): ReturnType<typeof readGraph> {
  return readGraph(context, (done) => context.checkpoint(done * readShare, reading));
}
