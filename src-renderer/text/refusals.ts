import type { RefusalFacts } from '../../src-main/contract/book.ts';
import type { ErrorCode } from '../../src-main/contract/result.ts';
import { count } from './common.ts';
import { safety } from './safety.ts';

/** What a screen says of a refusal: what happened, and what can be done. */
export interface RefusalWords {
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly string[];
}

/** What can be done at once, by a button; the first one is the likeliest to help. */
export type RefusalAction = 'tryAgain' | 'read' | 'chooseBook' | 'startNew' | 'showFile';

/** The codes that a refusal to open a book can have; each has a screen. */
type RefusalCode = Extract<
  ErrorCode,
  'DISK_FULL' | 'READ_ONLY' | 'LOCKED' | 'NEWER_VERSION' | 'CORRUPT' | 'NOT_OURS' | 'NOT_FOUND'
>;

const bytes = (value: number): string =>
  value < 1_000_000 ? `${count(Math.floor(value / 1000))} kB` : `${(value / 1e6).toFixed(1)} MB`;

const disk = (facts: RefusalFacts): string =>
  facts.disk === null ? 'the disk of the book' : `the disk “${facts.disk.place}”`;

const lastWritten = ({ writtenAt }: RefusalFacts): string =>
  writtenAt === null ? '' : ` It was last written on ${safety.copies.when(writtenAt)}.`;

const meanwhile =
  'Until then you can open the book to read: everything can be looked up and exported, nothing changed.';
const untouched = 'The file was not touched.';

function readOnly(facts: RefusalFacts): Pick<RefusalWords, 'lead' | 'steps'> {
  const elsewhere =
    'Or copy the file to a place of your own, and open the copy: “Choose another book”.';
  switch (facts.unwritable) {
    case 'disk':
      return {
        lead: `Nothing can be changed on ${disk(facts)}: it is read-only here.`,
        steps: [
          'See whether the stick or card has a switch against writing. A disk with a fault is made read-only by the system, too: save what is on it.',
          elsewhere,
          meanwhile,
        ],
      };
    case 'folder':
      return {
        lead: 'You may not write in the folder of the book, and a book that is open keeps its changes in a second file beside it.',
        steps: [
          'Give yourself the right to write in that folder, then try again.',
          elsewhere,
          meanwhile,
        ],
      };
    default:
      return {
        lead: 'The file of the book is marked as read-only, or belongs to somebody else.',
        steps: [
          'Take the mark away in the properties of the file, or give yourself the right to write it; then try again.',
          elsewhere,
          meanwhile,
        ],
      };
  }
}

function newerVersion(facts: RefusalFacts, ours: string): Pick<RefusalWords, 'lead' | 'steps'> {
  const { versions } = facts;
  const isNewer = versions !== null && versions.book > versions.ours;
  const release = versions?.release === ours ? null : (versions?.release ?? null);
  const known = isNewer
    ? release === null
      ? `Its format is ${versions.book}; this Acquaint (${ours}) knows formats up to ${versions.ours}.`
      : `Acquaint ${release} gave it format ${versions.book}; this one is ${ours} and knows formats up to ${versions.ours}.`
    : null;
  const lead =
    known ??
    `The book was written by a version of Acquaint that went another way than this one (${ours}).`;
  const wanted =
    release === null
      ? 'get the version that you use elsewhere (Settings tells there which that is)'
      : `get Acquaint ${release}, or a later one,`;
  return {
    lead: `${lead}${lastWritten(facts)} It was not touched: what is not understood is not written.`,
    steps: [
      `Update this computer: ${wanted} from where you got this one, and install it over this one. Then the book opens; nothing else is to be done.`,
      'Or choose another book.',
      'Or go back to a backup from before the update, below. The newer file is kept beside it.',
    ],
  };
}

function missing(facts: RefusalFacts): RefusalWords {
  if (facts.missing === 'folder') {
    return {
      title: 'The folder of the book is not there',
      lead: 'The book cannot be looked for, since the folder it lies in cannot be found.',
      steps: [
        'Is it on a stick, an outer disk or in the network? Connect that, then try again.',
        'Was the folder moved or renamed? Put it back, or choose the book at its new place.',
      ],
    };
  }
  return {
    title: 'The book is not where it was',
    lead: 'Its backups are there, the book itself is not. So that this does not look like an empty book, nothing was begun in its place.',
    steps: [
      'Was it moved or renamed? Look in the bin, too. Put it back and try again, or choose the book at its new place.',
      'Or restore the newest backup, below.',
      'Or begin a new book. The backups of the old one stay.',
    ],
  };
}

