import type {
  letterKinds as kindsOfContract,
  sentLetterKinds,
} from '../../src-main/contract/letters.ts';
import { day } from './common.ts';
import { shipped } from './letter-templates.ts';

export type LetterKind = (typeof kindsOfContract)[number];

const kinds: Record<LetterKind, string> = {
  ask: 'Asking for an introduction',
  blurb: 'The paragraph to forward',
  ask_target: 'Double opt-in: asking the one to be met',
  ask_other: 'Double opt-in: asking the other',
  introduce: 'Introducing two people',
  thanks: 'Saying thank you',
  let_go: 'Letting an ask go, with thanks',
  reminder: 'Reminding',
};

/** The kinds in the order in which they are offered. Not taken from the contract, which would bring its schemas along. */
export const letterKinds = Object.keys(kinds) as LetterKind[];

/** What each field of a template means. Its name stands in braces in the template. */
const fields = {
  to: 'given name of whom you write to',
  person: 'name of whom it is about',
  'person first': 'their given name',
  'person work': 'their job: “designer at Acme Print”',
  'person with work': 'name and job: “Jane Doe (designer at Acme Print)”',
  other: 'name of the second of the two',
  'other first': 'their given name',
  'other with work': 'their name and job',
  me: 'your name',
  'me first': 'your given name',
  'me with work': 'your name and job',
  'my email': 'your e-mail address',
  topic: 'what it is about: “accountant”',
  'a topic': 'the same in a sentence: “an accountant”, “help with proofreading”',
  goal: 'what it is for, from the board',
  'recent event': 'where you talked in the last two months',
  'last event': 'where you last talked',
  'how we met': 'how you met, as noted on their page',
  'why you': 'a sentence on why they know the person',
  since: 'the day of the last step',
  paragraph: 'the paragraph to forward',
};
export type FieldName = keyof typeof fields;

/** A topic is a word of the user's: 'an accountant', but 'help with proofreading'. */
function wanted(topic: string): string {
  const isSomebody = /(?:er|or|ant|ent|ist|ian|person|coach|chef)$/iu.test(topic);
  if (!isSomebody) return `help with ${topic}`;
  return /^[aeiou]/iu.test(topic) ? `an ${topic}` : `a ${topic}`;
}

/** Why somebody is believed to know the person, as one would say it to them. */
function whyYou(
  reasons: readonly { readonly kind: string; readonly platform: string | null }[],
  them: string,
): string {
  const found = new Map(reasons.map(({ kind, platform }) => [kind, platform]));
  const platform = found.get('platform_link') ?? found.get('follow');
  if (found.has('worked_together')) return 'You worked together, as far as I know.';
  if (found.has('told') || found.has('referred')) return `I remember that you know ${them}.`;
  if (platform !== undefined && platform !== null)
    return `I saw that you are connected with ${them} on ${platform}.`;
  return `I believe that you know ${them}.`;
}

const sent: Record<(typeof sentLetterKinds)[number], string> = {
  ask: 'Asked',
  ask_target: 'Asked the one to be met',
  ask_other: 'Asked the other',
  introduce: 'Introduced',
  thanks: 'Thanked',
  let_go: 'Let go with thanks',
  reminder: 'Reminded',
};

