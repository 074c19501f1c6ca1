/** The undecided rows of a plan, to be answered before it is applied. */
import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { contract, OutputOf, ParsedInputOf } from '../contract/index.ts';
import { personHints, personRefs } from '../tables/persons.ts';
import type { Answers, Place } from './plan-decisions.ts';
import type { Planned } from './plan-shelf.ts';
import type { PlannedQuestion } from './planned-file.ts';
import type { PlannedRows } from './planned-rows.ts';

type Transfer = (typeof contract)['transfer'];
type Rows = OutputOf<Transfer['planQuestions']>['rows'];

interface OpenRow {
  readonly path: string;
  readonly rows: PlannedRows;
  /** The place of the file in the plan, and the row's in the file. */
  readonly place: Place;
  readonly question: PlannedQuestion;
}

/** By key. Of two answers to one question the later holds. */
export function toAnswers(answers: ParsedInputOf<Transfer['decide']>['answers']): Answers {
  return new Map(answers.map(({ key, answer }) => [key, answer]));
}

/** In the order of the files and their rows. */
export function listPlanQuestions(
  { book }: QueryContext,
  planned: Planned,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): OutputOf<Transfer['planQuestions']> {
  const open = planned.files.flatMap(({ file: path, rows }, file) =>
    rows
      .questions()
      .flatMap(([row, questions]) =>
        questions.map((question) => ({ path, rows, place: { file, row }, question })),
      ),
  );
  const shown = open.slice(offset, offset + limit);
  const ids = shown.flatMap(({ question: { person } }) =>
    person === null ? [] : [person as PersonId],
  );
  const refs = personRefs(book, ids);
  const hints = personHints(book, ids);
  const nameOf = ({ person, row }: PlannedQuestion): Rows[number]['known'] => {
    const id = person as PersonId | null;
    const ref = id === null ? undefined : refs.get(id);
    if (ref !== undefined) return { person: ref, name: ref.name, hint: hints.get(ref.id) ?? '' };
    const other = row === null ? undefined : planned.files[row.file]?.rows.at(row.row);
    return { person: null, name: other?.name ?? '', hint: other?.detail ?? '' };
  };
  const describe = ({ path, place, question, rows }: OpenRow): Rows[number] => {
    const row = rows.at(place.row);
    if (row === undefined) throw new Error(`"${path}" has no row ${place.row}.`);
    return {
      key: question.key,
      file: path,
      line: row.line,
      name: row.name,
      hint: row.detail,
      known: nameOf(question),
      reason: question.reason,
      suggests: question.suggests,
      because: [...question.because],
    };
  };
  return { total: open.length, alike: keysOfAlike(open), rows: shown.map(describe) };
}

/** Where two people are likely for one row, somebody has to look. */
function keysOfAlike(open: readonly OpenRow[]): string[] {
  const likely = open.filter(({ question }) => question.suggests === 'same');
  const placeOf = ({ place: { file, row } }: OpenRow): string => `${file}.${row}`;
  const places = Map.groupBy(likely, placeOf);
  return likely.flatMap((one) =>
    places.get(placeOf(one))?.length === 1 ? [one.question.key] : [],
  );
}
