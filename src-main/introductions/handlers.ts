import dayjs from 'dayjs';
import type { CommandContext, Handlers, QueryContext } from '../book/context.ts';
import type { IntroductionId, PersonId, PersonRef } from '../contract/common.ts';
import type { Introduction } from '../contract/introductions.ts';
import { AppError } from '../contract/result.ts';
import {
  addIntroductionChange,
  insertIntroduction,
  refreshIntroductionEvidence,
  removeIntroductionEvidence,
} from '../tables/introduction-rows.ts';
import { deleteIntroductions } from '../tables/introductions.ts';
import { personRefs } from '../tables/persons.ts';
import { requireMe } from '../tables/resolve-person.ts';
import { checkDescent, checkDraft, checkEvent } from './drafts.ts';
import { writeLetter } from './letter.ts';
import * as queries from './queries.ts';
import type { ChangeRow, IntroductionRow } from './queries.ts';
import { readTook } from './took.ts';
import { daysUntilReminder, nextStates, outcomesAfter, stateNames } from './states.ts';
import type { IntroductionOutcome, IntroductionState } from './states.ts';

function requireRow(context: QueryContext, id: IntroductionId): IntroductionRow {
  const row = queries.findIntroduction(context.book, id);
  if (row === undefined)
    throw new AppError(
      'NOT_FOUND',
      `There is no introduction ${id} in this book: it may have been removed.`,
    );
  return row;
}