export const letters = {
  shipped,
  kinds,
  fields,
  wanted,
  whyYou,
  work: (title: string | null, organisation: string | null): string | null =>
    title !== null && organisation !== null
      ? `${title} at ${organisation}`
      : (title ?? organisation),
  withWork: (name: string, work: string | null): string =>
    work === null ? name : `${name} (${work})`,
  meWithWork: (name: string, work: string | null): string =>
    work === null ? name : `${name}, ${work}`,
  both: (names: readonly string[]): string => names.join(' and '),
  sent,
  sentOn: (kind: keyof typeof sent, onDate: string): string => `${sent[kind]} on ${day(onDate)}`,
  form: {
    template: 'Letter',
    own: 'Write your own…',
    to: 'To',
    noAddress: (name: string): string =>
      `No e-mail address of ${name} is in the book. Copy the text and send it your own way.`,
    subject: 'Subject',
    body: 'Message',
    readNamed: (name: string): string => `Read and change the letter to ${name}`,
    paragraph: 'Paragraph to forward',
    paragraphHint: 'It stands in the message too, and changes there with it.',
    copyParagraph: 'Copy the paragraph',
    copiedParagraph: 'the paragraph',
    eml: 'Save as .eml',
    savedEml: (path: string): string =>
      `Saved ${path}. A double click opens it in your e-mail program.`,
    fileName: (subject: string): string => `${subject === '' ? 'Letter' : subject}.eml`,
    longLink:
      'This is long for an e-mail link: some programs cut it off. “Save as .eml” keeps all of it.',
    tooLongLink: 'Too long for an e-mail link. Save it as .eml, or copy it.',
    unknown: (names: readonly string[]): string =>
      `Not a field of this letter: ${names.map((name) => `{${name}}`).join(', ')}. It stands in the text as it is.`,
    kept: 'You had begun this letter: it stands as you left it.',
    anew: 'Begin anew',
    missing: (names: readonly string[]): string =>
      `Left out, as the book does not know it: ${names.join(', ')}.`,
  },
  page: {
    title: 'Letters',
    lead: 'How you ask, remind and thank, in your own words. They are filled in for each letter, and you can change each before you send it.',
    kind: 'Kind of letter',
    choose: 'Letters of this kind',
    name: 'Name',
    preview: 'As it would read',
    shownWith: 'Shown with',
    madeUp: 'made-up people',
    madeUpOnly:
      'Shown with made-up people: there is no introduction yet that has such a letter. Once there is one, you see it here.',
    kept: 'Not saved yet: it stands as you left it.',
    changed: 'Not saved yet.',
    throwAway: 'Throw the changes away',
    previewNone: 'Fill in the message to see how it would read.',
    fields: 'Fields',
    fieldsHint:
      'Type { in the message, or choose one here to put it where the cursor is. A part in [brackets] is left out when a field in it is not known; [one way|another] takes the first that can be said.',
    insert: (name: string): string => `Insert {${name}}`,
    save: 'Save',
    saved: (name: string): string => `Saved: ${name}`,
    reset: 'Back to the one that comes with Acquaint',
    wasReset: (name: string): string => `Back to how it came: ${name}`,
    add: 'Another of this kind',
    newName: (name: string): string => `${name}, my way`,
    delete: 'Delete',
    deleted: (name: string): string => `Deleted: ${name}`,
    unchanged: 'This is the letter that comes with Acquaint. Change what you like and save it.',
    section: {
      hint: 'The letters for asking, introducing, reminding and thanking.',
      open: 'Open letters',
    },
    example: {
      me: 'Mara Lindqvist',
      meTitle: 'designer',
      meOrganisation: 'Lindqvist Design',
      meEmail: 'mara@example.org',
      to: 'Tom Okafor',
      person: 'Jane Doe',
      personTitle: 'accountant',
      personOrganisation: 'Acme Print',
      topic: 'accountant',
      goal: 'Find an accountant before April',
      event: 'Brews & Books',
      howWeMet: 'At the co-working day in May',
      platform: 'LinkedIn',
    },
  },
  optIn: {
    title: 'Step by step',
    write: 'Write',
    writeNamed: (what: string): string => `Write: ${what}`,
    done: (onDate: string): string => `Done on ${day(onDate)}`,
    doneSometime: 'Done',
    open: 'Not yet',
    steps: {
      ask: (introducer: string): string => `Ask ${introducer}`,
      theyAsk: (introducer: string, person: string): string =>
        `${introducer} asks ${person} for permission`,
      agreed: (person: string): string => `${person} agrees`,
      theyIntroduce: (introducer: string): string => `${introducer} introduces you`,
      askTarget: (person: string): string => `Ask ${person} for permission`,
      askOther: (person: string): string => `Ask ${person}`,
      bothAgreed: 'Both agree',
      introduce: 'Introduce the two',
      theyMet: 'They met',
      youMet: 'You met',
      thank: (introducer: string): string => `Thank ${introducer}`,
    },
    remind: 'Write a reminder',
    mark: 'Mark as done',
    markNamed: (what: string): string => `Mark as done: ${what}`,
    declined: 'There was a no. Asking again begins anew.',
    recordSent: 'I have sent it',
    recorded: (what: string): string => `Noted: ${what}`,
    recordHint: (kind: LetterKind): string =>
      kind === 'thanks'
        ? 'Keeps the letter with this introduction, and your thanks among the favours.'
        : 'Keeps the letter and its day with this introduction, and reminds you in time.',
  },
};
