import type { Share } from '../../src-main/contract/favours.ts';
import { common, count, day } from './common.ts';

/** "Tom Okafor passed on “Open studio” on LinkedIn" */
function title({ direction, person, platform, what }: Share): string {
  const on = platform === null ? '' : ` on ${platform.name}`;
  if (direction === 'given') {
    return what === ''
      ? `You passed on a message of ${person.name}${on}`
      : `You passed on ${person.name}’s “${what}”${on}`;
  }
  return what === ''
    ? `${person.name} passed on a message of yours${on}`
    : `${person.name} passed on “${what}”${on}`;
}

function reached({
  reached: people,
  newLow,
  newHigh,
}: Pick<Share, 'reached' | 'newLow' | 'newHigh'>) {
  const fresh = newLow === newHigh ? count(newLow) : `${count(newLow)} to ${count(newHigh)}`;
  return { people: common.people(people), fresh };
}

/** Zero is what the book knows, not what was: nothing is claimed then. */
function isUnknown({ reached: people, newHigh }: Pick<Share, 'reached' | 'newHigh'>): boolean {
  return people === 0 && newHigh === 0;
}

export const shares = {
  title,
  section: 'Passed on',
  lead: 'Who passed on what for whom, so that favours are returned. What it reached is kept as your book knew it on that day.',
  none: 'When somebody passes on a message of yours, or you one of theirs, log it here.',
  log: 'Log a share',
  window: {
    title: 'Log a share',
    direction: 'Who passed it on?',
    directions: { received: 'They passed on mine', given: 'I passed on theirs' } satisfies Record<
      Share['direction'],
      string
    >,
    person: { received: 'Who passed it on?', given: 'Whose message was it?' } satisfies Record<
      Share['direction'],
      string
    >,
    platform: 'On which platform?',
    platformPlaceholder: 'To all they know',
    platformPlaceholderMine: 'To all you know',
    what: 'What was it about?',
    whatPlaceholder: 'Open studio in May',
    onDate: 'On',
    save: 'Log it',
    incomplete: 'Choose a person.',
    saved: 'Share logged',
  },
  estimate: {
    label: 'What it reaches, as far as your book knows',
    received: (share: Pick<Share, 'reached' | 'newLow' | 'newHigh'>, name: string): string => {
      if (isUnknown(share)) return `Your book knows nobody whom ${name} reaches this way.`;
      const { people, fresh } = reached(share);
      return `${name} reaches ${people}, ${fresh} of them new to you.`;
    },
    given: (share: Pick<Share, 'reached' | 'newLow' | 'newHigh'>, name: string): string => {
      if (isUnknown(share)) return 'Your book knows nobody whom you reach this way.';
      const { people, fresh } = reached(share);
      return `You reach ${people}, ${fresh} of them new to ${name}.`;
    },
    reported: 'The larger number counts a network known by its size only.',
  },
  row: (share: Share): string => {
    if (isUnknown(share)) return `${day(share.onDate)} · your book knows nobody whom it reached`;
    const { people, fresh } = reached(share);
    const whom = share.direction === 'given' ? `new to ${share.person.name}` : 'new to you';
    return `${day(share.onDate)} · reached ${people}, ${fresh} ${whom}`;
  },
  remove: (share: Share): string => `Remove: ${title(share)}`,
  removed: 'Share removed',
  returners: {
    title: 'Whom you could ask to pass something on',
    lead: 'You did more for them than they for you, and they reach people new to you.',
    none: 'Nobody owes you a favour, as far as this book knows.',
    head: { person: 'Person', balance: 'They owe you', newToMe: 'New to you through them' },
  },
};
