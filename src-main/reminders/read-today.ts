import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import type { IntroductionLine } from '../contract/today.ts';
import { readFadingTies } from '../tables/fading-ties.ts';
import { personRefs } from '../tables/persons.ts';
import { readRhythms } from '../tables/rhythms.ts';
import { readShownRoles, type ShownRole } from '../tables/roles.ts';
import { birthdayAmong, daysFrom, daysOfYear, type Birthday } from './birthdays.ts';
import * as queries from './queries.ts';

type Reading =
  | 'summary'
  | 'followUps'
  | 'introductions'
  | 'keepInTouch'
  | 'birthdays'
  | 'fading'
  | 'coming'
  | 'rhythm';

/** Birthdays are announced this many days ahead: enough to write a card. */
const birthdayNotice = 3;

/** What waits, section by section. Each is asked for by itself, so that one that is slow or fails keeps none up. */
export const readToday: Pick<Handlers<'today'>, Reading> = {
  summary: (context) => {
    const { book, clock } = context;
    const due = queries.upTo(clock.today);
    const followUps = queries.findFollowUps(book, due, false, 0).total;
    const promises = queries.findFollowUps(book, due, true, 0).total;
    const introductions = queries.findReminders(book, due, 0).total;
    const keepInTouch = queries.findRhythmsDue(book, due, clock.today).length;
    const birthdays = birthdaysOn(context, [clock.today]).length;
    const total = followUps + promises + introductions + keepInTouch + birthdays;
    return { followUps, promises, introductions, keepInTouch, birthdays, total };
  },
  followUps: (context, { promised, limit }) => {
    const due = queries.upTo(context.clock.today);
    const found = queries.findFollowUps(context.book, due, promised, limit);
    const about = describePeople(context, found.rows);
    return {
      total: found.total,
      rows: found.rows.map(({ id, dueOn, what, personId, ...row }) => ({
        line: { kind: 'follow_up', id },
        ...about(personId),
        dueOn,
        what,
        event: eventOf(row),
      })),
    };
  },
  introductions: (context, { limit }) => {
    const due = queries.upTo(context.clock.today);
    const { total, rows } = queries.findReminders(context.book, due, limit);
    return { total, rows: describeReminders(context, rows) };
  },
  keepInTouch: (context, { limit }) => {
    const { book, clock } = context;
    const found = queries.findRhythmsDue(book, queries.upTo(clock.today), clock.today);
    const rows = found.slice(0, limit);
    const about = describePeople(context, rows);
    return {
      total: found.length,
      rows: rows.map(({ personId, every, unit, lastContactOn, dueOn }) => ({
        line: { kind: 'keep_in_touch', id: personId },
        ...about(personId),
        rhythm: { every, unit },
        lastContactOn,
        dueOn,
      })),
    };
  },
  birthdays: (context, { limit }) => {
    const found = birthdaysOn(context, daysFrom(context.clock.today, birthdayNotice + 1));
    const rows = found.slice(0, limit);
    const about = describePeople(context, rows);
    return {
      total: found.length,
      rows: rows.map(({ personId, ...birthday }) => ({
        line: { kind: 'birthday', id: personId },
        ...about(personId),
        ...birthday,
      })),
    };
  },
  fading: (context, { limit }) => {
    const fading = readFadingTies(context);
    const ids = fading.map(({ personId }) => personId);
    const inPeace = queries.readLeftInPeace(context.book, ids, context.clock.today);
    const found = fading.filter(({ personId }) => !inPeace.has(personId));
    const rows = found.slice(0, limit);
    const about = describePeople(context, rows);
    return {
      total: found.length,
      rows: rows.map(({ personId, ...tie }) => ({
        line: { kind: 'fading', id: personId },
        ...about(personId),
        ...tie,
      })),
    };
  },
  coming: (context, { days }) =>
    readComing(context, daysFrom(context.clock.today, days + 1).slice(1)),
  rhythm: ({ book }, { id }) => {
    const [found] = readRhythms(book, [id]);
    if (found === undefined) return null;
    const { every, unit, lastContactOn, dueOn } = found;
    return { rhythm: { every, unit }, lastContactOn, dueOn };
  },
};

