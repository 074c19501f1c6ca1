import { count, counted, day } from './common.ts';

/** The sheet to take to a meeting of two. */
export const meeting = {
  title: (name: string): string => `Meeting ${name}`,
  open: 'Sheet for a meeting',
  command: (name: string): string => `Sheet for a meeting with ${name}`,
  lead: (today: string): string =>
    `What to know, what to offer and what is open, as of ${day(today)}.`,
  back: 'Back to their page',
  know: 'What I know',
  work: 'Work',
  howMet: 'How we met',
  metOn: 'First met',
  tags: 'Tags',
  birthday: 'Birthday',
  reach: 'To reach them',
  note: 'Notes',
  lastTime: 'Last times',
  needs: 'What they need',
  needed: (topic: string): string => `Needs ${topic}`,
  iOffer: 'I offer it myself.',
  offeredBy: (names: string): string => `${names} could help.`,
  nobodyOffers: 'Nobody I know of offers it yet.',
  offers: 'What they offer',
  offered: (topic: string): string => `Offers ${topic}`,
  neededBy: (names: string): string => `${names} could use it.`,
  neededByNobody: 'Nobody I know of needs it now.',
  mine: 'What I offer',
  introduce: 'Whom I could introduce',
  promises: 'Open promises',
  due: (what: string, dueOn: string): string =>
    `${what === '' ? 'Follow up' : what}, by ${day(dueOn)}`,
  thanks: (since: string): string => `Say thank you: owed since ${day(since)}`,
  waiting: 'Introductions under way',
  cameOfIt: 'What came of it',
  balance: (given: number, received: number): string =>
    `Favours: ${given === 0 ? 'none' : count(given)} I did for them, ${received === 0 ? 'none' : count(received)} they did for me.`,
  mutual: 'Whom we both know',
  mutualCount: (total: number): string => counted(total, 'contact', 'contacts'),
  more: (total: number): string => `and ${count(total)} more`,
  space: 'For your notes',
};
