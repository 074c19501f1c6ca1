import { text } from '../text/index.ts';

/*
 * The keys of single pages, in one place: the pages take them from here, and the page of shortcuts lists them
 * also while another page is open.
 */

const words = text.frame.shortcuts.onPages;

export const pageKeys = {
  editPerson: 'mod+e',
  writeToPerson: 'e',
  copyAddress: 'c',
  askForPerson: 'w',
  comparePerson: 'o',
  logConversation: 'l',
  previousPerson: '[',
  nextPerson: ']',
  editEvent: 'mod+e',
  attendeeFile: 'mod+i',
  scanCard: 'mod+b',
  newIntroduction: 'n',
  switchView: 'v',
  logOutcome: 'n',
  findLabel: '/',
} as const;

/** What the page of shortcuts says of them, by page. */
export const pageKeyLines: readonly (readonly [label: string, keys: readonly string[]])[] = [
  [words.editPerson, [pageKeys.editPerson]],
  [words.writeToPerson, [pageKeys.writeToPerson]],
  [words.copyAddress, [pageKeys.copyAddress]],
  [words.askForPerson, [pageKeys.askForPerson]],
  [words.comparePerson, [pageKeys.comparePerson]],
  [words.logConversation, [pageKeys.logConversation]],
  [words.neighbours, [pageKeys.previousPerson, pageKeys.nextPerson]],
  [words.editEvent, [pageKeys.editEvent]],
  [words.attendeeFile, [pageKeys.attendeeFile]],
  [words.scanCard, [pageKeys.scanCard]],
  [words.newIntroduction, [pageKeys.newIntroduction]],
  [words.switchView, [pageKeys.switchView]],
  [words.moveCard, ['arrowleft', 'arrowright']],
  [words.logOutcome, [pageKeys.logOutcome]],
  [words.findLabel, [pageKeys.findLabel]],
];