/** Rows with names, history and next states, in the order of the rows. */
function describe(context: QueryContext, rows: readonly IntroductionRow[]): Introduction[] {
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

function describeOne(context: QueryContext, id: IntroductionId): Introduction {
  const [found] = describe(context, [requireRow(context, id)]);
  if (found === undefined) throw new Error(`Introduction ${id} vanished while it was read.`);
  return found;
}

/** 'Tom Brown to Jane Doe', as steps are named after it: the other two, without me. */
function titleOf({ kind, introducer, first, second }: Introduction): string {
  return kind === 'make'
    ? `${first.name} to ${second.name}`
    : `me to ${second.name} by ${introducer.name}`;
}

function reminderOf(state: IntroductionState, onDate: string): string | null {
  const days = daysUntilReminder(state);
  return days === null ? null : dayjs(onDate).add(days, 'day').format('YYYY-MM-DD');
}

/** The day of a change: today unless said; not in the future, and not before the change before it. */
function dayOfChange(
  context: QueryContext,
  onDate: string | undefined,
  since: string | null,
): string {
  const { today } = context.clock;
  const day = onDate ?? today;
  if (day > today)
    throw new AppError(
      'INVALID_INPUT',
      `${day} is still to come: a change is dated when it has happened.`,
    );
  if (since !== null && day < since)
    throw new AppError(
      'INVALID_INPUT',
      `${day} is before the last change of this introduction (${since}): give a later day.`,
    );
  return day;
}

interface Move {
  readonly state: IntroductionState;
  readonly outcome: IntroductionOutcome | null;
}

/** Throws CONFLICT with the states that are allowed, or INVALID_INPUT for an outcome that does not go with it. */
function checkMove(before: Introduction, { state, outcome }: Move): void {
  if (!before.next.includes(state)) {
    const allowed = before.next.map((next) => stateNames[next]);
    throw new AppError(
      'CONFLICT',
      `An introduction that is “${stateNames[before.state]}” cannot become “${stateNames[state]}” at once. It can become: ${allowed.join(', ')}.`,
      { allowed: before.next },
    );
  }
  if (state !== 'outcome') {
    if (outcome === null) return;
    throw new AppError(
      'INVALID_INPUT',
      'Only the state “outcome” says what came of an introduction.',
    );
  }
  const last = before.history.findLast((change) => change.state !== 'outcome');
  const outcomes = outcomesAfter(last?.state ?? before.state);
  if (outcome !== null && outcomes.includes(outcome)) return;
  throw new AppError(
    'INVALID_INPUT',
    `Say what came of it. Possible now: ${outcomes.join(', ').replaceAll('_', ' ')}.`,
    { allowed: outcomes },
  );
}

function move(
  context: CommandContext,
  id: IntroductionId,
  input: Move & { onDate?: string | undefined; note: string; remindOn?: string | null | undefined },
): Introduction {
  const before = describeOne(context, id);
  checkMove(before, input);
  const { state, outcome } = input;
  const onDate = dayOfChange(context, input.onDate, before.since);
  const remindOn = input.remindOn === undefined ? reminderOf(state, onDate) : input.remindOn;
  queries.updateState(context.book, id, { state, outcome, remindOn });
  addIntroductionChange(context.book, id, state, onDate, input.note);
  refreshIntroductionEvidence(context.book, id);
  context.nameStep(`Move the introduction of ${titleOf(before)} to “${stateNames[state]}”`);
  return describeOne(context, id);
}

/** Asks, makings and receivings of introductions: the board. */
export const introductionsHandlers: Handlers<'introductions'> = {
  list(context, { personId }) {
    return describe(context, queries.listIntroductions(context.book, personId ?? null));
  },

  get(context, { id }) {
    return describeOne(context, id);
  },

  create(context, draft) {
    const parts = checkDraft(context, draft);
    const onDate = dayOfChange(context, draft.onDate, null);
    const remindOn =
      draft.remindOn === undefined ? reminderOf(draft.state, onDate) : draft.remindOn;
    const { kind, state, secondId, topicId, goal, message, note, cameFromId, eventId } = draft;
    const id = insertIntroduction(
      context.book,
      {
        kind,
        state,
        secondId,
        topicId,
        goal,
        message,
        note,
        cameFromId,
        eventId,
        ...parts,
        onDate,
        remindOn,
      },
      context.clock.now,
    );
    const made = describeOne(context, id);
    context.nameStep(`Add the introduction of ${titleOf(made)}`);
    return made;
  },

  move(context, { id, ...input }) {
    return move(context, id, input);
  },

  update(context, { id, ...change }) {
    const before = requireRow(context, id);
    const { cameFromId = before.cameFromId, eventId = before.eventId } = change;
    checkDescent(context, id, cameFromId);
    checkEvent(context, eventId);
    queries.updateDetails(context.book, id, {
      goal: change.goal ?? before.goal,
      message: change.message ?? before.message,
      note: change.note ?? before.note,
      remindOn: change.remindOn === undefined ? before.remindOn : change.remindOn,
      cameFromId,
      eventId,
    });
    const after = describeOne(context, id);
    context.nameStep(`Edit the introduction of ${titleOf(after)}`);
    return after;
  },

  took(context) {
    const took = readTook(context.book);
    const described = describe(
      context,
      took.map(({ id }) => requireRow(context, id)),
    );
    return took.flatMap(({ sign, isAcknowledged }, place) => {
      const introduction = described[place];
      return introduction === undefined ? [] : [{ introduction, sign, isAcknowledged }];
    });
  },

  acknowledgeTook(context, { id }) {
    const introduction = describeOne(context, id);
    queries.markTookSeen(context.book, id, context.clock.today);
    context.nameStep(`Know that the introduction of ${titleOf(introduction)} took`);
    return {};
  },

  remove(context, { id }) {
    const before = describeOne(context, id);
    removeIntroductionEvidence(context.book, id);
    deleteIntroductions(context.book, [id]);
    context.nameStep(`Remove the introduction of ${titleOf(before)}`);
    return {};
  },

  draftAsk(context, { introducerId, targetId, topicId }) {
    const { book, clock } = context;
    const letterPerson = (id: PersonId) => {
      const person = queries.findLetterPerson(book, id);
      if (person !== undefined) return person;
      throw new AppError('NOT_FOUND', `There is no person ${id} with a name to write about.`);
    };
    const lastMeeting = queries.findLastMeeting(book, introducerId, clock.today);
    const topic = topicId === null ? null : (queries.findTopicName(book, topicId) ?? null);
    return writeLetter({
      me: letterPerson(requireMe(book)),
      introducer: letterPerson(introducerId),
      target: letterPerson(targetId),
      topic,
      lastMeeting:
        lastMeeting === undefined
          ? null
          : {
              title: lastMeeting.title,
              isRecent: dayjs(clock.today).diff(lastMeeting.heldOn, 'day') <= 60,
            },
      reasons: queries.listReasons(book, introducerId, targetId),
    });
  },
};
