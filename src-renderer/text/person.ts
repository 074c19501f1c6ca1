import type { PersonDetail } from '../../src-main/contract/people.ts';
import { count, counted, day } from './common.ts';

type Period = Pick<PersonDetail['roles'][number], 'startedOn' | 'endedOn' | 'isCurrent'>;

const year = (isoDate: string): string => isoDate.slice(0, 4);

export const person = {
  isMe: 'This is you',
  notFound: {
    title: 'This person is not in the book',
    body: 'They may have been deleted, or joined with somebody else. Undo brings them back if it happened just now.',
  },
  head: {
    ask: 'Ask for an introduction',
    compare: 'Compare networks',
    edit: 'Edit details',
    more: (name: string) => `More about ${name}`,
    remove: 'Delete',
    removed: (name: string) => `Deleted ${name}.`,
    doNotAsk: 'Do not ask for introductions',
    doNotAskHint: 'They are then never proposed as an introducer.',
    nameThem: 'Give a name',
    otherNames: (names: readonly string[]) => `Also known as ${names.join(', ')}`,
  },
  details: {
    title: 'Details',
    name: 'Name, as shown',
    givenName: 'Given name',
    familyName: 'Family name',
    birthday: 'Birthday',
    birthdayHint: 'YYYY-MM-DD, or --MM-DD without the year',
    birthdayWrong: 'Write the birthday as 1984-05-14, or as --05-14 without the year.',
    howMet: 'How we met',
    metOn: 'When we met',
    nothing: 'Nothing noted yet.',
    imported: (name: string, source: string) => `${name} (from ${source})`,
  },
  tags: { title: 'Tags', add: 'Add a tag', remove: (name: string) => `Remove the tag ${name}` },
  contact: {
    title: 'Ways to reach',
    none: (isMe: boolean) =>
      isMe ? 'How can others reach you?' : 'No way to reach them is known yet.',
    add: 'Add a way to reach them',
    kind: 'Kind',
    kinds: { email: 'E-mail', phone: 'Phone', url: 'Web address', address: 'Postal address' },
    value: 'Value',
    remove: (value: string) => `Remove ${value}`,
    openHint: (kind: 'email' | 'phone' | 'url' | 'address', value: string): string =>
      kind === 'email' ? `Write to ${value}` : kind === 'phone' ? `Call ${value}` : `Open ${value}`,
  },
  accounts: {
    title: 'Accounts',
    weak: 'by display name only',
    weakHint: 'The platform gives no id, so somebody else may bear the same name there.',
  },
  tie: {
    title: 'Your tie',
    none: (name: string) => `You and ${name} do not know each other yet, as far as the book knows.`,
    tell: 'We know each other',
    rating: 'How strong is it really?',
    fromEvidence: 'Evidence',
    evidence: 'Why: the evidence',
    lastContact: (when: string) => `Last contact ${when}`,
  },
  chains: {
    title: (name: string) => `How I can reach ${name}`,
    direct: 'You know each other: just write.',
    none: (name: string) =>
      `No chain of at most four ties leads to ${name}. Import more contacts, or note who knows whom.`,
    possible: 'Include ties that are only possible',
    usedPossible: 'Some ties here are only possible: nobody confirmed them.',
    ask: (name: string) => `Ask ${name}`,
    steps: 'Open a tie to see why it is believed.',
  },
  roles: {
    title: (isMe: boolean) => (isMe ? 'What I do' : 'What they do'),
    none: 'No role is known yet.',
    add: 'Add a role',
    roleTitle: 'Title',
    organisation: 'Organisation',
    since: 'Since',
    until: 'Until',
    end: (role: string) => `Ended today: ${role}`,
    remove: (role: string) => `Remove the role: ${role}`,
    period: ({ startedOn, endedOn, isCurrent }: Period): string => {
      if (startedOn === null && endedOn === null) return isCurrent ? 'today' : 'formerly';
      const from = startedOn === null ? '' : year(startedOn);
      const to = endedOn === null ? (isCurrent ? 'today' : '') : year(endedOn);
      return `${from}–${to}`;
    },
  },
  circles: {
    title: (isMe: boolean) => (isMe ? 'My networks' : 'Their networks'),
    none: 'Nothing is known of whom they know. Import a list they gave you, or note how many contacts a platform shows.',
    listed: (value: number) => `${count(value)} listed`,
    reported: (size: number, shared: number | null, seenOn: string): string =>
      `${count(size)} shown there${shared === null ? '' : `, ${count(shared)} shared with you`} (seen ${day(seenOn)})`,
    report: 'Note a number shown',
    platform: 'Platform',
    size: 'Contacts shown',
    shared: 'Of these shared with me',
    sharedHint: 'Leave empty if it is not shown.',
  },
  mutual: {
    title: 'You both know',
    none: 'Nobody, as far as the book knows.',
  },
  statements: {
    title: 'Offers and needs',
    offers: 'Offers',
    needs: 'Needs',
    none: (isMe: boolean) =>
      isMe
        ? 'Nothing noted. What do you offer, and what are you looking for?'
        : 'Nothing noted. What could others want of them, and what are they looking for?',
    add: 'Add',
    topic: 'Topic',
    topicPlaceholder: 'accountant, logos…',
    ended: (isoDate: string) => `until ${day(isoDate)}`,
    said: (isoDate: string) => `since ${day(isoDate)}`,
    end: (topic: string) => `No longer holds: ${topic}`,
    remove: (topic: string) => `Remove ${topic}`,
  },
  ties: {
    title: 'Knows',
    none: 'Nobody else, as far as the book knows.',
    told: (isMe: boolean) => (isMe ? 'I know…' : 'Somebody told me they know…'),
    note: 'What was said',
    notePlaceholder: 'worked together at the museum',
    add: 'Add the tie',
    added: (a: string, b: string) => `Noted: ${a} knows ${b}.`,
    why: (name: string) => `Why: the evidence for the tie with ${name}`,
    more: (left: number) => `Show more (${count(left)} left)`,
  },
  favours: {
    title: 'Given and received',
    none: 'Introductions and messages passed on, either way, are set against each other here.',
  },
  followUps: {
    title: 'Follow-ups',
    none: 'Nothing is due.',
    add: 'Add a follow-up',
    what: 'What',
    whatPlaceholder: 'Send the portfolio',
    dueOn: 'When',
    due: (when: string) => `due ${when}`,
    overdue: (when: string) => `was due ${when}`,
    nameless: 'Get in touch',
    finish: (what: string) => `Done: ${what}`,
    finished: 'Done.',
  },
  commands: {
    edit: (name: string) => `Edit ${name}`,
    ask: (name: string) => `Who can introduce me to ${name}?`,
    compare: (name: string) => `Compare our networks: ${name}`,
    log: (name: string) => `Log a conversation with ${name}, today`,
    logged: (name: string) => `Conversation logged: ${name}`,
    archive: (name: string, isArchived: boolean) =>
      isArchived ? `Take ${name} out of the archive` : `Archive ${name}`,
    doNotAsk: (name: string, doNotAsk: boolean) =>
      doNotAsk ? `${name} may be asked again` : `Do not ask ${name} for introductions`,
    remove: (name: string) => `Delete ${name}`,
  },
  notes: {
    title: 'Notes',
    empty: 'What did you talk about? What matters to them? Markdown works: **bold**, lists, links.',
    edit: 'Edit',
    command: 'Edit the notes',
    done: 'Done',
    label: (name: string) => `Notes on ${name}`,
    state: {
      saved: 'Saved',
      unsaved: 'Not saved yet',
      saving: 'Saving…',
      failed: 'Could not be saved. It is tried again when you go on typing.',
    },
  },
  timeline: {
    title: 'Timeline',
    none: 'Nothing has happened yet.',
    log: 'Log a contact',
    kind: 'What was it?',
    kinds: {
      conversation: 'Conversation',
      message: 'Message',
      call: 'Call',
      meeting: 'Meeting',
    },
    onDate: 'When',
    note: 'Note',
    save: 'Log it',
    logged: 'Logged. The tie is fresher now.',
    entries: (value: number) => counted(value, 'entry', 'entries'),
  },
};
