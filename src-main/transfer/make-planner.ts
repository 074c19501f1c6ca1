/** From what was chosen to a plan that can be worked out: files opened, columns recalled, the owner and event stated. */
import { createHash } from 'node:crypto';
import type { WritableBook } from '../book/access.ts';
import type { Checkpoint, QueryContext } from '../book/context.ts';
import type { ColumnKind } from '../contract/columns.ts';
import type { contract, OutputOf, ParsedInputOf } from '../contract/index.ts';
import { AppError } from '../contract/result.ts';
import { homeCountry } from '../tables/contact-points.ts';
import { kindOfRole, readColumnMapping, saveColumnMapping } from './column-kinds.ts';
import type { WholeFile } from './deliveries.ts';
import { type LeftAlone, type OpenedSource, openSource } from './open-source.ts';
import { describeColumns, type ParseOptions } from './parse-file.ts';
import type { Stage } from './plan-stage.ts';
import { bookPlanner } from './plan-book.ts';
import { type ImportFile, planImport } from './plan-import.ts';
import { type GivenIds, type Planned, type Planner, plannedOf } from './plan-shelf.ts';
import { isBookDocument } from './read-json.ts';

type PlanInput = Omit<ParsedInputOf<(typeof contract)['transfer']['plan']>, 'files'> & {
  readonly files: readonly WholeFile[];
};
type Book = QueryContext['book'];

/** How a stage is written: by those who may change the book. */
type ApplyStage = (book: WritableBook, stage: Stage, checkpoint: Checkpoint) => GivenIds;

/**
 * Of longer lists the rows are forgotten while they are planned, which is when most is kept; should it be planned
 * again, after an answer, they are read from the files again.
 */
const keptRows = 10_000;

/** Values of a column that the mapper shows. */
const sampleLength = 60;

/** Reads the files; what they would do is worked out when the planner is run. */
export function makePlanner(
  { book, checkpoint }: QueryContext,
  input: PlanInput,
  apply: ApplyStage,
): Planner {
  const [first, ...others] = input.files;
  if (first === undefined) throw new AppError('INVALID_INPUT', 'Choose a file to import.');
  if (input.format === 'acquaint-json' || isBookDocument(first.bytes)) {
    if (others.length > 0) {
      throw new AppError('INVALID_INPUT', 'A whole book is read alone, not with other files.');
    }
    return bookPlanner(first.name, first.bytes);
  }
  checkpoint(0, 'Reading the files');
  let read: ReadFiles | null = readFiles(input, book);
  const rows = read.files.reduce((sum, { parsed }) => sum + parsed.people.length, 0);
  const forgetsRows = rows > keptRows;
  const mapped = mappedHeaders(input, book);
  const request = {
    owner: input.owner,
    platform: input.platform ?? null,
    event: input.event ?? null,
    departures: input.departures,
    mine: input.mine,
    forgetsRows,
  };
  return (reader, clock, watch, answers) => {
    if (read === null) watch(0, 'Reading the files');
    const { files, leftAlone } = read ?? readFiles(input, reader);
    if (forgetsRows) read = null;
    const planned = planImport(reader, clock, { ...request, files, answers }, watch);
    return plannedOf(planned.files, leftAlone, writerOf(planned.stage, mapped, apply));
  };
}

interface ReadFiles {
  readonly files: readonly ImportFile[];
  readonly leftAlone: readonly LeftAlone[];
}

function readFiles(input: PlanInput, book: Book): ReadFiles {
  const opened = openFiles(input, book);
  const files = opened.flatMap((source) =>
    source.files.map(({ path, bytes, parsed }) => ({
      path,
      parsed,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  );
  return { files, leftAlone: opened.flatMap((source) => source.leftAlone) };
}

/** What writes a stage. Made here, it holds on to nothing else: the files that were read can go while it works. */
function writerOf(
  stage: Stage,
  mapped: ReturnType<typeof mappedHeaders>,
  apply: ApplyStage,
): Planned['write'] {
  return (writer, checkpoint) => {
    for (const { header, kinds } of mapped) saveColumnMapping(writer, header, kinds);
    return apply(writer, stage, checkpoint);
  };
}

/** What the column mapper shows. */
export function describeForMapper(
  book: Book,
  file: WholeFile,
): OutputOf<(typeof contract)['transfer']['describeTable']> {
  const { columns, roles, samples } = describeColumns(file.bytes, { country: homeCountry(book) });
  const remembered = readColumnMapping(book, columns);
  return {
    isRemembered: remembered !== null,
    columns: columns.map((header, index) => ({
      header,
      kind: remembered === null ? kindOfRole(roles[index] ?? null) : (remembered[index] ?? null),
      samples: samples.flatMap((row) => {
        const value = (row[index] ?? '').trim().slice(0, sampleLength);
        return value === '' ? [] : [value];
      }),
    })),
  };
}

function mappedHeaders(
  { columns, files }: PlanInput,
  book: Book,
): { header: readonly string[]; kinds: readonly (ColumnKind | null)[] }[] {
  const country = homeCountry(book);
  return columns.flatMap(({ file, kinds }) => {
    const found = files.find(({ name }) => name === file);
    return found === undefined
      ? []
      : [{ header: describeColumns(found.bytes, { country }).columns, kinds }];
  });
}

/**
 * A stated format holds for each file by itself, and so do columns; in a folder it would be guessed which files
 * are meant.
 */
function openFiles({ columns, files, format }: PlanInput, book: Book): OpenedSource[] {
  const options: ParseOptions = {
    country: homeCountry(book),
    recall: (header) => readColumnMapping(book, header),
  };
  const kindsOf = new Map(columns.map(({ file, kinds }) => [file, kinds]));
  const entries = files.map(({ name, ...file }) => ({ path: name, ...file }));
  if (format === undefined && kindsOf.size === 0) return [openSource(entries, options)];
  const isAlone = (path: string): boolean => format !== undefined || kindsOf.has(path);
  const together = entries.filter(({ path }) => !isAlone(path));
  const alone = entries
    .filter(({ path }) => isAlone(path))
    .map((entry) => {
      const kinds = kindsOf.get(entry.path);
      const chosen = kinds === undefined ? {} : { kinds };
      try {
        return openSource([{ ...entry, isFromFolder: false }], {
          ...options,
          ...chosen,
          ...(format === undefined ? {} : { format }),
        });
      } catch (error) {
        if (!(error instanceof AppError) || entries.length === 1) throw error;
        throw new AppError(error.code, `"${entry.path}": ${error.message}`, error.details);
      }
    });
  return together.length === 0 ? alone : [...alone, openSource(together, options)];
}
