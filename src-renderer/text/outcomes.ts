import type { Deed } from '../../src-main/contract/favours.ts';
import type { DescentStep, Outcome } from '../../src-main/contract/outcomes.ts';
import { count, counted, day } from './common.ts';
import { money } from './money.ts';

type View = 'person' | 'client' | 'event' | 'platform' | 'year';
type OriginKind = NonNullable<Outcome['origin']>['kind'];

const outcomes = (value: number): string => counted(value, 'outcome', 'outcomes');

export const outcomesText = {
  lead: 'What came of it all: jobs and gains, and through whom they came. A value is credited in full to everybody on the way, so that you see whom to thank.',
  log: 'Log an outcome',
  kind: { job: 'Job', gain: 'Gain' } satisfies Record<Outcome['kind'], string>,
  total: {
    label: 'In all',
    of: outcomes,
    noMoney: 'None of them counted in money',
  },
  sources: {
    title: 'Where my work comes from',
    view: 'By',
    views: {
      person: 'Person',
      client: 'Client',
      event: 'Event',
      platform: 'Platform',
      year: 'Year',
    } satisfies Record<View, string>,
    currency: 'Currency',
    counts: 'Number',
    unknown: {
      person: 'Not through anybody',
      client: 'No client noted',
      event: 'Not begun at an event',
      platform: 'No platform noted',
      year: '',
    } satisfies Record<View, string>,
    head: { source: 'Source', outcomes: 'Outcomes', value: 'Value' },
    explained: {
      person:
        'Each person on the way is credited with the whole value, so the bars add up to more than the total.',
      client: 'Each outcome counts once, for its client.',
      event: 'Each outcome counts for the event where its line began.',
      platform: 'Each outcome counts for the platform on which it reached you.',
      year: 'Each outcome counts in the year of its day.',
    } satisfies Record<View, string>,
    chart: (view: string, unit: string): string =>
      `Bars by ${view.toLowerCase()}, ${unit}. The table beside has the same figures.`,
    printed: (view: string, unit: string): string => `By ${view.toLowerCase()}, the bars ${unit}`,
    inCurrency: (currency: string): string => `in ${currency}`,
    inCounts: 'in number of outcomes',
    noneInCurrency: 'None of the outcomes has a value in this currency.',
    others: (rows: number): string => `The first ${count(rows)} are drawn; the table has all.`,
    show: (label: string, total: number): string => `Show the ${outcomes(total)} of ${label}`,
    you: 'You yourself',
  },
  list: {
    title: 'Jobs and gains',
    of: (label: string): string => `of ${label}`,
    all: 'Show all',
    for: 'for',
    noValue: 'No value noted',
    edit: 'Edit',
    remove: 'Remove',
    removed: (title: string): string => `Removed: ${title}`,
    menu: (title: string): string => `More about ${title}`,
    on: (platform: string): string => `on ${platform}`,
    unknownOrigin: 'Where it came from is not noted.',
  },
  line: {
    label: (title: string): string => `Line of descent of “${title}”`,
    step: ({ kind, introducer, first, second }: DescentStep): string => {
      if (kind === 'make') return `You introduced ${first.name} and ${second.name}`;
      return `${introducer.name} introduced you to ${second.name}`;
    },
    began: 'Began here',
    through: 'Came through',
  },
  empty: {
    title: 'Nothing has come of it yet, as far as this book knows',
    body: 'When a job is won, or somebody does you a good turn, log it here and say where it came from: an introduction, an event, a person, a message that somebody passed on. After a few of them you see where your work comes from, and whom to thank.',
  },
  window: {
    create: 'Log an outcome',
    edit: 'Edit the outcome',
    kind: 'What was it?',
    title: 'What came of it?',
    titlePlaceholder: 'Menus for the taproom',
    client: 'For whom?',
    clientKinds: { none: 'Nobody', person: 'A person', organisation: 'An organisation' },
    person: 'Person',
    organisation: 'Organisation',
    organisationPlaceholder: 'Copper Kettle Brewery',
    amount: 'Value',
    amountPlaceholder: '1,200',
    amountWrong: 'Write a sum above zero like 1,200 or 1,200.50, or leave it empty.',
    amountRead: (sum: string | null): string => (sum === null ? '' : `That is ${sum}.`),
    dateWrong: 'This day is still to come: log it when it is certain.',
    currency: 'Currency',
    onDate: 'On',
    origin: 'Where did it come from?',
    origins: {
      none: 'Not known',
      introduction: 'Introduction',
      event: 'Event',
      person: 'Person',
      share: 'Share',
    } satisfies Record<OriginKind | 'none', string>,
    whichPlaceholder: 'Type a few letters of it…',
    which: {
      introduction: 'Which introduction?',
      event: 'Which event?',
      person: 'Through whom?',
      share: 'Which message that somebody passed on?',
    } satisfies Record<OriginKind, string>,
    noShares: 'Nobody has passed on a message of yours yet, as far as the book knows.',
    perhaps: 'Perhaps:',
    platform: 'Reached you on',
    platformPlaceholder: 'A platform, if it was one',
    note: 'Notes',
    more: 'Platform and notes',
    save: 'Keep it',
    saved: (title: string): string => `Kept: ${title}`,
    incomplete: 'Say what came of it.',
    originIncomplete: 'Choose where it came from, or “Not known”.',
    skip: 'Not now',
  },
  owed: {
    title: 'Thanks owed',
    none: 'You have thanked everybody for all that they did.',
    since: (onDate: string): string => `since ${day(onDate)}`,
    deed: ({ kind, about, value }: Deed): string => {
      if (kind === 'introduction') return `introduced you to ${about}`;
      if (kind === 'share')
        return about === '' ? 'passed on a message of yours' : `passed on “${about}”`;
      return value === null ? `led to “${about}”` : `led to “${about}” (${money(value)})`;
    },
    thank: 'I thanked them',
    thankNamed: (name: string): string => `I thanked them: ${name}`,
    how: 'How? (if you like)',
    howPlaceholder: 'Flowers, a card, lunch',
    thanked: (name: string): string => `Thanks to ${name} noted`,
    given: 'Thanks given',
    noneGiven: 'None noted yet.',
    takeBack: (name: string): string => `Remove the thanks to ${name}`,
    takenBack: 'Thanks removed',
  },
  balance: {
    title: 'Given and received',
    none: 'Introductions you make or are given, and messages passed on, are set against each other here.',
    head: {
      person: 'Person',
      given: 'You gave',
      received: 'You received',
      value: 'Work through them',
      balance: 'Balance',
    },
    favours: (introductions: number, shares: number): string => {
      const parts = [
        ...(introductions === 0 ? [] : [counted(introductions, 'introduction', 'introductions')]),
        ...(shares === 0 ? [] : [counted(shares, 'share', 'shares')]),
      ];
      return parts.length === 0 ? '–' : parts.join(', ');
    },
    balance: (value: number): string => {
      if (value === 0) return 'even';
      return value > 0 ? `they owe you ${count(value)}` : `you owe ${count(-value)}`;
    },
    all: 'All outcomes and balances',
  },
};
