/** The rules of import and export, as the contract states them. */
import type { Controls, Handlers, QueryContext } from '../book/context.ts';
import type { contract, OutputOf, ParsedInputOf } from '../contract/index.ts';
import type { ImportId, PersonId, PersonRef } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { mergePersons } from '../tables/merge-persons.ts';
import { foldName } from '../tables/fold-name.ts';
import { personHints, personRefs } from '../tables/persons.ts';
import { meId } from '../tables/resolve-person.ts';
import { applyTakeOut } from './apply-take-out.ts';
import { applyStage } from './apply-stage.ts';
import { Deliveries } from './deliveries.ts';
import { countChanges, listChangeHandlers } from './list-changes.ts';
import { describeForMapper, makePlanner } from './make-planner.ts';
import { PlanShelf, type ShelvedPlan } from './plan-shelf.ts';
import { listPlanQuestions, toAnswers } from './review.ts';
import { countSharedContacts, suggestAnswer } from './suggest-answer.ts';
import { findTakeOut, takeOutQueries } from './preview-take-out.ts';
import type { PlannedFile, PlannedRow } from './planned-file.ts';
import { countQuestions, findQuestion, listImports, listQuestions, saveAnswer } from './queries.ts';

type Plan = OutputOf<(typeof contract)['transfer']['plan']>;
type FilePlan = Plan['files'][number];

/** Left-out rows that a plan shows at once; the rest can be paged through. */
const shownLeftOut = 1000;

const shelf = new PlanShelf();
const deliveries = new Deliveries();

export const transferControls: Controls<'transfer'> = {
  deliver: (_, delivery) => {
    deliveries.add(delivery);
    return {};
  },
  plan: (context, input) => {
    const files = input.files.map((file) => deliveries.take(file));
    return toPlan(shelf.put(context, makePlanner(context, { ...input, files }, applyStage)));
  },
  decide: (context, { answers, planId }) =>
    toPlan(shelf.decide(planId, context, toAnswers(answers))),
  describeTable: ({ book }, { file }) => describeForMapper(book, deliveries.take(file)),
  discard: (_, { planId }) => {
    shelf.discard(planId);
    return {};
  },
};

export const transferHandlers: Handlers<'transfer'> = {
  ...listChangeHandlers,
  ...takeOutQueries,
  takeOut: ({ book, nameStep }, { importId }) => {
    const { fileName, takeOut } = findTakeOut(book, importId);
    nameStep(`Take out the import of ${fileName}`);
    applyTakeOut(book, takeOut);
    return {};
  },
  planRows,
  planQuestions: (context, { planId, ...page }) =>
    listPlanQuestions(context, shelf.get(planId).planned, page),
  planChanges,
  apply: (context, { planId }) => {
    const { book, checkpoint, nameStep } = context;
    const planned = shelf.take(planId, context);
    const [first, ...others] = planned.files.map(({ file }) =>
      file.slice(file.lastIndexOf('/') + 1),
    );
    nameStep(
      `Import ${first ?? 'nothing'}${others.length === 0 ? '' : ` and ${others.length} more`}`,
    );
    const ids = planned.write(book, checkpoint);
    const files = planned.files.map((file) => {
      const id = file.importRef === null ? undefined : ids.get(file.importRef);
      return { ...reportOf(file), importId: id === undefined ? null : (id as ImportId) };
    });
    return { files };
  },
  imports: ({ book }) => {
    const rows = listImports(book);
    const owners = personRefs(
      book,
      rows.flatMap(({ ownerId }) => ownerId ?? []),
    );
    return rows.map(({ id, format, sourceName, platform, importedAt, ...row }) => ({
      id,
      format,
      sourceName,
      platform,
      importedAt,
      owner: row.ownerId === null ? null : (owners.get(row.ownerId) ?? null),
      people: {
        created: row.created,
        matched: row.matched,
        unsure: row.unsure,
        unchanged: row.unchanged,
      },
      ties: { created: row.tiesCreated, unchanged: row.tiesUnchanged },
      changes: { came: row.came, went: row.went, moved: row.moved, open: row.open },
    }));
  },
  questions: ({ book, network }, { offset, limit }) => {
    const rows = listQuestions(book, offset, limit);
    const ids = rows.flatMap(({ a, b }) => [a, b]);
    const refs = personRefs(book, ids);
    const hints = personHints(book, ids);
    const describe = (id: PersonId): PersonRef & { hint: string } => {
      const ref = refs.get(id);
      if (ref === undefined) throw new Error(`A question names person ${id}, who is not there.`);
      return { ...ref, hint: hints.get(id) ?? '' };
    };
    return {
      total: countQuestions(book),
      rows: rows.map(({ id, a, b, reason }) => ({
        id,
        a: describe(a),
        b: describe(b),
        reason,
        ...suggestAnswer(book, a, b, countSharedContacts(network.graph(), a, b, meId(book))),
      })),
    };
  },
  answer: ({ book, clock, nameStep }, { questionId, answer, keep }) => {
    const question = findQuestion(book, questionId);
    if (question === undefined || question.answer !== null) {
      throw new AppError(
        'NOT_FOUND',
        'This question is no longer open: it was answered, or one of the two people is gone.',
      );
    }
    const { a, b } = question;
    if (answer === 'different') {
      nameStep('Say that two people are different');
      saveAnswer(book, questionId, answer, clock.now);
      return {};
    }
    const kept = keep ?? (meId(book) === b ? b : a);
    if (kept !== a && kept !== b) {
      throw new AppError('INVALID_INPUT', 'The person to keep must be one of the two in question.');
    }
    nameStep(`Join two people: ${personRefs(book, [kept]).get(kept)?.name ?? ''}`);
    mergePersons(book, kept, kept === a ? b : a);
    return {};
  },
};

