import type { Chip } from '../../src-main/contract/events.ts';
import type { eventSortKeys } from '../../src-main/contract/events.ts';
import type { Introduction } from '../../src-main/contract/introductions.ts';
import type { Money } from '../../src-main/contract/outcomes.ts';
import { count, counted, day } from './common.ts';
import { sums } from './money.ts';

type EventKind = 'meetup' | 'coworking' | 'conference' | 'call' | 'party' | 'other';

const kinds: Record<EventKind, string> = {
  meetup: 'Meetup',
  coworking: 'Co-working',
  conference: 'Conference',
  call: 'Call',
  party: 'Party',
  other: 'Other',
};

const chipNames: Record<Chip['kind'], string> = {
  person: 'Person',
  organisation: 'Organisation',
  title: 'Title',
  tag: 'Tag',
  needs: 'Needs',
  offers: 'Offers',
  email: 'E-mail',
  phone: 'Phone',
  url: 'Web address',
  knows: 'Knows',
  via: 'Introduced by',
  follow_up: 'Follow up',
  note: 'Note',
};

const sortNames: Record<(typeof eventSortKeys)[number], string> = {
  heldOn: 'Date',
  title: 'Name',
  met: 'People met',
  attended: 'People there',
  followUpsKept: 'Follow-ups kept',
  introductions: 'Introductions begun',
  introductionsMet: 'Introductions that met',
  outcomes: 'Outcomes',
  brought: 'What it brought',
};

const stateNames: Record<Introduction['state'], string> = {
  idea: 'idea',
  asked: 'asked',
  permission_asked: 'permission asked',
  accepted: 'accepted',
  declined: 'declined',
  made: 'made',
  met: 'they met',
  outcome: 'came of it',
};

