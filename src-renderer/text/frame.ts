import type { ErrorCode } from '../../src-main/contract/result.ts';

/** The codes that a refusal to open a book can have; each has a screen. */
export type RefusalCode = Extract<
  ErrorCode,
  'DISK_FULL' | 'READ_ONLY' | 'LOCKED' | 'NEWER_VERSION' | 'CORRUPT' | 'NOT_OURS'
>;

const refusals: Record<RefusalCode, { title: string; whatToDo: string[] }> = {
  DISK_FULL: {
    title: 'The disk is full',
    whatToDo: [
      'Free some space on the disk that holds the book: a few hundred megabytes are enough.',
      'Then try again. Nothing you entered before is lost.',
    ],
  },
  READ_ONLY: {
    title: 'The book cannot be written',
    whatToDo: [
      'See whether the file or its folder is marked as read-only, or lies on a disk that is.',
      'Give yourself the right to write there, or move the book’s folder to a place of your own.',
    ],
  },
  LOCKED: {
    title: 'The book is open elsewhere',
    whatToDo: [
      'Close the other window of Acquaint, or the command line that uses this book.',
      'Then try again. Two programs never write one book at the same time.',
    ],
  },
  NEWER_VERSION: {
    title: 'The book was written by a newer Acquaint',
    whatToDo: [
      'Install the newer version on this computer, then open the book with it.',
      'The file is untouched: this version does not write what it does not understand.',
      'Or restore a backup that was made before the update. The newer file is kept beside it.',
    ],
  },
  CORRUPT: {
    title: 'The book is damaged',
    whatToDo: [
      'The file is untouched and stays where it is.',
      'Restore a backup, or save what can be read of the file into a new book; both keep the damaged one.',
    ],
  },
  NOT_OURS: {
    title: 'This file is not an Acquaint book',
    whatToDo: [
      'Another program’s file has the name of the book, or the first page of the book is ruined. The file is untouched.',
      'If it is another program’s: move or rename it, then try again. If it was your book: restore a backup, or save what can be read.',
    ],
  },
};

export const frame = {
  skipToContent: 'Skip to the page',
  navigation: 'Pages',
  header: 'Search and undo',
  pages: {
    today: 'Today',
    people: 'People',
    events: 'Events',
    ask: 'Who to ask',
    overlap: 'Overlap',
    reach: 'Reach',
    introductions: 'Introductions',
    outcomes: 'Outcomes',
    map: 'Map',
    transfer: 'Import & export',
    settings: 'Settings',
    labels: 'Tags & topics',
    letters: 'Letters',
  },
  search: 'Search or run a command',
  searchShort: 'Search',
  undoTitle: (label: string) => `Undo: ${label}`,
  redoTitle: (label: string) => `Redo: ${label}`,
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  working: 'Working on the book',
  undone: (label: string) => `Undone: ${label}`,
  redone: (label: string) => `Done again: ${label}`,
  saving: {
    state: {
      saved: 'Saved',
      unsaved: 'Not saved yet',
      saving: 'Saving…',
      failed: 'Could not save',
    },
    hint: {
      saved: 'Everything that you entered is in your book.',
      unsaved:
        'Something that you typed is not in your book yet. Notes are saved when you pause; a line or a form when you press Enter.',
      saving: 'Being written to your book.',
      failed: 'What you typed could not be saved. It is tried again when you go on typing.',
    },
    closing:
      'Something that you typed is not in your book yet: keep it first (Enter), or close the window once more to leave without it.',
  },
  newPerson: 'New person',
  scheme: {
    title: 'Appearance',
    auto: 'Like the system',
    light: 'Light',
    dark: 'Dark',
    next: (now: string, next: string) => `Appearance: ${now}. Change to: ${next}`,
  },
  sample: {
    banner: 'You are in the sample book: made-up people, free to change.',
    close: 'Close it',
    closeAction: 'Close the sample book',
    closed: 'Sample book closed. Nothing of it is left.',
  },
  opening: 'Opening your book…',
  shortcuts: {
    title: 'Keyboard shortcuts',
    hint: 'Press ? anywhere to see this page. Whatever has no key of its own is in the palette: Ctrl+K, and a few letters of it.',
    groups: {
      pages: 'Go to a page',
      actions: 'Do something',
      list: 'In the list of people',
      log: 'In any box with suggestions',
      here: 'On this page',
      onPages: 'On single pages',
      today: 'On Today',
      duplicates: 'On Duplicates',
    },
    list: {
      move: 'Next or previous person',
      select: 'Select or unselect',
      extend: 'Extend the selection',
      all: 'Select all that are listed',
      open: 'Open the person’s page',
      find: 'Go to the search box',
      clear: 'Clear the selection',
    },
    log: { choose: 'Move through suggestions', take: 'Take the suggestion', leave: 'Close them' },
    onPages: {
      editPerson: 'Person: edit them',
      writeToPerson: 'Person: write to them, or call',
      copyAddress: 'Person: copy that address or number',
      askForPerson: 'Person: who can introduce me?',
      comparePerson: 'Person: compare our networks',
      logConversation: 'Person: log a conversation of today',
      neighbours: 'Person: previous or next in the list',
      editEvent: 'Event: edit it',
      attendeeFile: 'Event: read an attendee file',
      scanCard: 'Event: scan a card',
      newIntroduction: 'Introductions: begin one',
      logOutcome: 'Outcomes: log one',
      switchView: 'Introductions: board or list',
      moveCard: 'Introductions: move the card that has the focus',
      findLabel: 'Tags & topics: find one',
    },
    today: {
      move: 'Next or previous line',
      done: 'Done',
      snooze: 'Put off',
      log: 'Log a contact',
      open: 'Open the person’s page',
    },
    andThen: 'then',
    or: 'or',
  },
  palette: {
    title: 'Find anything, do anything',
    placeholder: 'A name, a company, a page, something to do…',
    nothing: (typed: string) => `Nothing found for “${typed}”.`,
    results: (total: number) => `${total} ${total === 1 ? 'result' : 'results'}`,
    groups: {
      people: 'People',
      events: 'Events',
      organisations: 'Organisations',
      tags: 'Tags',
      topics: 'Topics',
      here: 'On this page',
      buttons: 'Buttons of this page',
      pages: 'Pages',
      actions: 'Actions',
    },
    offering: (name: string) => `Who offers ${name}`,
    tagged: (name: string) => `People tagged ${name}`,
    atOrganisation: (name: string) => `People at ${name}`,
    keys: 'Up and down to move, Enter to choose, Escape to leave',
  },
  pageFailed: {
    title: 'This page could not be shown',
    body: 'A defect of ours stopped it. Your book is not affected. Try the page again, or go on elsewhere.',
    details: 'What happened',
  },
  notFound: {
    title: 'There is no such page',
    body: 'The link leads nowhere. It may point to somebody who has been deleted.',
    action: 'Go to People',
  },
  refused: {
    title: (code: ErrorCode) =>
      code in refusals ? refusals[code as RefusalCode].title : 'The book could not be opened',
    whatToDo: (code: ErrorCode) =>
      code in refusals
        ? refusals[code as RefusalCode].whatToDo
        : ['The file is untouched. Try again; if it happens again, restart Acquaint.'],
    file: 'The file',
    showFile: 'Show the file in its folder',
    openSample: 'Look around in the sample book',
  },
};
