import type { ReadableBook } from '../book/access.ts';
import type { CommandContext, Handlers, QueryContext } from '../book/context.ts';
import type { EventId, PersonId, PersonRef } from '../contract/common.ts';
import type { ParsedInputOf, StoreContract } from '../contract/index.ts';
import { AppError } from '../contract/result.ts';
import { foldName } from '../tables/fold-name.ts';
import { personRefs, requirePerson } from '../tables/persons.ts';
import { ensureMe, meId, requireMe } from '../tables/resolve-person.ts';
import { removeEvidence } from '../tables/remove-evidence.ts';
import { contactDay, leaveEvent, meetPerson, seePerson } from './attendance.ts';
import { findBothKnown } from './both-know.ts';
import { readOutcomesOfEvents, sumUp } from './event-outcomes.ts';
import { describeHarvest } from './harvest.ts';
import { findCountedEvent, listCountedEvents } from './list-queries.ts';
import { logEventLine } from './log-line.ts';
import * as queries from './queries.ts';
import type { EventRow } from './queries.ts';
import { resolveLine } from './resolve-line.ts';

/** How many of the people whom both know are named; the rest is a number. */
const shownBothKnown = 5;

function requireEvent(context: QueryContext, id: EventId): EventRow {
  return queries.findEvent(context.book, id) ?? refuseEvent(id);
}

function refuseEvent(id: EventId): never {
  throw new AppError(
    'NOT_FOUND',
    `There is no event ${id} in this book: it may have been removed.`,
  );
}

/** Names for ids, in their order. */
function named(context: QueryContext, ids: readonly PersonId[]): PersonRef[] {
  const refs = personRefs(context.book, ids);
  return ids.flatMap((id) => refs.get(id) ?? []);
}

type EventSort = ParsedInputOf<StoreContract['events']['list']>['sort'];

/** All events with what they brought, sorted. */
function listEvents(book: ReadableBook, { by, direction }: EventSort) {
  const outcomes = readOutcomesOfEvents(book);
  const rows = listCountedEvents(book, { by: by === 'outcomes' ? 'brought' : by, direction }).map(
    (row) => ({ ...row, ...sumUp(outcomes.get(row.id) ?? []) }),
  );
  if (by !== 'outcomes' && by !== 'brought') return rows;
  // the rest of the ranking decides between equals
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => sign * (a.outcomes - b.outcomes));
}

function describeAttendees(context: QueryContext, event: EventRow) {
  const rows = queries.listAttendees(context.book, event.id);
  const me = meId(context.book);
  const graph = context.network.graph();
  const shared = rows.map(({ personId }) =>
    me === null || personId === me ? [] : findBothKnown(graph, me, personId),
  );
  const shown = shared.map((ids) => ids.slice(0, shownBothKnown));
  const refs = personRefs(context.book, [...rows.map(({ personId }) => personId), ...shown.flat()]);
  return rows.flatMap((row, index) => {
    const person = refs.get(row.personId);
    if (person === undefined) return [];
    return [
      {
        person,
        haveMet: row.haveMet === 1,
        note: row.note,
        organisation: row.organisation,
        title: row.title,
        bothKnow: (shown[index] ?? []).flatMap((id) => refs.get(id) ?? []),
        bothKnowCount: shared[index]?.length ?? 0,
      },
    ];
  });
}

function setAttendance(
  context: CommandContext,
  input: { id: EventId; personId: PersonId; haveMet: boolean; note?: string | undefined },
): void {
  const event = requireEvent(context, input.id);
  const person = requirePerson(context.book, input.personId);
  if (input.haveMet) {
    const me = ensureMe(context.book, context.clock.now);
    // typed on the event's page, a note is the whole note, not one more
    meetPerson(context, event, me, input.personId, (before) => input.note ?? before);
  } else {
    seePerson(context, event, input.personId, input.note);
  }
  context.nameStep(`${input.haveMet ? 'Met' : 'Saw'} ${person.name} at ${event.title}`);
}

/** Events and who was there: the log after an event. */
export const eventsHandlers: Handlers<'events'> = {
  list({ book }, { text, sort, offset, limit }) {
    const wanted = foldName(text);
    const rows = listEvents(book, sort).filter(
      ({ title, place }) => wanted === '' || foldName(`${title} ${place}`).includes(wanted),
    );
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  },

  get(context, { id }) {
    const event = findCountedEvent(context.book, id) ?? refuseEvent(id);
    const promises = queries.listPromises(context.book, id);
    const outcomes = readOutcomesOfEvents(context.book).get(id) ?? [];
    const refs = personRefs(
      context.book,
      promises.map(({ personId }) => personId),
    );
    return {
      ...event,
      ...sumUp(outcomes),
      attendees: describeAttendees(context, event),
      promises: promises.flatMap(({ personId, ...promise }) => {
        const person = refs.get(personId);
        return person === undefined ? [] : [{ ...promise, person }];
      }),
      cameOfIt: describeHarvest(context.book, event, outcomes),
    };
  },

  create(context, input) {
    const id = queries.insertEvent(context.book, input);
    context.nameStep(`Add event ${input.title}`);
    return { event: { id, title: input.title, heldOn: input.heldOn } };
  },

  update(context, { id, ...change }) {
    const before = requireEvent(context, id);
    const event: EventRow = {
      id,
      title: change.title ?? before.title,
      heldOn: change.heldOn === undefined ? before.heldOn : change.heldOn,
      kind: change.kind ?? before.kind,
      place: change.place ?? before.place,
      note: change.note ?? before.note,
    };
    queries.updateEvent(context.book, event);
    if (event.heldOn !== before.heldOn) {
      const { today } = context.clock;
      const [then, now] = [contactDay(before, today), contactDay(event, today)];
      queries.redateEvent(context.book, id, then, now, event.heldOn !== null);
    }
    context.nameStep(`Change event ${event.title}`);
    return { event: { id, title: event.title, heldOn: event.heldOn } };
  },

  remove(context, { id }) {
    const event = requireEvent(context, id);
    removeEvidence(context.book, queries.listMeetingEvidence(context.book, id));
    queries.deleteEvent(context.book, id);
    context.nameStep(`Remove event ${event.title}`);
    return {};
  },

  parseLine(context, { id, text }) {
    requireEvent(context, id);
    const { chips, problems } = resolveLine(context.book, text, context.clock.today);
    return { chips: [...chips], problems: [...problems] };
  },

  logLine(context, { id, text, picks }) {
    const event = requireEvent(context, id);
    const answers = new Map(picks.map(({ chip, person }) => [chip, person]));
    // taken before anything is written: the graph shows the book as it was at the last commit
    const graph = context.network.graph();
    const { alsoTied, chips, ...logged } = logEventLine(context, event, text, answers);
    const me = requireMe(context.book);
    const before = findBothKnown(graph, me, logged.person.id);
    // so what this line itself says comes on top
    const isMine = (other: PersonId): boolean => graph.tie(me, other)?.possible === false;
    const all = [...new Set([...before, ...alsoTied.filter(isMine)])];
    return {
      ...logged,
      chips: [...chips],
      bothKnow: named(context, all.slice(0, shownBothKnown)),
      bothKnowCount: all.length,
    };
  },

  setAttendance(context, input) {
    setAttendance(context, input);
    return {};
  },

  removeAttendance(context, { id, personId }) {
    const event = requireEvent(context, id);
    const person = requirePerson(context.book, personId);
    if (!leaveEvent(context.book, event, personId))
      throw new AppError('NOT_FOUND', `${person.name} is not on the list of ${event.title}.`);
    context.nameStep(`Take ${person.name} off ${event.title}`);
    return {};
  },
};