export const events = {
  lead: 'Log whom you met while you still remember: one line a person.',
  kinds,
  create: {
    legend: 'New event',
    title: 'What was it?',
    titlePlaceholder: 'Brews & Books meetup',
    heldOn: 'When',
    kind: 'Kind',
    place: 'Where',
    placePlaceholder: 'Optional',
    action: 'Create and log people',
  },
  columns: {
    title: 'Event',
    heldOn: 'Date',
    place: 'Where',
    met: 'Met',
    attended: 'There',
    followUps: 'Follow-ups kept',
    introductions: 'Introductions begun',
    introductionsMet: 'of them met',
    outcomes: 'Outcomes',
  },
  outcomes: (total: number, worth: readonly Money[]): string =>
    worth.length === 0 ? count(total) : `${count(total)} · ${sums(worth)}`,
  keptOf: (kept: number, all: number): string =>
    all === 0 ? '0' : `${count(kept)} of ${count(all)}`,
  sort: {
    label: 'Sort by',
    names: sortNames,
    brought:
      'Ranked by what is hardest to get: jobs and other outcomes, then introductions after which two people met, then introductions begun, then follow-ups kept, then people met. The next only decides between equals.',
  },
  search: 'Search events',
  noDate: 'No date',
  none: (typed: string): string => `No event is called “${typed}”.`,
  empty: {
    title: 'No events yet',
    body: 'An event is anything where you meet people: a meetup, a co-working day, a call. Create one above, then type one line for each person you met.',
  },
  counts: (met: number, attended: number): string =>
    `${counted(met, 'person', 'people')} met, ${count(attended)} there`,
  heldOn: (heldOn: string | null): string => (heldOn === null ? 'no date' : day(heldOn)),
  details: {
    edit: 'Edit event',
    remove: 'Remove event',
    removed: (title: string): string => `Removed: ${title}`,
    save: 'Save',
    note: 'Notes',
  },
  log: {
    label: 'Whom did you meet?',
    placeholder:
      'Jane Doe, Acme Print, designer #brand needs accountant !friday “talked about the museum”',
    hint: 'Enter keeps the line, Ctrl+Z in the empty box takes the last one back. Paste a list to log many at once.',
    chips: 'How the line is understood',
    chip: (kind: Chip['kind']): string => chipNames[kind],
    isNew: 'new',
    known: 'known',
    due: (dueOn: string): string => day(dueOn),
    pick: (name: string): string => `Which ${name}?`,
    pickNew: 'A new person',
    logged: (name: string, isNew: boolean): string =>
      isNew ? `${name} is new in your book.` : `${name} was in your book already.`,
    justNow: 'Just logged',
    bothKnow: (total: number): string => `You both know ${counted(total, 'person', 'people')}:`,
    bothKnowNobody: 'Nobody you both know, as far as the book tells.',
    andMore: (total: number): string => `and ${count(total)} more`,
    completions: 'Complete',
    help: 'How to write a line',
    helpRows: [
      ['Jane Doe, Acme Print, designer', 'name, organisation, title'],
      ['#brand  #"two words"', 'a tag'],
      ['needs accountant', 'what the person needs'],
      ['offers logos, web design', 'what the person offers'],
      ['jane@acme.example', 'an address: e-mail, phone or web'],
      ['knows Tom Brown', 'a tie between the two'],
      ['via Tom Brown', 'who introduced you'],
      ['!friday  !next week  !3 Dec', 'a follow-up on that day'],
      ['“talked about the museum”', 'a note'],
    ] as const,
  },
  scan: {
    action: 'Scan a card',
    title: 'Scan a card',
    hint: 'Hold the code up to the camera, or choose, drop or paste a picture of it. A vCard, a MECARD or a LinkedIn code becomes a line that you look over before it is kept.',
    camera: 'What the camera sees',
    picture: 'Choose a picture…',
    nothing: 'No code was found in this picture. Try one that shows it larger or sharper.',
    state: {
      starting: 'Starting the camera…',
      looking: 'Looking for a code',
      none: 'There is no camera here. Choose, drop or paste a picture of the code.',
      failed:
        'The camera cannot be used: another program may have it. Choose, drop or paste a picture of the code.',
    },
    unnamed: 'The code tells no name: write it first.',
  },
  attendeeFile: {
    action: 'Attendee file…',
    title: (event: string): string => `Attendees of ${event}`,
    drop: 'Drop the attendee list here',
    dropHint: 'Eventbrite, Meetup or Luma: CSV, or the file as it was downloaded',
    who: 'Who checked in, is going or signed up counts as having been there. Who declined, cancelled, waits or did not show up is left out, with the reason.',
    reading: 'Reading the file…',
    notAttendees: (name: string): string =>
      `${name} is no list of attendees that we know (Eventbrite, Meetup, Luma). Copy its names and paste them into the line box, or read it under Import & export.`,
    done: (people: number, event: string): string =>
      `${counted(people, 'person', 'people')} read for ${event}`,
  },
  harvest: {
    title: 'What came of it',
    none: 'Nothing yet. What people told you here, whom you met first here and introductions that began here will stand here.',
    met: 'met',
    newContacts: 'new to you',
    kept: 'follow-ups kept',
    introductions: 'introductions begun',
    introductionsMet: 'of them met',
    outcomes: 'came of it',
    outcomeList: 'Jobs and other outcomes',
    people: 'Met here first',
    ties: 'Who knows whom',
    knows: 'knows',
    statements: 'What was said',
    said: { offers: 'offers', needs: 'needs' },
    begun: 'Introductions that began here',
    introduction: (introducer: string, first: string, second: string): string =>
      `${introducer} joins ${first} and ${second}`,
    state: (state: Introduction['state'], outcome: Introduction['outcome']): string =>
      outcome === null
        ? stateNames[state]
        : { value: 'something came of it', nothing: 'nothing came of it', no_answer: 'no answer' }[
            outcome
          ],
    open: 'Show it on the board',
  },
  paste: {
    preview: 'How the lines are understood',
    previewMore: (left: number): string => `${counted(left, 'line', 'lines')} more`,
    title: (lines: number): string => `Log ${counted(lines, 'line', 'lines')}?`,
    body: 'Each line becomes one person. Change what you like first.',
    label: 'Lines to log',
    action: (lines: number): string => `Log ${counted(lines, 'person', 'people')}`,
    done: (lines: number): string => `${counted(lines, 'line', 'lines')} logged.`,
    stopped: (left: number, message: string): string =>
      `${message} The ${counted(left, 'line', 'lines')} from there on are still in the box.`,
  },
  attendees: {
    title: 'Who was there',
    none: 'Nobody is logged for this event yet. Type the first line above.',
    met: 'Met',
    metLabel: (name: string): string => `I talked to ${name}`,
    remove: (name: string): string => `${name} was not there`,
    removed: (name: string): string => `Taken off the list: ${name}`,
    mutual: (total: number): string => `${counted(total, 'contact', 'contacts')} in common`,
  },
  promises: {
    title: 'To follow up',
    done: (what: string): string => `Done: ${what}`,
    nothing: 'Follow up',
    finished: 'done',
  },
};
