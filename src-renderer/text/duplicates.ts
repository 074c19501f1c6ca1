import type { DuplicateReason } from '../../src-main/contract/duplicates.ts';
import { count, counted } from './common.ts';

const pairs = (value: number): string => counted(value, 'pair', 'pairs');

export const duplicates = {
  title: 'Duplicates',
  open: 'Find duplicates',
  lead: 'People who may be one and the same. Nothing is merged by itself: you say which are, and what you said is remembered.',
  comparing: 'Comparing everybody in the book',
  listLabel:
    'Likely duplicates. Arrow keys move, S: the same person, D: two people, L: later, Enter compares.',
  accounts: 'Accounts',
  tiesLabel: 'Ties',
  left: (total: number) => `${pairs(total)} to decide`,
  soFar: (total: number) => `${pairs(total)} so far, by e-mail and phone`,
  stillLooking: 'Still looking: now through all the names',
  more: (value: number) => `${count(value)} more follow once these are decided.`,
  same: 'Same person',
  different: 'Two people',
  later: 'Later',
  compare: 'Choose field by field…',
  bothKnow: (names: readonly string[], total: number) =>
    total === 0
      ? 'Nobody but you, as far as the book knows, is tied to both.'
      : `Tied to both: ${names.join(', ')}${total > names.length ? ` and ${count(total - names.length)} more` : ''}.`,
  keeps: (name: string) => `“Same person” keeps ${name} and adds what only the other one has.`,
  bulk: (value: number) => `Merge ${pairs(value)} that agree on more than a name…`,
  bulkTitle: 'Pairs that agree on more than a name',
  bulkPair: (a: string, b: string) => (a === b ? a : `${a} = ${b}`),
  bulkBody:
    'Each of these has the same e-mail, phone, birthday, or name and organisation, and nothing speaks against it. Pairs whose names differ are left for you to tick. All that are ticked are merged in one step, which can be undone.',
  bulkAction: (value: number) => `Merge ${pairs(value)}`,
  score: (score: number) =>
    score >= 0.8 ? 'very likely' : score >= 0.5 ? 'likely' : score >= 0.3 ? 'possible' : 'unlikely',
  reason: ({ kind, detail }: DuplicateReason): string => {
    switch (kind) {
      case 'sameEmail':
        return `same e-mail ${detail}`;
      case 'samePhone':
        return `same phone ${detail}`;
      case 'sameNameAtOrganisation':
        return `same name at ${detail}`;
      case 'sameName':
        return 'same name';
      case 'alikeAtOrganisation':
        return `names alike at ${detail}`;
      case 'alikeNames':
        return 'names alike';
      case 'sameBirthday':
        return 'same birthday';
      case 'otherBirthday':
        return 'different birthdays';
      case 'asked':
        return `asked by an import: ${detail}`;
    }
  },
  done: {
    same: (name: string) => `Merged into ${name}.`,
    different: (a: string, b: string) => `${a} and ${b} stay two people.`,
    bulk: (value: number) => `Merged ${pairs(value)}.`,
  },
  empty: {
    title: 'No duplicates',
    body: 'Nobody in the book looks like somebody else: no e-mail or phone in two people, no name twice, no two names spelled nearly the same.',
    action: 'Back to people',
  },
  keys: {
    same: 'The same person: merge',
    different: 'Two people: remember it',
    later: 'Later',
    compare: 'Compare side by side',
  },
  hintAction: 'Look through all likely duplicates',
};

export const merge = {
  title: 'Merge two people',
  lead: 'Choose what stays. Whatever is not listed here (ties, accounts, events, introductions, history) is carried over from both.',
  choose: 'Choose the two people to merge.',
  first: 'Who stays',
  second: 'Who is joined in',
  swap: 'Swap',
  stays: 'stays',
  joins: 'is joined in',
  fields: {
    name: 'Name',
    birthday: 'Birthday',
    photo: 'Photo',
    metOn: 'Met on',
    howMet: 'How we met',
    note: 'Note',
    contactPoints: 'Ways to reach',
    roles: 'Roles',
    tags: 'Tags',
    statements: 'Offers and needs',
  },
  otherName: 'The other name is kept as another name.',
  both: 'Both, joined',
  nothing: 'nothing',
  photoOf: (name: string) => `Photo of ${name}`,
  statement: (kind: 'offers' | 'needs', topic: string) => `${kind} ${topic}`,
  untick: 'Untick what shall not stay.',
  preview: 'What comes together',
  ties: (before: number, after: number) =>
    after === before
      ? `${counted(after, 'tie', 'ties')}, as before`
      : `${counted(after, 'tie', 'ties')} (${count(before)} before)`,
  carried: {
    accounts: (value: number) => counted(value, 'account', 'accounts'),
    circles: (value: number) => counted(value, 'circle of contacts', 'circles of contacts'),
    events: (value: number) => counted(value, 'event', 'events'),
    interactions: (value: number) => counted(value, 'contact logged', 'contacts logged'),
    followUps: (value: number) => counted(value, 'follow-up', 'follow-ups'),
    introductions: (value: number) => counted(value, 'introduction', 'introductions'),
    importRows: (value: number) => counted(value, 'row of an import', 'rows of imports'),
  },
  carriedOver: (parts: readonly string[]) => `Carried over: ${parts.join(', ')}.`,
  lost: (value: number) =>
    `${counted(value, 'introduction', 'introductions')} of the one to the other will go: it means nothing any more.`,
  undoHint: 'One step: Undo brings both back as they are now.',
  action: 'Merge',
  different: 'They are two people',
  cancel: 'Cancel',
  done: (name: string) => `Merged into ${name}.`,
  fromPerson: 'Merge with…',
  fromSelection: 'Merge',
  with: (name: string) => `Merge ${name} with`,
};
