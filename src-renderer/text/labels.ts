import type { alikeReasons } from '../../src-main/contract/topics.ts';
import { count, counted } from './common.ts';

const reasons: Record<(typeof alikeReasons)[number], string> = {
  spacing: 'the same but for blanks, hyphens or accents',
  plural: 'one and many of the same',
  ending: 'the same word with another ending',
  spelling: 'spelled nearly alike',
};

export const labels = {
  title: 'Tags & topics',
  lead: 'Tags are how you sort people. Topics are what they offer and need.',
  find: 'Find a tag or topic',
  none: (typed: string): string => `Nothing is called “${typed}”.`,
  rename: (name: string): string => `Rename ${name}`,
  newName: (name: string): string => `New name of ${name}`,
  merge: (name: string): string => `Merge ${name} into another`,
  mergeShort: 'Merge into…',
  renameShort: 'Rename',
  delete: (name: string): string => `Delete ${name}`,
  deleted: (name: string): string => `Deleted: ${name}`,
  merged: (gone: string, keep: string): string => `${gone} is now ${keep}`,
  more: (name: string): string => `More about ${name}`,
  tags: {
    title: 'Tags',
    none: 'No tags yet',
    noneHint: 'Write #brand in the line of an event, or select people in the list and tag them.',
    colour: (name: string): string => `Colour of ${name}`,
    people: (value: number): string => counted(value, 'person', 'people'),
    show: (people: number, name: string): string =>
      `${counted(people, 'person', 'people')} tagged ${name}: show them`,
    mergeInto: 'Everybody who bears it gets this tag instead:',
  },
  colours: {
    gray: 'Grey',
    red: 'Red',
    pink: 'Pink',
    grape: 'Purple',
    violet: 'Violet',
    indigo: 'Indigo',
    blue: 'Blue',
    cyan: 'Cyan',
    teal: 'Teal',
    green: 'Green',
    lime: 'Lime',
    yellow: 'Yellow',
    orange: 'Orange',
  },
  topics: {
    title: 'Topics',
    none: 'No topics yet',
    noneHint:
      'Write “needs accountant” or “offers logos” in the line of an event, or on a person’s page.',
    offers: (value: number): string => `${count(value)} ${value === 1 ? 'offers' : 'offer'} it`,
    needs: (value: number): string => `${count(value)} ${value === 1 ? 'needs' : 'need'} it`,
    nobody: 'nobody now',
    ask: (name: string): string => `Who offers ${name}?`,
    askNeeds: (name: string): string => `Who needs ${name}?`,
    synonyms: (name: string): string => `Other words for ${name}`,
    addSynonym: (name: string): string => `Add another word for ${name}`,
    synonym: 'Another word',
    synonymHint:
      'Searches and matches treat both as one. A topic of that name is merged into this one.',
    removeSynonym: (word: string, name: string): string => `${word} no longer means ${name}`,
    mergeInto: 'All that was said about it is said of this one; its name stays understood:',
    choose: 'Topic',
  },
  alike: {
    title: 'Perhaps the same',
    hint: 'Their names are alike. Keep one, and the other becomes it; or leave them as they are.',
    reason: (reason: (typeof alikeReasons)[number]): string => reasons[reason],
    keep: (name: string): string => `Keep “${name}”`,
    tag: 'Tags',
    topic: 'Topics',
    more: (left: number): string => counted(left, 'more pair', 'more pairs'),
  },
};
