import { count, counted, day } from './common.ts';

/** Who a network belongs to: "you" changes the grammar. */
export interface Owner {
  readonly name: string;
  readonly isMe: boolean;
}

const knows = (owner: Owner): string => (owner.isMe ? 'you know' : `${owner.name} knows`);
const theirs = (owner: Owner): string => (owner.isMe ? 'your' : `${owner.name}’s`);
const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export const overlap = {
  lead: 'How much two networks share, and who can only be reached through one of them.',
  first: 'Network of',
  second: 'and of',
  chooseSecond: 'Whose network to compare with…',
  third: 'and, if you like, of',
  chooseThird: 'A third network…',
  mode: { label: 'Compare', few: 'Two or three', many: 'Many' },
  three: {
    diagram: (names: readonly string[]): string =>
      `Three circles, areas in proportion: the networks of ${names.join(', ')}. The tabs below give the count of each part.`,
    sentence: (all: number): string =>
      all === 0
        ? 'Nobody is in all three networks.'
        : `${counted(all, 'person is', 'people are')} in all three networks.`,
    size: (name: string, size: number): string =>
      name === 'You'
        ? `You know ${counted(size, 'person', 'people')}`
        : `${name} knows ${counted(size, 'person', 'people')}`,
    hint: 'The circles, and what each two of them share, are in proportion. Where all three meet cannot always be: its number counts.',
    part: (names: readonly string[]): string =>
      names.length === 3
        ? 'All three'
        : `${names.length === 1 ? 'Only ' : ''}${names.join(' and ')}`,
    nobody: 'Nobody is in this part.',
  },
  matrix: {
    add: 'Whose networks?',
    addAnother: 'And whose?',
    chosen: 'Networks compared',
    full: (most: number): string => `More than ${most} networks cannot be read at once.`,
    label: 'How many people each two networks share',
    network: 'Network of',
    reported: 'Reported, not listed',
    reportedSize: (platform: string, size: number): string => `${platform} ${count(size)}`,
    shared: (a: string, b: string, shared: number): string =>
      `${count(shared)} shared by ${a} and ${b}`,
    size: (name: string, size: number): string => `${count(size)} known by ${name}`,
    sharedBy: (a: string, b: string): string => `Shared by ${a} and ${b}`,
    hint: 'Bold: how many people somebody knows. The deeper the colour, the more two share. Press a number to see who it is.',
    startTitle: 'Many networks at a glance',
    startBody:
      'Choose up to 30 people. You see for each two of them how many people they share: who moves in one circle, and who opens another one.',
    startAction: (people: number): string => `Begin with ${count(people)} contacts`,
  },
  swap: 'Swap the two',
  sentence: (a: Owner, b: Owner, shared: number, sizeB: number): string =>
    sizeB === 0
      ? `Nothing is known yet of whom ${knows(b)}.`
      : `${count(shared)} of the ${counted(sizeB, 'person', 'people')} ${knows(b)} are ${
          a.isMe ? 'also yours' : `also known to ${a.name}`
        }.`,
  fresh: (a: Owner, b: Owner, fresh: number): string =>
    a.isMe
      ? `${counted(fresh, 'person is', 'people are')} new to you through ${b.name}.`
      : `${capital(knows(b))} ${counted(fresh, 'person', 'people')} whom ${knows(a)} not.`,
  jaccard: (jaccard: number): string =>
    `${(jaccard * 100).toFixed(jaccard > 0 && jaccard < 0.1 ? 1 : 0)}% of everybody either of the two knows is known to both (Jaccard).`,
  weak: (weak: number): string =>
    `${counted(weak, 'shared person rests', 'shared people rest')} on a display name only: that list names people without an address of their account. Two people of one name would count as one here.`,
  diagram: (a: string, b: string, onlyA: number, shared: number, onlyB: number): string =>
    `Two circles, areas in proportion. Only ${a}: ${count(onlyA)}. Both: ${count(shared)}. Only ${b}: ${count(onlyB)}.`,
  only: (owner: Owner): string => (owner.isMe ? 'only you' : `only ${owner.name}`),
  both: 'both',
  you: 'You',
  parts: {
    shared: 'Shared',
    onlyA: (a: Owner): string => `Only ${a.isMe ? 'yours' : theirs(a)}`,
    onlyB: (a: Owner, b: Owner): string =>
      `Only ${b.isMe ? 'yours' : theirs(b)}${a.isMe ? ' (new to you)' : ''}`,
  },
  byPlatform: 'Platform by platform',
  columns: {
    platform: 'Platform',
    shared: 'Shared',
    fresh: (b: Owner): string => `Only ${b.isMe ? 'you' : b.name}`,
  },
  sizeOf: (owner: Owner): string => (owner.isMe ? 'Yours' : owner.name),
  reported: (seenOn: string): string => `reported on ${day(seenOn)}, not listed`,
  reportedHint:
    'Reported sizes are counts without names. They stand beside the lists and are never mixed into them.',
  askThrough: 'Ask for an introduction',
  nobody: {
    shared: 'These two have nobody in common here.',
    onlyA: 'Everybody the first of them knows is also known to the second.',
    onlyB: 'Everybody the second of them knows is also known to the first.',
  },
  weakMark: 'by name only',
  weakHint: 'Joined by the same display name on the same platform.',
  audience: {
    title: 'Whose network opens most doors',
    lead: 'Your contacts by how many people you do not know yet they could pass something on to. Choose one to compare.',
    row: (fresh: number, size: number): string =>
      `${counted(fresh, 'person', 'people')} new to you of ${count(size)} known`,
    counting: 'Counting whom each of your contacts could reach',
    emptyTitle: 'No second network is known yet',
    emptyBody:
      'Overlap needs somebody else’s contacts. Import the list a friend or colleague exported for you, or note on a person’s page whom they know.',
    importAction: 'Import somebody’s list',
  },
};
