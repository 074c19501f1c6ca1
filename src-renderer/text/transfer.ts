import { columns } from './columns.ts';
import { count, counted, day } from './common.ts';

type NewsKind = 'came' | 'went' | 'moved';
type Category = 'created' | 'matched' | 'unsure' | 'unchanged' | 'leftOut';

/** “412 new, 5 left out”: of some counts those that are not 0. */
function those(counts: readonly (readonly [total: number, what: string])[]): string {
  const parts = counts.filter(([total]) => total > 0);
  return parts.length === 0
    ? 'nothing new'
    : parts.map(([total, what]) => `${count(total)} ${what}`).join(', ');
}

export const transfer = {
  lead: 'Take in what the platforms hand out. You see what an import would do before anything is written, and can undo it as a whole.',
  drop: {
    title: 'Drop files here, or choose them',
    body: 'LinkedIn, Facebook, X, Instagram, Mastodon, Bluesky, Google, Outlook, vCard, Meetup, Eventbrite, Luma, WhatsApp, a mailbox (mbox) or calendar (ics), a CSV of ties, a list of names. ZIP archives and folders are taken as they come.',
    action: 'Choose files',
    reading: 'Reading the files…',
    tooLarge: (name: string): string =>
      `“${name}” is larger than 512 MB. Unpack it and choose only the files with the contacts.`,
    unreadable: (name: string): string =>
      `“${name}” cannot be read: it was moved, changed or taken away since it was chosen. Choose it again.`,
  },
  sources: {
    title: 'Where do I find these files?',
    of: [
      [
        'LinkedIn',
        'Settings & Privacy → Data privacy → Get a copy of your data → Connections. The file comes by e-mail.',
      ],
      [
        'Facebook, Instagram',
        'Accounts Centre → Your information and permissions → Download your information: friends, or followers and following, as JSON.',
      ],
      ['X', 'Settings → Your account → Download an archive of your data.'],
      ['Mastodon', 'Preferences → Import and export → Data export: the list of follows as CSV.'],
      ['Google', 'Google Contacts → Export, as Google CSV or vCard.'],
      ['Outlook', 'People → Manage contacts → Export contacts.'],
      ['Phone', 'The contacts app: share or export all contacts as one vCard file (vcf).'],
      ['WhatsApp', 'A chat → More → Export chat, without media.'],
    ] as const,
    note: 'The platforms rename and move these now and then; “download your data” is what to look for.',
  },
  owner: {
    title: 'Whose contacts are these?',
    mine: 'Mine',
    others: 'Somebody else’s',
    who: 'Who exported this list?',
    hint: 'A list that a friend or colleague exported for you shows whom only they know.',
    missing: 'Say whose list it is first.',
  },
  event: {
    title: 'Which event was it?',
    hint: 'These files list the people who came to an event.',
    name: 'Event',
    heldOn: 'When',
    missing: 'Say which event it was first.',
  },
  paste: {
    open: 'Paste a list',
    label: 'Names, one a line, or rows of a table',
    hint: 'Mutual friends copied from a page, or rows copied from a spreadsheet with their heading.',
    take: 'Take this list',
    fileName: 'Pasted list.txt',
  },
  columns,
  addresses: {
    title: 'Which of these addresses belong to the owner?',
    hint: 'By them the letters and meetings are told apart: who wrote to whom. They are kept on the person’s page.',
    letters: (letters: number): string => counted(letters, 'time', 'times'),
  },
  look: 'See what it would do',
  again: 'Choose other files',
  chosen: (files: number): string => counted(files, 'file', 'files'),
  plan: {
    title: 'This is what the import would do',
    nothingYet: 'Nothing has been written yet.',
    together: (files: number, counts: Readonly<Record<Category, number>>): string => {
      const parts = those([
        [counts.created, 'new'],
        [counts.matched, 'known and completed'],
        [counts.unsure, 'to be decided'],
        [counts.unchanged, 'with nothing new'],
        [counts.leftOut, 'left out'],
      ]);
      return `${counted(files, 'file', 'files')}: ${parts}.`;
    },
    of: (title: string, owner: string | null): string =>
      owner === null ? title : `${title} of ${owner}`,
    category: (category: Category): string =>
      ({
        created: 'New',
        matched: 'Known, completed',
        unsure: 'To be decided',
        unchanged: 'Nothing new',
        leftOut: 'Left out',
      })[category],
    explain: (category: Category): string =>
      ({
        created: 'People who are not in your book yet.',
        matched: 'Surely the same person: same account, e-mail address or phone number.',
        unsure:
          'The same name as somebody you know, and no proof. Answer below; what you leave open comes in as separate people, and you are asked again later.',
        unchanged: 'Known already, and this file adds nothing.',
        leftOut: 'Rows that are not taken, each with its reason.',
      })[category],
    ties: (created: number, unchanged: number, possible: number): string => {
      const known = unchanged === 0 ? '' : `, ${count(unchanged)} known already`;
      const maybe =
        possible === 0
          ? ''
          : ` ${counted(possible, 'pair', 'pairs')} may know each other: possible ties.`;
      const made =
        created === 0 ? 'No tie is new' : `${counted(created, 'tie is', 'ties are')} new`;
      return `${made}${known}.${maybe}`;
    },
    line: (line: number): string => `line ${count(line)}`,
    none: 'None.',
    search: 'Search these rows',
    apply: (people: number): string =>
      people === 0 ? 'Import' : `Import ${counted(people, 'person', 'people')}`,
    nothingToDo: 'Everything in these files is in your book already.',
    working: 'Importing…',
  },
  news: {
    title: 'News from the list',
    of: (fileName: string): string => `News from ${fileName}`,
    planned: 'Since the last list',
    kind: (kind: NewsKind): string =>
      ({ came: 'New in the list', went: 'No longer in it', moved: 'Changed jobs' })[kind],
    says: (kind: NewsKind, was: string | null, became: string | null): string =>
      kind === 'came'
        ? 'is new in the list'
        : kind === 'went'
          ? 'is no longer in the list'
          : `moved from ${was ?? '?'} to ${became ?? '?'}`,
    ended: (ties: number): string =>
      `${counted(ties, 'tie has', 'ties have')} no other reason than the list, and would end.`,
    doubt: (people: number): string =>
      `${counted(people, 'person', 'people')} of the last list are not in this one, more than half. They are kept, unless this is the whole list.`,
    isWhole: 'It is the whole list: they have gone',
    isPart: 'This is only a part of the list: nobody has gone',
    congratulate: 'Congratulate',
    subject: 'Congratulations!',
    letter: (name: string, became: string | null): string =>
      `Dear ${name},

congratulations on your new job${became === null ? '' : ` (${became})`}!

`,
    updateRole: 'Update role',
    updateRoleOf: (name: string): string => `Update role of ${name}`,
    roleUpdated: (name: string, on: string): string =>
      `The old job of ${name} ends on ${on}, the new one begins`,
    remind: 'Remind me today',
    reminder: (kind: NewsKind, became: string | null): string =>
      kind === 'moved' ? `Congratulate on the new job: ${became ?? ''}` : 'Say hello',
    reminded: (name: string): string => `A follow-up with ${name} is due today`,
    stillKnown: 'We still know each other',
    stillNote: 'No longer linked, but still in touch',
    done: 'Done',
    doneWith: (name: string): string => `Done with ${name}`,
    settled: (on: string): string => `done on ${on}`,
  },
  report: {
    title: 'Imported',
    line: (created: number, matched: number, ties: number): string =>
      those([
        [created, created === 1 ? 'new person' : 'new people'],
        [matched, `known ${matched === 1 ? 'person' : 'people'} completed`],
        [ties, ties === 1 ? 'new tie' : 'new ties'],
      ]),
    leftOut: (rows: number): string => `${counted(rows, 'row was', 'rows were')} left out.`,
    unsure: (people: number): string =>
      `${counted(people, 'person has', 'people have')} the name of somebody you know: see “Are these the same?” below.`,
    people: 'See your people',
    overlap: 'Compare networks',
    more: 'Import something else',
  },
  questions: {
    title: 'Are these the same?',
    progress: (left: number): string => `${counted(left, 'question', 'questions')} left`,
    hint: 'S: the same person, join them. D: two different people. L: later. Answers are kept for the next imports, and can be undone.',
    before: 'To be decided first, if you like',
    hintBefore:
      'S or Y: the same person. D or N: two people. L: later. Answers count when you import, and are kept for the next imports.',
    takeBack: 'Take back the last answer',
    allAlike: (questions: number): string =>
      `The same person in all ${count(questions)} where more than the name says so`,
    alikeHint:
      'One employer, birthday or tag in both, and nobody else who it could be. You can take it back.',
    answered: (answers: number, left: number): string =>
      `${counted(answers, 'question is', 'questions are')} answered${left === 0 ? '' : `, ${count(left)} left for later`}.`,
    inFile: (file: string, line: number): string => `${file}, line ${count(line)}`,
    inBook: 'in your book',
    inImport: 'comes with this import too',
    later: 'Later',
    again: (left: number): string =>
      `${counted(left, 'question was', 'questions were')} put off: answer them now`,
    suggests: (answer: 'same' | 'different' | null): string =>
      answer === 'same'
        ? 'Probably the same.'
        : answer === 'different'
          ? 'Probably two people.'
          : 'Hard to say.',
    because: (reasons: readonly string[]): string => `${reasons.join('; ')}.`,
    same: 'The same person',
    different: 'Two people',
    nothingKnown: 'nothing else is known',
    joined: 'Joined into one person',
    kept: 'Kept as two people',
    none: 'Nothing left to decide.',
  },
  past: {
    title: 'Imports so far',
    when: 'When',
    what: 'What',
    whose: 'Whose',
    created: 'New people',
    ties: 'New ties',
    unknownOwner: '–',
    of: (fileName: string, importedAt: string): string =>
      `${fileName}, ${day(importedAt.slice(0, 10))}`,
    brought: (created: number, matched: number, ties: number): string =>
      `Brought ${counted(created, 'new person', 'new people')} and ${counted(ties, 'new tie', 'new ties')}; completed ${counted(matched, 'person', 'people')} you knew.`,
    news: (open: number): string => `${count(open)} to look at`,
    at: (importedAt: string): string => day(importedAt.slice(0, 10)),
  },
  takeOut: {
    title: 'Take this import out',
    hint: 'All that it brought goes again, also if other imports and changes came after it. What you have edited since, or what something newer hangs on, stays. One step of undo.',
    look: 'See what would go',
    goes: (counts: Record<'people' | 'ties' | 'values' | 'contacts' | 'putBack', number>): string =>
      `${counted(counts.people, 'person', 'people')}, ${counted(counts.ties, 'tie', 'ties')}, ${counted(counts.values, 'detail', 'details')} and ${counted(counts.contacts, 'contact', 'contacts')} would go; ${counted(counts.putBack, 'value', 'values')} would become again what they were.`,
    stays: (total: number): string => `${counted(total, 'thing', 'things')} would stay:`,
    what: (table: string): string =>
      ({
        person: 'stays in the book',
        contact_point: 'an address or number stays',
        role: 'a role stays',
        account: 'an account stays',
        person_field: 'a field stays',
        tie: 'a tie stays',
        event: 'the event stays',
        attendance: 'an attendance stays',
        interaction: 'a contact stays',
      })[table] ?? 'a change stays',
    action: 'Take it out',
    done: 'The import was taken out',
  },
  export: {
    title: 'Take it with you',
    command: (form: string | undefined): string => `Export: ${form ?? ''}`,
    body: 'Your book is yours. Each form is one file, written where you say.',
    writing: 'Writing the file…',
    saved: (path: string): string => `Saved as ${path}`,
    mirror: [
      'Folder of contacts (vCard)',
      'One file a person, for programs that read such a folder. Choose it again to bring it up to date.',
    ] as const,
    mirrored: (
      folder: string,
      report: Record<'written' | 'unchanged' | 'removed' | 'kept', number>,
    ): string =>
      `${folder}: ${count(report.written)} written, ${count(report.unchanged)} as they were, ${count(report.removed)} removed${report.kept === 0 ? '' : `, ${count(report.kept)} left alone since they were changed there`}.`,
    forms: {
      json: ['Whole book (JSON)', 'Everything, and can be imported again'],
      csv: ['People (CSV)', 'For spreadsheets'],
      vcard4: ['Contacts (vCard 4.0)', 'For address books'],
      vcard3: ['Contacts (vCard 3.0)', 'For older address books and phones'],
      graphml: ['Network (GraphML)', 'For Gephi, yEd, networkx'],
      gexf: ['Network (GEXF)', 'For Gephi'],
      ics: ['Follow-ups (iCalendar)', 'For calendars'],
    } as const,
  },
};
