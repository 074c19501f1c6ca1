import type { BookCopy } from '../../src-main/contract/backups.ts';
import type { ErasureProof } from '../../src-main/contract/erasure.ts';
import { count, counted, day } from './common.ts';

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** ISO 8601 in UTC as "8 Feb 2026, 14:05" at the user's place. */
const when = (iso: string): string => moment.format(new Date(iso));

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${count(Math.ceil(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

const people = (value: number): string => counted(value, 'person', 'people');

/** Backups, what can be done about a book that cannot be opened, and forgetting people for good. */
export const safety = {
  copies: {
    caption: 'Backups, the newest first',
    takenAt: 'Made',
    reason: 'Why',
    size: 'Size',
    state: 'State',
    actions: 'What to do',
    when,
    bytes: size,
    reasons: {
      daily: 'Before the first change of the day',
      migration: 'Before an update of Acquaint',
      import: 'Before an import',
      asked: 'You asked for it',
      'before-restore': 'Put aside by a restore',
      saved: 'Saved from a damaged book',
    } satisfies Record<BookCopy['reason'], string>,
    second: 'second folder',
    states: {
      same: 'Verified',
      changed: 'Damaged: it has changed since it was made',
      unknown: 'Not verified yet',
    } satisfies Record<BookCopy['bytesAre'], string>,
    whole: 'Verified just now, to the last page',
    broken: 'Damaged',
    verify: (taken: string) => `Verify the backup of ${taken}`,
    verifyShort: 'Verify',
    lookInto: (taken: string) => `Look into the backup of ${taken}`,
    lookIntoShort: 'Look into',
    restore: (taken: string) => `Restore this one, the backup of ${taken}`,
    restoreShort: 'Restore this one',
    none: 'There are no backups yet. One is made before the first change of each day.',
  },
  restore: {
    title: 'Restore this backup?',
    body: (taken: string) =>
      `Your book will be as it was on ${taken}. What was entered since then is not in it.`,
    kept: (name: string) =>
      `The present file is not lost: it stays beside it as “${name}.before-restore-…”, and is listed here, so that you can go back.`,
    confirm: 'Restore it',
    done: (kept: string | null) =>
      kept === null ? 'Restored.' : `Restored. The file that was there is kept: ${kept}`,
  },
  rescue: {
    title: 'Restore a backup',
    hint: 'The damaged file is kept beside it as it is. Look at the dates: what was entered later is not in a backup.',
    hintOther:
      'The present file is kept beside it as it is. Look at the dates: what was entered later is not in a backup.',
    hintMissing: 'Look at the dates: what was entered later is not in a backup.',
    salvageTitle: 'Save what can be read',
    salvageHint:
      'Reads the damaged file row by row into a new book beside it, and leaves out what cannot be read. The damaged file itself is only read. It may hold more than the newest backup.',
    salvage: 'Save what can be read',
    working: 'Reading the damaged file…',
    saved: (rows: number, lost: number) =>
      lost === 0
        ? `Every row that was found could be saved: ${count(rows)}.`
        : `${counted(rows, 'row', 'rows')} saved, ${count(lost)} lost.`,
    unknownLoss: (tables: number) =>
      `Of ${counted(tables, 'part', 'parts')} of the book nothing could be read.`,
    table: 'Part of the book',
    savedRows: 'Saved',
    lostRows: 'Lost',
    unknown: 'all',
    nameOf: (table: string) =>
      table.replaceAll('_', ' ').replace(/^./u, (first) => first.toUpperCase()),
    details: 'Show what was saved',
    open: 'Open the new book',
    where: 'The new book',
  },
  looking: {
    banner: (taken: string) =>
      `You are looking into a backup of ${taken}. Nothing can be changed here.`,
    leave: 'Back to my book',
    left: 'You are back in your book.',
    reading: 'You are reading your book. It cannot be written now, so nothing can be changed here.',
    stopReading: 'Close it',
  },
  backups: {
    title: 'Backups',
    hint: 'Whole, verified copies, made by themselves before the first change of a day, before imports and before updates. Three of today stay, one of each other day, ten in all.',
    folder: 'They lie in',
    make: 'Back up now',
    made: 'Backed up and verified.',
    looking: 'You are only reading. Go back to your book to see the list.',
    cloudTitle: (service: string) => `Your book lies in ${service}`,
    cloud: (service: string, folder: string) =>
      `${service} copies a file while it is being written, and may put an older or a mixed one in its place. That is not safe for a book that is open. Close Acquaint, move the folder of the book out of ${folder}, and choose a folder in ${service} as the second folder for backups instead: finished backups are safe there.`,
    second: {
      title: 'A second folder',
      hint: 'On another disk, so that a lost or broken computer does not take the backups along. Each backup is copied there, too, and compared.',
      choose: 'Choose a folder…',
      change: 'Choose another folder…',
      stop: 'Stop copying there',
      chosen: 'Backups are copied there from now on.',
      stopped: 'Nothing is copied there any more. What lies there stays.',
      newest: (taken: string | null) =>
        taken === null ? 'No backup is there yet.' : `The newest backup there: ${when(taken)}.`,
      away: 'Not connected now, or its folder of backups was deleted. Once it is there again, the newest backup is copied to it; if it was deleted, choose it anew.',
      problemTitle: 'The last backup could not be copied there',
      problem: (sentence: string) =>
        `${sentence} The backup itself is safe, here. “Back up now” tries both again.`,
      unerasedTitle: 'The folder before still holds erased people',
      unerased: (folder: string) =>
        `Backups in ${folder} still hold people whom you erased while it was not connected. Acquaint will not look there again: delete those backups, or choose that folder once more and connect it.`,
    },
  },
  forgetting: {
    title: 'Forgetting',
    hint: 'Erasing for good takes people out of the book, its undo history and its backups. A mark that cannot be read back stays, so that no import brings them back.',
    marks: (value: number, last: string | null) =>
      value === 0 || last === null
        ? 'Nobody has been erased yet.'
        : `${counted(value, 'mark', 'marks')} of erased people kept, the last from ${day(last)}.`,
    looking: 'You are only reading. Nobody can be erased from here: go back to your book first.',
    candidates: 'Imported long ago, never met',
    years: 'Imported at least',
    yearsOption: (value: number) => counted(value, 'year ago', 'years ago'),
    none: 'Nobody was imported that long ago without you ever having been in touch.',
    total: (value: number, shown: number) =>
      value > shown ? `${people(value)}; the first ${count(shown)} are listed.` : people(value),
    imported: (on: string) => `imported ${day(on)}`,
    all: 'Select all listed',
    erase: (value: number) => `Erase ${people(value)} for good…`,
  },
  erase: {
    action: 'Erase for good…',
    tooMany: (most: number) => `At most ${count(most)} people at a time.`,
    title: (name: string | null, total: number) =>
      name === null ? `Erase ${people(total)} for good?` : `Erase ${name} for good?`,
    goes: 'What goes, and cannot be brought back',
    rows: 'Everything about them in the book: ties, accounts, addresses, notes, events, introductions, and mentions of their names in other texts.',
    undo: (steps: number) =>
      steps === 0
        ? 'The undo history, which is empty now.'
        : `The whole undo history (${counted(steps, 'step', 'steps')}), since any of it may hold them.`,
    backups: 'Their traces in all backups that Acquaint keeps.',
    stays: 'What stays',
    mark: 'A mark that cannot be read back, so that no import brings them back.',
    shared: (names: readonly string[]) =>
      `Names and addresses that others in the book bear, too: ${names.join(', ')}.`,
    elsewhere:
      'Copies elsewhere cannot be reached: exported files, backups that you copied yourself, cloud copies.',
    type: (word: string) => `Type “${word}” to go on`,
    confirm: 'Erase for good',
    word: (name: string | null, total: number) => name ?? `erase ${total}`,
    done: (total: number) => `${people(total)} erased for good.`,
    clean: (places: number) =>
      `Nothing of them was found in ${counted(places, 'place', 'places')} searched.`,
    unclean: 'Something of them is left:',
    redactions: (value: number) =>
      `${counted(value, 'mention', 'mentions')} in other texts replaced.`,
    cleaned: (value: number) => `${counted(value, 'backup', 'backups')} cleaned.`,
    unreadable: (names: readonly string[]) =>
      `Could not be opened; delete by hand if they held them: ${names.join(', ')}.`,
    left: (names: readonly string[]) =>
      `Could not be cleaned, for want of room on the disk, say: ${names.join(', ')}. Free some space; it is tried again when the book is next opened.`,
    waiting: (folder: string) =>
      `${folder} is not connected: its backups are cleaned when Acquaint is next started with it.`,
    kindSum: {
      rows: (places: number, found: number) =>
        `Rows that refer to them: ${count(found)} in ${counted(places, 'column', 'columns')}.`,
      texts: (places: number, found: number) =>
        `Texts that mention them: ${count(found)} in ${counted(places, 'table', 'tables')}.`,
      bytes: (places: number, found: number) =>
        `Their names in the bytes of files: ${count(found)} in ${counted(places, 'file', 'files')}, backups among them.`,
    } satisfies Record<
      ErasureProof['places'][number]['kind'],
      (places: number, found: number) => string
    >,
    places: 'Where it was searched',
    place: 'Place',
    found: 'Found',
    kind: {
      rows: 'rows that refer to them',
      texts: 'texts that mention them',
      bytes: 'their names in the bytes of the file',
    } satisfies Record<ErasureProof['places'][number]['kind'], string>,
  },
};
