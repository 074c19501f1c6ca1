import type { Evidence } from '../../src-main/contract/common.ts';

const number = new Intl.NumberFormat('en-GB');
const longDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A count with thousands separated: 12,480. */
export const count = (value: number): string => number.format(value);
/** `counted(2, 'person', 'people')` is "2 people". */
export const counted = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`;
/** 'YYYY-MM-DD' as "8 Feb 2026". */
export const day = (isoDate: string): string => longDay.format(new Date(`${isoDate}T00:00:00Z`));
/** 'YYYY-MM-DD' or '--MM-DD' as "8 Feb 1980" or "8 Feb". */
export const birthday = (value: string): string =>
  value.startsWith('--')
    ? shortDay.format(new Date(`2000-${value.slice(2)}T00:00:00Z`))
    : day(value);

/** How long ago a day lies, in words, seen from today. */
export function ago(isoDate: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(isoDate)) / 86_400_000);
  if (days < 0) return day(isoDate);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.round(days / 7)} weeks ago`;
  if (days < 365) return `${Math.round(days / 30.4)} months ago`;
  const years = days / 365.25;
  return years < 1.5 ? 'a year ago' : `${Math.round(years)} years ago`;
}

const strengthWords = ['none', 'faint', 'slight', 'fair', 'strong', 'very strong'] as const;

export const common = {
  appName: 'Acquaint',
  you: 'You',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  add: 'Add',
  remove: 'Remove',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  copy: 'Copy',
  copied: (what: string) => `Copied ${what}`,
  print: {
    print: 'Print',
    pdf: 'Save as PDF',
    paper: 'Paper',
    saved: (path: string): string => `Saved: ${path}`,
  },
  loading: 'Loading…',
  tryAgain: 'Try again',
  stop: 'Stop',
  stoppedTitle: 'Stopped',
  stoppedUnchanged: 'Stopped before it was finished. Nothing was changed.',
  percent: (value: number): string => `${value} %`,
  more: 'More',
  showAll: (total: number) => `Show all ${count(total)}`,
  unnamed: 'not yet named',
  unnamedHint: 'Known by an account only. Give a name on the person’s page when you learn it.',
  unknownDate: 'date not known',
  /** Of a value: by which import it came. */
  cameFrom: (source: { name: string; on: string } | null): string | undefined =>
    source === null ? undefined : `Came from ${source.name}, imported on ${day(source.on)}`,
  people: (value: number) => counted(value, 'person', 'people'),
  takeOut: (name: string) => `Take out ${name}`,
  filters: {
    title: 'Which ties count',
    platform: 'On platform',
    anyPlatform: 'Any platform',
    strength: 'Ties at least',
    anyStrength: 'Any strength',
    possible: 'Possible ties too',
    without: 'Leave out',
    withoutPlaceholder: 'Nobody left out',
    withoutList: 'Left out',
  },
  somethingFailed: 'That did not work.',
  strength: {
    word: (level: 0 | 1 | 2 | 3 | 4 | 5) => strengthWords[level],
    label: (word: string, value: number) =>
      `Strength of the tie: ${word}, ${value.toFixed(2)} of 1`,
    tooltip: (value: number) =>
      `${value.toFixed(2)} of 1. Made of the evidence in the book; open the tie to see it.`,
    none: 'No tie with me',
    possible: 'possible',
    possibleHint: 'Inferred, not confirmed: nobody told us that they know each other.',
    rated: (rating: number) => `rated ${rating} of 5 by hand`,
  },
  evidence: {
    title: (a: string, b: string) => `Why we believe that ${a} and ${b} know each other`,
    none: 'Nothing in the book says that these two know each other.',
    replaced: 'Your rating replaces the sum of the evidence below.',
    weight: (value: number) => `adds ${value.toFixed(2)}`,
    from: (source: string) => `from ${source}`,
    kind: (evidence: Evidence, platform: string | null): string => {
      const where = platform === null ? '' : ` on ${platform}`;
      switch (evidence.kind) {
        case 'platform_link':
          return `Linked${where}`;
        case 'follow':
          return evidence.direction === 'incoming' ? `Is followed${where}` : `Follows${where}`;
        case 'met_at_event':
          return evidence.event === null ? 'Met and talked' : `Talked at ${evidence.event.title}`;
        case 'worked_together':
          return 'Worked together';
        case 'introduced':
          return 'Introduced, and they met';
        case 'told':
          return 'Told to me';
        case 'handed_list':
          return `Handed over the list of contacts${where}`;
        case 'referred':
          return 'Referred one another';
        case 'message':
          return `Wrote or talked to one another${where}`;
        case 'co_attendance':
          if (evidence.platform !== null) return `In the same letter or meeting${where}`;
          return evidence.event === null ? 'At the same event' : `Both at ${evidence.event.title}`;
        case 'stated':
          return 'Strength stated in an imported file';
      }
    },
  },
  chain: {
    strength: (value: number) => `Chain strength ${value.toFixed(3)} of 1`,
    strengthHint: 'The strengths of its ties, multiplied.',
    steps: (introducers: number) =>
      introducers === 0
        ? 'You know each other'
        : `through ${counted(introducers, 'person', 'people')}`,
    openTie: (a: string, b: string) => `Why ${a} and ${b}? Show the evidence`,
  },
  letter: {
    copy: 'Copy the message',
    copiedWhat: 'the message',
    email: 'Open in e-mail',
    of: (what: string, name: string): string => `${what}: ${name}`,
  },
  rhythm: {
    every: 'Every',
    unit: 'Weeks or months',
    weeks: 'weeks',
    months: 'months',
  },
  nothingFits: 'Nothing fits what is typed.',
  picker: {
    placeholder: 'Type a name…',
    nobody: (typed: string) => `Nobody called “${typed}”.`,
    keepTyping: 'Type a name to find somebody.',
    create: (typed: string) => `Add “${typed}” as a new person`,
    found: (total: number) => counted(total, 'match', 'matches'),
    clear: 'Clear the choice',
  },
};
