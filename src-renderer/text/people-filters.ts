import { count, day } from './common.ts';

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  d: ['day', 'days'],
  m: ['month', 'months'],
  y: ['year', 'years'],
};

/** '-30d' as "30 days", '-1y' as "a year". */
function span(bound: string): string {
  const value = Number(bound.slice(1, -1));
  const [one, many] = units[bound.at(-1) ?? ''] ?? ['', ''];
  return value === 1 ? `a ${one}` : `${value} ${many}`;
}

/** The same after "the last": "30 days", "year". */
const lastSpan = (bound: string): string => span(bound).replace(/^a /u, '');

const isAgo = (bound: string): boolean => bound.startsWith('-');

/** Two bounds, each a day or a time before today, as one says it. */
function range(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to === undefined) {
    return isAgo(from) ? `in the last ${lastSpan(from)}` : `since ${day(from)}`;
  }
  if (to !== undefined && from === undefined) {
    return isAgo(to) ? `more than ${span(to)} ago` : `until ${day(to)}`;
  }
  const say = (bound: string) => (isAgo(bound) ? `${span(bound)} ago` : day(bound));
  return from === undefined || to === undefined ? 'any day' : `${say(from)} to ${say(to)}`;
}

const listed = (names: readonly string[], word: string): string =>
  names.length < 3
    ? names.join(` ${word} `)
    : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`;

export const peopleFilters = {
  add: 'Filter',
  addLabel: 'Add a filter',
  clearAll: 'Clear all',
  active: 'Filters',
  edit: (summary: string) => `Change the filter: ${summary}`,
  remove: (summary: string) => `Remove the filter: ${summary}`,
  gone: 'no longer there',
  groups: { who: 'Who they are', how: 'How we know each other', reach: 'How to reach them' },
  kinds: {
    tag: 'Tag',
    organisation: 'Organisation',
    role: 'Role',
    platform: 'Platform',
    topic: 'Offers or needs',
    tie: 'Tie with me',
    strength: 'Strength of the tie',
    contact: 'Last contact',
    fading: 'Fading',
    rhythm: 'Keep in touch',
    event: 'Event',
    howMet: 'How we met',
    met: 'When we met',
    email: 'E-mail',
    phone: 'Phone',
    doNotAsk: 'Do not ask',
    archived: 'Archived',
  },
  mode: {
    label: 'How many must fit',
    any: 'Any of these',
    all: 'All of these',
  },
  choose: (kind: string) => `Choose: ${kind}`,
  typeToFind: 'Type to find…',
  nothingFound: 'Nothing found.',
  withCount: (name: string, value: number) => `${name} (${count(value)})`,
  alsoCalled: (name: string, synonyms: readonly string[]) =>
    synonyms.length === 0 ? name : `${name} (also ${synonyms.join(', ')})`,
  side: { both: 'Offers or needs', offers: 'Offers', needs: 'Needs' },
  words: { role: 'Words of the role', howMet: 'Words of how we met' },
  placeholders: { role: 'designer', howMet: 'conference' },
  from: 'From',
  to: 'To',
  orBetween: 'Or between two days',
  strengthFrom: 'At least',
  strengthTo: 'At most',
  anyStrength: 'any',
  range,
  listed,
  choices: {
    tie: { yes: 'Tied to me', no: 'Not tied to me' },
    rhythm: { yes: 'Kept in touch with', no: 'Not kept in touch with' },
    email: { yes: 'With e-mail', no: 'No e-mail' },
    phone: { yes: 'With phone', no: 'No phone' },
    doNotAsk: { yes: 'Marked “do not ask”', no: 'May be asked' },
  },
  contactPresets: { never: 'Never' },
  presets: {
    last: (bound: string) => `In the last ${lastSpan(bound)}`,
    before: (bound: string) => `More than ${span(bound)} ago`,
  },
  summary: {
    tag: (names: string) => `Tag: ${names}`,
    organisation: (names: string) => `At ${names}`,
    role: (words: string) => `Role: ${words}`,
    platform: (names: string) => `On ${names}`,
    topic: (side: string, names: string) =>
      names === '' ? `${side} something` : `${side} ${names}`,
    strength: (from: string | null, to: string | null) => {
      if (from !== null && to !== null)
        return from === to ? `Tie: ${from}` : `Tie: ${from} to ${to}`;
      return from === null ? `Tie: ${to ?? ''} at most` : `Tie: ${from} or more`;
    },
    contact: (words: string) => `Last contact ${words}`,
    neverInContact: 'Never in contact',
    inContact: 'Ever in contact',
    fading: 'Fading: close once, out of touch since',
    event: (names: string) => `Was at ${names}`,
    howMet: (words: string) => `How we met: ${words}`,
    met: (words: string) => `Met ${words}`,
    archived: 'Archived',
  },
};

export const savedViews = {
  menu: 'Views',
  saved: 'Saved',
  suggested: 'Suggestions',
  everybody: 'Everybody',
  save: 'Save as a view…',
  name: 'Name of the view',
  saveAction: 'Save view',
  update: (name: string) => `Update “${name}”`,
  manage: 'Manage views…',
  manageTitle: 'Saved views',
  manageHint: 'Views are part of the book. Each shows whoever fits on the day you look.',
  none: 'No view is saved yet. Filter the list, then choose “Save as a view…”.',
  changed: (name: string) => `${name} (changed)`,
  rename: (name: string) => `Rename ${name}`,
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  remove: (name: string) => `Delete the view ${name}`,
  done: {
    saved: (name: string) => `Saved the view “${name}”.`,
    updated: (name: string) => `Updated the view “${name}”.`,
    renamed: (name: string) => `Renamed the view to “${name}”.`,
    removed: (name: string) => `Deleted the view “${name}”.`,
  },
  command: (name: string) => `People: ${name}`,
  suggestions: {
    noEmail: 'No e-mail',
    metThisMonth: 'Met in the last month',
    fading: 'Fading',
    neverInContact: 'Tied to me, never in contact',
    strong: 'Strongest ties',
    added: 'Added lately',
    archived: 'Archived',
  },
};

export const peopleColumns = {
  button: 'Columns',
  title: 'Columns',
  hint: 'Alt+↑↓ moves a column, Alt+←→ makes it narrower or wider.',
  moveUp: (name: string) => `Move ${name} to the left`,
  moveDown: (name: string) => `Move ${name} to the right`,
  reset: 'Back to the usual columns',
  resize: (name: string) => `Width of ${name}`,
  names: {
    organisation: 'What they do',
    title: 'Role',
    company: 'Organisation',
    tags: 'Tags',
    platforms: 'Known from',
    strength: 'Tie with me',
    lastContact: 'Last contact',
    email: 'E-mail',
    phone: 'Phone',
    howMet: 'How we met',
    metOn: 'Met on',
    events: 'Events',
    offers: 'Offers',
    needs: 'Needs',
    birthday: 'Birthday',
    keepInTouch: 'Keep in touch',
    doNotAsk: 'Do not ask',
    added: 'Added',
  },
  doNotAsk: 'do not ask',
  keepInTouch: (rhythm: string, dueOn: string, isLate: boolean) =>
    `${isLate ? 'due since' : 'due'} ${dueOn}, ${rhythm}`,
  andMore: (first: string, more: number) => (more === 0 ? first : `${first} +${more}`),
};
