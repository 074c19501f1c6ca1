import { count, counted, day } from './common.ts';

/** Bounds of a number of people, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const isExact = ({ low, high }: Interval): boolean => low === high;
/** "16 people", or "between 231 and 365 people". */
const peopleIn = (interval: Interval): string =>
  isExact(interval)
    ? counted(interval.low, 'person', 'people')
    : `between ${count(interval.low)} and ${counted(interval.high, 'person', 'people')}`;

export const reach = {
  lead: 'If these people pass something on: how many hear of it, how many of them are new to you, and what each one adds.',
  add: 'Who passes it on?',
  addAnother: 'And who else?',
  hops: 'Passed on',
  hopsValue: (hops: number): string => (hops === 1 ? 'once' : hops === 2 ? 'twice' : '3 times'),
  start: {
    title: 'Who would pass it on for you?',
    body: 'Choose one person or several. You see how many distinct people your news reaches through them, how many of those you do not know yet, and who can be reached through one of them only. Nobody is counted twice.',
    bodyBest: 'Or begin with the best people to ask, below.',
  },
  counting: 'Counting whom they reach',
  headline: (interval: Interval): string => {
    const people = peopleIn(interval);
    return `${people.charAt(0).toUpperCase()}${people.slice(1)} new to you`;
  },
  all: (people: number, newToMe: number): string =>
    newToMe === people
      ? `All ${counted(people, 'person', 'people')} they reach by name ${people === 1 ? 'is' : 'are'} new to you.`
      : `They reach ${counted(people, 'distinct person', 'distinct people')} by name; you know ${count(people - newToMe)} of them already.`,
  nobodyListed: 'Nobody they reach is known by name yet.',
  inAll: (inAll: Interval, mine: number): string =>
    `With the ${count(mine)} you know yourself: ${isExact(inAll) ? count(inAll.low) : `${count(inAll.low)} to ${count(inAll.high)}`} in all.`,
  why: (low: number, high: number): string =>
    `Some of these networks are known by size only. At least ${count(low)}: the largest part may hold all the others. At most ${count(high)}: no two of them may share anybody.`,
  whyExact: 'This rests on a size that was reported, not on names.',
  firstHop:
    'A reported size counts for the first time it is passed on; how far it goes on from there is not known.',
  noPossible: 'Only confirmed ties count.',
  withPossible: 'Possible ties count too: some are inferred, not confirmed.',
  each: {
    title: 'What each one adds',
    hint: 'Whoever stands later adds only people that those before do not reach. Move them to see it from another side.',
    adds: (fresh: number): string => `adds ${count(fresh)} new`,
    addsShow: (name: string, fresh: number): string =>
      `${name} adds ${count(fresh)} new to you. Show their names`,
    only: (fresh: number): string => `${count(fresh)} only through them`,
    onlyShow: (name: string, fresh: number): string =>
      `${count(fresh)} only through them: new to you, and ${name} alone reaches them. Show their names`,
    reported: (platform: string, size: number, shared: number | null, seenOn: string): string =>
      `${platform} shows ${count(size)}${shared === null ? '' : `, ${count(shared)} shared with you`} (${day(seenOn)})`,
    report: (name: string): string => `Note how many contacts a platform shows of ${name}`,
    up: (name: string): string => `Move ${name} up`,
    down: (name: string): string => `Move ${name} down`,
    legend: { only: 'only through them', shared: 'through others too', reported: 'reported size' },
  },
  names: {
    title: 'Who they are',
    show: 'Show the names',
    fresh: 'New to you',
    everybody: 'Everybody reached',
    adds: (name: string): string => `Added by ${name}`,
    exclusive: (name: string): string => `Only through ${name}`,
    nobody: 'Nobody by name.',
  },
  best: {
    title: 'The best people to ask',
    lead: 'Of your contacts, those who together reach most people you do not know yet. Each is chosen for what it adds to those before.',
    count: 'How many',
    use: (picks: number): string =>
      picks === 1 ? 'Use this one above' : `Use these ${count(picks)} above`,
    gain: (adds: number): string => `+${count(adds)}`,
    sum: (total: number): string => `${count(total)} in all`,
    chart: (totals: readonly number[]): string =>
      `New people reached with each further one asked: ${totals.map(count).join(', ')}.`,
    fewer: 'Nobody else adds anybody new.',
    emptyTitle: 'Nobody’s contacts are known yet',
    emptyBody:
      'Reach needs to know whom others know. Import the list a friend or colleague exported for you, or note on a person’s page how many contacts a platform shows.',
    importAction: 'Import somebody’s list',
  },
};
