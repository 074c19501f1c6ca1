import type {
  BirthdayLine,
  FollowUpLine,
  IntroductionLine,
  KeepInTouchLine,
  Rhythm,
  TodayLine,
} from '../../src-main/contract/today.ts';
import { ago, counted, day } from './common.ts';

const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const fullDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const dateOf = (isoDate: string): Date => new Date(`${isoDate}T00:00:00Z`);
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** "today", "tomorrow", "in 3 days": of a day to come. */
function ahead(isoDate: string, today: string): string {
  const days = daysBetween(today, isoDate);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** "today", "yesterday", "5 days late": of a day that has come. */
function late(isoDate: string, today: string): string {
  const days = daysBetween(isoDate, today);
  if (days <= 0) return 'today';
  if (days < 14) return `${counted(days, 'day', 'days')} late`;
  if (days < 60) return `${Math.round(days / 7)} weeks late`;
  return `since ${day(isoDate)}`;
}

const rhythm = ({ every, unit }: Rhythm): string =>
  every === 1 ? `every ${unit}` : `every ${every} ${unit}s`;

function waitingFor(line: IntroductionLine, today: string): string {
  const when = ago(line.since, today);
  const { first, introducer, second, state } = line;
  if (line.kind === 'make') {
    if (state === 'permission_asked') return `You asked ${when} whether they want to meet`;
    if (state === 'asked') return `You were asked ${when} to bring them together`;
    if (state === 'accepted') return `Both said yes ${when}: introduce them`;
    return `You introduced them ${when}. Have they met?`;
  }
  if (state === 'asked') return `You asked ${when} to be introduced to ${second.name}`;
  if (state === 'permission_asked') return `Asked ${second.name} for you ${when}`;
  if (state === 'accepted') return `Said yes ${when}: will introduce you to ${second.name}`;
  if (state === 'made') return `${introducer.name} introduced you ${when}. Have you talked?`;
  return `About you and ${second.id === line.person.id ? first.name : second.name}, ${when}`;
}

type Kind = TodayLine['kind'];

const done: Record<Kind, string> = {
  follow_up: 'Done',
  introduction: 'No need to wait',
  keep_in_touch: 'In touch today',
  birthday: 'Congratulated',
  fading: 'Let it be',
};

export const today = {
  title: 'Today',
  lead: (isoDate: string, waiting: number | undefined) =>
    [
      fullDay.format(dateOf(isoDate)),
      waiting === undefined
        ? null
        : waiting === 0
          ? 'nothing waits'
          : counted(waiting, 'thing waits', 'things wait'),
    ]
      .filter((part) => part !== null)
      .join(' · '),
  nothing: {
    title: 'Nothing waits',
    body: 'No follow-up, promise or birthday needs you today. Whatever falls due comes up here by itself.',
    new: 'This is where each day starts: follow-ups, promises from events, birthdays, and people you meant to keep in touch with come up here by themselves. Put the first people into your book and they will.',
    import: 'Import contacts',
    event: 'Log an event',
  },
  sections: {
    followUps: 'Follow-ups',
    promises: 'Promised at events',
    introductions: 'Introductions that wait',
    keepInTouch: 'Keep in touch',
    birthdays: 'Birthdays',
    fading: 'Fading ties',
    goals: 'Asked for together',
    took: 'Introductions that took',
    thanks: 'Thanks owed',
    pairs: 'Pairs worth introducing',
  },
  fadingHint:
    'Close once, and out of touch for long. A few words are enough. Those with a rhythm stand under “Keep in touch”.',
  showAll: (total: number) => `Show all ${total}`,
  late,
  ahead,
  nameless: 'Get in touch',
  promisedAt: (event: NonNullable<FollowUpLine['event']>) => event.title,
  waitingFor,
  openIntroduction: 'Open the introduction',
  rhythm,
  inTouch: (line: KeepInTouchLine, isoToday: string) =>
    `${rhythm(line.rhythm).replace(/^e/u, 'E')}, ${
      line.lastContactOn === null
        ? 'and no contact noted yet'
        : `last contact ${ago(line.lastContactOn, isoToday)}`
    }`,
  birthday: ({ onDate, turns, isLeapDay }: BirthdayLine) =>
    [
      turns === null ? 'Birthday' : `Turns ${turns}`,
      ` on ${weekday.format(dateOf(onDate))}`,
      isLeapDay ? ', born on 29 February' : '',
    ].join(''),
  faded: (before: string, now: string, lastContactOn: string, isoToday: string) =>
    `Was ${before}, now ${now}. Last contact ${ago(lastContactOn, isoToday)}`,
  pair: (a: string, b: string) => `${a} and ${b}`,
  actions: {
    done: (kind: Kind) => done[kind],
    snooze: 'Put off',
    log: 'Log a contact',
    of: (action: string, name: string) => `${action}: ${name}`,
  },
  finished: (kind: Kind, name: string): string => {
    switch (kind) {
      case 'follow_up':
        return `Done: ${name}.`;
      case 'introduction':
        return `Not reminded of ${name} any more.`;
      case 'keep_in_touch':
        return `Noted a conversation with ${name}.`;
      case 'birthday':
        return `Birthday of ${name} is done.`;
      case 'fading':
        return `The tie with ${name} is let be for half a year.`;
    }
  },
  snoozed: (name: string, until: string) =>
    `${name} comes back on ${weekday.format(dateOf(until))}.`,
  snooze: {
    title: (name: string) => `Put off: ${name}`,
    tomorrow: 'Tomorrow',
    nextWeek: 'In a week',
    nextMonth: 'In four weeks',
    date: 'On a date…',
    pick: 'Come back on',
    save: 'Put off',
    on: (isoDate: string) => weekday.format(dateOf(isoDate)),
  },
  log: {
    form: (name: string) => `A contact with ${name} today`,
    kind: 'What was it?',
    note: 'What about?',
    notePlaceholder: 'In a few words, if you like',
    alsoDone: 'and this is done',
    save: 'Log it',
    logged: (name: string) => `Logged a contact with ${name}.`,
  },
  coming: {
    title: 'The next seven days',
    none: 'Nothing is planned.',
    day: (isoDate: string, isoToday: string) =>
      daysBetween(isoToday, isoDate) === 1
        ? `Tomorrow, ${weekday.format(dateOf(isoDate))}`
        : weekday.format(dateOf(isoDate)),
    more: (left: number) => `and ${left} more`,
    birthday: 'Birthday',
    keepInTouch: 'Keep in touch',
  },
  failed: (section: string) => `“${section}” could not be read.`,
};
