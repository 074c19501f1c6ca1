import type { QueryContext } from '../book/context.ts';
import type { IntroductionId, PersonId, PersonRef } from '../contract/common.ts';
import type { Introduction } from '../contract/introductions.ts';
import { AppError } from '../contract/result.ts';
import { personRefs } from '../tables/persons.ts';
import * as queries from './queries.ts';
import type { ChangeRow, IntroductionRow } from './queries.ts';
import { nextStates } from './states.ts';

/** Throws NOT_FOUND. */
export function requireRow(context: QueryContext, id: IntroductionId): IntroductionRow {
  const row = queries.findIntroduction(context.book, id);
  if (row === undefined)
    throw new AppError(
      'NOT_FOUND',
      `There is no introduction ${id} in this book: it may have been removed.`,
    );
  return row;
}

/** Rows with names, history and next states, in the order of the rows. */
export function describe(context: QueryContext, rows: readonly IntroductionRow[]): Introduction[] {
  const people = rows.flatMap((row) => [row.introducerId, row.firstId, row.secondId]);
  const refs = personRefs(context.book, new Set(people));
  const changes = queries.listChanges(
    context.book,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => describeRow(row, refs, changes.get(row.id) ?? []));
}

function describeRow(
  row: IntroductionRow,
  refs: ReadonlyMap<PersonId, PersonRef>,
  changes: readonly ChangeRow[],
): Introduction {
  const named = (id: PersonId): PersonRef => refs.get(id) ?? { id, name: `#${id}`, isNamed: false };
  const { topicId, topicName } = row;
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    introducer: named(row.introducerId),
    first: named(row.firstId),
    second: named(row.secondId),
    topic: topicId === null || topicName === null ? null : { id: topicId, name: topicName },
    goal: row.goal,
    goalId: row.goalId,
    letGoOn: row.letGoOn,
    message: row.message,
    note: row.note,
    cameFromId: row.cameFromId,
    event: eventOf(row),
    outcome: row.outcome,
    remindOn: row.remindOn,
    createdOn: changes[0]?.changedOn ?? '',
    since: changes.at(-1)?.changedOn ?? '',
    next: [...nextStates(row.kind, row.state)],
    history: changes.map(({ state, changedOn, note }) => ({ state, changedOn, note })),
  };
}

function eventOf({ eventId, eventTitle, eventHeldOn }: IntroductionRow): Introduction['event'] {
  if (eventId === null || eventTitle === null) return null;
  return { id: eventId, title: eventTitle, heldOn: eventHeldOn };
}

/** Throws NOT_FOUND. */
export function describeOne(context: QueryContext, id: IntroductionId): Introduction {
  const [found] = describe(context, [requireRow(context, id)]);
  if (found === undefined) throw new Error(`Introduction ${id} vanished while it was read.`);
  return found;
}

/** 'Tom Brown to Jane Doe', as steps are named after it: the other two, without me. */
export function titleOf({ kind, introducer, first, second }: Introduction): string {
  return kind === 'make'
    ? `${first.name} to ${second.name}`
    : `me to ${second.name} by ${introducer.name}`;
}