/** `ours` is the version of this program, such as "0.1.0". */
const wordsOf: Record<RefusalCode, (facts: RefusalFacts, ours: string) => RefusalWords> = {
  DISK_FULL: (facts) => ({
    title: 'The disk is full',
    lead:
      facts.disk === null
        ? 'There is no room left on the disk of the book, and an open book needs some for its changes.'
        : `On ${disk(facts)} there ${facts.disk.freeBytes < 100_000 ? 'is no room' : `are only ${bytes(facts.disk.freeBytes)}`} left, and an open book needs some for its changes.`,
    steps: [
      'Free some space on that disk (empty the bin, too): a few hundred megabytes are enough. Then try again.',
      'Nothing that you entered is lost: what was saved is in the file.',
      meanwhile,
    ],
  }),
  READ_ONLY: (facts) => ({ title: 'The book cannot be written', ...readOnly(facts) }),
  LOCKED: () => ({
    title: 'The book is open elsewhere',
    lead: 'Another program has it open, and two programs never write one book at the same time.',
    steps: [
      'Close the other window of Acquaint, which may belong to another user of this computer, or let the command line that uses the book finish.',
      'If the book lies in the network: close it on the other computer.',
      'Then try again. Or choose another book meanwhile.',
    ],
  }),
  NEWER_VERSION: (facts, ours) => ({
    title: 'The book was written by a newer Acquaint',
    ...newerVersion(facts, ours),
  }),
  CORRUPT: (facts) => ({
    title: 'The book is damaged',
    lead: `Parts of the file are not what Acquaint wrote: a disk, a cable or another program has changed them.${lastWritten(facts)} ${untouched} Nothing below writes to it.`,
    steps: [
      'Restore a backup: two clicks, and your book is as it was that day.',
      'Or save what can be read of the file into a new book. It may hold more than the newest backup.',
    ],
  }),
  NOT_OURS: (facts) => ({
    title: 'This file is not an Acquaint book',
    lead: `Another program’s file has the name of the book, or the first page of the book is ruined.${lastWritten(facts)} ${untouched}`,
    steps: [
      'If it is another program’s: move or rename it and try again, or choose your book.',
      'If it was your book: restore a backup, or save what can be read.',
    ],
  }),
  NOT_FOUND: missing,
};

function isKnown(code: ErrorCode): code is RefusalCode {
  return code in wordsOf;
}

const actionsOf: Record<RefusalCode, readonly RefusalAction[]> = {
  DISK_FULL: ['tryAgain', 'read', 'showFile'],
  READ_ONLY: ['tryAgain', 'read', 'chooseBook', 'showFile'],
  LOCKED: ['tryAgain', 'chooseBook'],
  NEWER_VERSION: ['chooseBook', 'tryAgain', 'showFile'],
  CORRUPT: ['tryAgain', 'chooseBook', 'showFile'],
  NOT_OURS: ['chooseBook', 'tryAgain', 'showFile'],
  NOT_FOUND: ['tryAgain', 'chooseBook', 'startNew'],
};

export const refusals = {
  of: (code: ErrorCode, message: string, facts: RefusalFacts, ours: string): RefusalWords =>
    isKnown(code)
      ? wordsOf[code](facts, ours)
      : {
          title: 'The book could not be opened',
          lead: message,
          steps: ['The file is untouched. Try again; if it happens again, restart Acquaint.'],
        },
  /** A folder that is not there holds nothing that a new book could be begun beside. */
  actions: (code: ErrorCode, { missing: what }: RefusalFacts): readonly RefusalAction[] =>
    (isKnown(code) ? actionsOf[code] : (['tryAgain', 'chooseBook', 'showFile'] as const)).filter(
      (action) => action !== 'startNew' || what === 'file',
    ),
  toDo: 'What you can do',
  file: 'The file',
  action: {
    tryAgain: 'Try again',
    read: 'Open it to read',
    chooseBook: 'Choose another book…',
    startNew: 'Begin a new book',
    showFile: 'Show the file in its folder',
  } satisfies Record<RefusalAction, string>,
  openSample: 'Look around in the sample book',
};
