/** The undecided rows of a plan, to be answered before it is applied. */
import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { contract, OutputOf, ParsedInputOf } from '../contract/index.ts';
import { personHints, personRefs } from '../tables/persons.ts';
import type { Answers } from './plan-decisions.ts';
import type { Planned } from './plan-shelf.ts';
import type { PlannedQuestion, PlannedRow } from './planned-file.ts';

type Transfer = (typeof contract)['transfer'];
type Rows = OutputOf<Transfer['planQuestions']>['rows'];

interface OpenRow {
  readonly file: string;
  readonly row: PlannedRow;
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
  const open = planned.files.flatMap(({ file, rows }) =>
    rows.flatMap((row) => (row.questions ?? []).map((question) => ({ file, row, question }))),
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
    const other = row === null ? undefined : planned.files[row.file]?.rows[row.row];
    return { person: null, name: other?.name ?? '', hint: other?.detail ?? '' };
  };
  const describe = ({ file, question, row }: OpenRow): Rows[number] => ({
    key: question.key,
    file,
    line: row.line,
    name: row.name,
    hint: row.detail,
    known: nameOf(question),
    reason: question.reason,
    suggests: question.suggests,
    because: [...question.because],
  });
  return { total: open.length, alike: keysOfAlike(open), rows: shown.map(describe) };
}

/** Where two people are likely for one row, somebody has to look. */
function keysOfAlike(open: readonly OpenRow[]): string[] {
  const likely = open.filter(({ question }) => question.suggests === 'same');
  const rows = new Map<PlannedRow, number>();
  for (const { row } of likely) rows.set(row, (rows.get(row) ?? 0) + 1);
  return likely.flatMap(({ question, row }) => (rows.get(row) === 1 ? [question.key] : []));
}