type BirthdayOf = Birthday & { readonly personId: PersonId };

/** Birthdays kept on some days, nearest first. */
export function birthdaysOn({ book, clock }: QueryContext, days: readonly string[]): BirthdayOf[] {
  const found = queries.findBirthdays(book, daysOfYear(days), clock.today);
  return found
    .flatMap(({ personId, birthday }) => {
      const kept = birthdayAmong(birthday, days);
      return kept === null ? [] : [{ ...kept, personId }];
    })
    .sort((a, b) => a.onDate.localeCompare(b.onDate) || a.personId - b.personId);
}

type About = (id: PersonId) => { person: PersonRef; role: ShownRole };

const noRole: ShownRole = { title: null, organisation: null };

function describePeople(
  { book }: QueryContext,
  rows: readonly { readonly personId: PersonId }[],
): About {
  const ids = rows.map(({ personId }) => personId);
  const refs = personRefs(book, ids);
  const roles = readShownRoles(book, ids);
  return (id) => ({
    person: refs.get(id) ?? { id, name: `#${id}`, isNamed: false },
    role: roles.get(id) ?? noRole,
  });
}

function eventOf({
  eventId,
  eventTitle,
  eventHeldOn,
}: Pick<queries.FollowUpRow, 'eventId' | 'eventTitle' | 'eventHeldOn'>) {
  if (eventId === null || eventTitle === null) return null;
  return { id: eventId, title: eventTitle, heldOn: eventHeldOn };
}

/** Who has the next move: the introducer until it is made, then whom it was made for. */
function waitedFor(row: queries.ReminderRow): PersonId {
  if (row.kind === 'make') return row.firstId;
  return row.state === 'made' ? row.secondId : row.introducerId;
}

function describeReminders(
  context: QueryContext,
  rows: readonly queries.ReminderRow[],
): IntroductionLine[] {
  const about = describePeople(
    context,
    rows.flatMap((row) =>
      [row.introducerId, row.firstId, row.secondId].map((personId) => ({ personId })),
    ),
  );
  return rows.map((row) => ({
    line: { kind: 'introduction', id: row.id },
    ...about(waitedFor(row)),
    introductionId: row.id,
    kind: row.kind,
    state: row.state,
    since: row.since,
    dueOn: row.dueOn,
    goal: row.goal,
    introducer: about(row.introducerId).person,
    first: about(row.firstId).person,
    second: about(row.secondId).person,
  }));
}

type Coming = Awaited<ReturnType<Handlers<'today'>['coming']>>;
type ComingKind = Coming[number]['entries'][number]['kind'];

/** A day shows so many entries; beyond that it only says how many more there are. */
const entriesADay = 8;
/** Read at most, so that an imported calendar of thousands does not hold up the page. */
const mostRead = 500;

function readComing(context: QueryContext, days: readonly string[]): Coming {
  const { book, clock } = context;
  const span = { from: days[0] ?? '', to: days.at(-1) ?? '' };
  const entry = (kind: ComingKind, personId: PersonId, day: string, what: string) => ({
    kind,
    personId,
    day,
    what,
  });
  const found = [
    ...birthdaysOn(context, days).map((row) => entry('birthday', row.personId, row.onDate, '')),
    ...queries
      .findFollowUps(book, span, null, mostRead)
      .rows.map((row) => entry('follow_up', row.personId, row.dueOn, row.what)),
    ...queries
      .findReminders(book, span, mostRead)
      .rows.map((row) => entry('introduction', waitedFor(row), row.dueOn, row.goal)),
    ...queries
      .findRhythmsDue(book, span, clock.today)
      .map((row) => entry('keep_in_touch', row.personId, row.shownOn, '')),
  ];
  const byDay = Map.groupBy(found, ({ day }) => day);
  const shown = [...byDay.values()].flatMap((entries) => entries.slice(0, entriesADay));
  const about = describePeople(context, shown);
  return days.flatMap((day) => {
    const entries = byDay.get(day);
    if (entries === undefined) return [];
    const first = entries.slice(0, entriesADay).map(({ kind, personId, what }) => ({
      kind,
      person: about(personId).person,
      what,
    }));
    return [{ day, total: entries.length, entries: first }];
  });
}