function toPlan({ planId, planned: { files, leftAlone } }: ShelvedPlan): Plan {
  return { planId, files: files.map(toFilePlan), leftAlone: [...leftAlone] };
}

function toFilePlan(file: PlannedFile): FilePlan {
  const { rows: _, importRef: __, leftOut, ownerName, changes, edition, ...shown } = file;
  return {
    ...shown,
    changes: { ...countChanges(changes), ...edition },
    owner: ownerName,
    leftOut: leftOut.slice(0, shownLeftOut),
    leftOutTotal: leftOut.length,
    remarks: [...file.remarks],
  };
}

function reportOf({
  file,
  people,
  ties,
  changes,
  leftOut,
}: PlannedFile): Omit<
  OutputOf<(typeof contract)['transfer']['apply']>['files'][number],
  'importId'
> {
  return { file, people, ties, changes: countChanges(changes), leftOut: [...leftOut] };
}

function planRows(
  { book }: QueryContext,
  input: ParsedInputOf<(typeof contract)['transfer']['planRows']>,
): OutputOf<(typeof contract)['transfer']['planRows']> {
  const { planned } = shelf.get(input.planId);
  const file = planned.files[input.file];
  if (file === undefined) throw new AppError('NOT_FOUND', 'The import has no such file.');
  const wanted = foldName(input.search);
  const says = ({ detail, name, reason }: PlannedRow): boolean =>
    wanted === '' || foldName(`${name} ${detail} ${reason}`).includes(wanted);
  const rows: PlannedRow[] = [];
  let total = 0;
  for (let at = 0; at < file.rows.length; at++) {
    if (file.rows.categoryAt(at) !== input.category) continue;
    const isShown = total >= input.offset && rows.length < input.limit;
    const row = wanted !== '' || isShown ? file.rows.at(at) : undefined;
    if (row !== undefined && !says(row)) continue;
    if (row !== undefined && isShown) rows.push(row);
    total++;
  }
  // Rows of new people have no id yet.
  const refs = personRefs(
    book,
    rows.flatMap(({ person }) => (person !== null && person > 0 ? [person as PersonId] : [])),
  );
  return {
    total,
    rows: rows.map(({ category, detail, line, name, person, reason }) => ({
      line,
      name,
      detail,
      category,
      reason,
      person: person === null ? null : (refs.get(person as PersonId) ?? null),
    })),
  };
}

function planChanges(
  { book }: QueryContext,
  input: ParsedInputOf<(typeof contract)['transfer']['planChanges']>,
): OutputOf<(typeof contract)['transfer']['planChanges']> {
  const { planned } = shelf.get(input.planId);
  const file = planned.files[input.file];
  if (file === undefined) throw new AppError('NOT_FOUND', 'The import has no such file.');
  const all = file.changes.filter(({ kind }) => kind === input.kind);
  const shown = all.slice(input.offset, input.offset + input.limit);
  const refs = personRefs(
    book,
    shown.flatMap(({ person }) => (person > 0 ? [person as PersonId] : [])),
  );
  return {
    total: all.length,
    rows: shown.map(({ person, name, was, became }) => ({
      name,
      was,
      became,
      person: refs.get(person as PersonId) ?? null,
    })),
  };
}
