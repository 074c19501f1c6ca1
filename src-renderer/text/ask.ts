import { count, counted } from './common.ts';

export const ask = {
  lead: 'Say whom you want to reach. The answer is which of your own contacts to ask, by which way, and why.',
  box: 'Whom or what are you looking for?',
  placeholder: 'A person, a company, “accountant”, “who needs logos”, #tag …',
  clear: 'Ask about something else',
  kinds: {
    people: 'Person',
    organisation: 'Company',
    offers: 'Offered',
    needs: 'Needed',
    tag: 'Tag',
  },
  people: (total: number): string =>
    total === 0 ? 'nobody known yet' : counted(total, 'person', 'people'),
  nothing: (typed: string): string =>
    `Nothing in the book is called “${typed}”. Try fewer letters, a company, or a topic somebody offers or needs.`,
  start: {
    title: 'Ask for a person, a company, or a need',
    body: 'Type a name, “Acme”, “accountant” or “who needs a website”. You get the contacts who can introduce you, strongest way first, with the evidence for every step.',
  },
  filters: {
    hops: 'Longest way',
    hopsValue: (ties: number): string =>
      ties === 1 ? 'direct only' : `through ${counted(ties - 1, 'person', 'people')}`,
    possibleNote: 'Possible ties are counted as well: some steps are inferred, not confirmed.',
  },
  found: (contacts: number, targets: number): string =>
    `${counted(contacts, 'contact of yours', 'contacts of yours')} can get you to ${counted(targets, 'person', 'people')} who fit${targets === 1 ? 's' : ''}.`,
  foundOne: (contacts: number, name: string): string =>
    `${counted(contacts, 'contact of yours', 'contacts of yours')} can introduce you to ${name}.`,
  known: (total: number): string =>
    total === 1 ? 'You know one of them yourself' : `You know ${count(total)} of them yourself`,
  knownOne: (name: string): string => `You know ${name} yourself: no introduction needed.`,
  nobodyFits: {
    title: 'Nobody in the book fits yet',
    body: (label: string): string =>
      `“${label}” is known, but nobody is noted for it today. Note it on somebody’s page when you hear of one, or log it at an event: “needs …”, “offers …”.`,
  },
  noWay: {
    title: 'No way there yet',
    body: 'People who fit are in the book, but no chain of ties leads to them with these filters. Allow longer ways or possible ties, or import the contacts of somebody closer to them.',
  },
  card: {
    ask: (name: string): string => `Ask ${name}`,
    sentence: (contact: string, target: string): string =>
      `${contact} can introduce you to ${target}`,
    through: (contact: string, target: string, between: string[]): string =>
      `${contact} knows ${between.join(', who knows ')}, who knows ${target}`,
    record: (asked: number, worked: number): string =>
      asked === 0
        ? 'Never asked before'
        : `Asked ${asked === 1 ? 'once' : `${asked} times`} before, ${worked === 0 ? 'none' : count(worked)} came about`,
    rank: (place: number): string => `Number ${place}`,
    against: 'Speaks against it',
  },
  draft: {
    title: (contact: string, target: string): string =>
      `Ask ${contact} to introduce you to ${target}`,
    hint: 'The second part can be forwarded as it stands. Change whatever you like.',
    to: 'To',
    noAddress: (name: string): string =>
      `No e-mail address of ${name} is in the book. Copy the text and send it your own way.`,
    subject: 'Subject',
    body: 'Message',
    copy: 'Copy the message',
    copiedWhat: 'the message',
    email: 'Open in e-mail',
    record: 'I have asked',
    recordHint: 'Keeps this ask on the Introductions board and reminds you in a week.',
    recorded: (contact: string): string => `Noted: you asked ${contact}.`,
  },
};
