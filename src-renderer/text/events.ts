import type { Chip } from '../../src-main/contract/events.ts';
import { count, counted, day } from './common.ts';

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
    followUps: 'Follow-ups',
    introductions: 'Introductions',
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
    hint: 'Enter keeps the line, Ctrl+Z in the empty box takes the last one back.',
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
  paste: {
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
