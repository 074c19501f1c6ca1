import type {
  AskRecord,
  AskSort,
  AskTarget,
  WhyNotReason,
} from '../../src-main/contract/networks.ts';
import { count, counted, day } from './common.ts';

/** 'once', 'twice', '3 times'. */
function times(value: number): string {
  if (value === 1) return 'once';
  return value === 2 ? 'twice' : `${count(value)} times`;
}

/** “a”, “b” or “c”. */
function anyOf(parts: readonly string[]): string {
  const quoted = parts.map((word) => `“${word}”`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}

export const ask = {
  lead: 'Say whom you want to reach. The answer is which of your own contacts to ask, by which way, and why.',
  box: 'Whom or what are you looking for?',
  placeholder: 'A person, a company, “accountant”, “who needs logos”, “someone to fix my boiler” …',
  clear: 'Ask about something else',
  kinds: {
    people: 'Person',
    organisation: 'Company',
    offers: 'Offered',
    needs: 'Needed',
    tag: 'Tag',
    text: 'Mentioned',
  },
  people: (total: number): string =>
    total === 0 ? 'nobody known yet' : counted(total, 'person', 'people'),
  nothing: (unknown: readonly string[]): string =>
    unknown.length === 0
      ? 'The book has these words, but not as you ask for them. Leave “at”, “#” or “who offers” away, or try the trade you need (“plumber”).'
      : `The book has nothing of ${anyOf(unknown)}. Try another word for it, a company, or the trade you need (“plumber”).`,
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
  understood: {
    as: 'Understood as:',
    others: 'What else it could mean',
    other: (label: string, people: number): string => `${label} · ${count(people)}`,
    misspelt: (word: string): string =>
      `(the book has nothing called “${word}”: taken for a misspelling)`,
    nowhere: (unknown: readonly string[]): string => `(the book has nothing of ${anyOf(unknown)})`,
    without: (missing: readonly string[]): string =>
      `(the book has nothing with these and ${anyOf(missing)})`,
    withoutOption: (missing: readonly string[]): string => `without ${missing.join(', ')}`,
    misspeltOption: (word: string): string => `if “${word}” is misspelt`,
    withPast: 'People who used to work there too',
    target: (target: AskTarget, { name, also }: { name: string; also: string[] }): string => {
      const others = also.length === 0 ? '' : ` (also ${also.join(', ')})`;
      switch (target.kind) {
        case 'people':
          return `person ${name}`;
        case 'organisation':
          return `company ${name}`;
        case 'tag':
          return `tag #${name}`;
        case 'offers':
          return `topic ${name}${others}, whoever offers it`;
        case 'needs':
          return `topic ${name}${others}, whoever needs it`;
        case 'text':
          return `“${name}”, mentioned in a job, a company, a tag, a topic, a note or an address`;
      }
    },
  },
  sort: {
    label: 'Sorted by',
    names: {
      strength: 'Strongest way first',
      likelihood: 'Likeliest to do it first',
    } satisfies Record<AskSort, string>,
    hints: {
      strength:
        'By the strengths of the ties on the way, multiplied. How asking went before has no part in it.',
      likelihood:
        'By how many introductions worked of those asked (few cases count little) and how often you asked lately; equally likely ones by strength.',
    } satisfies Record<AskSort, string>,
  },
  heldBack: (total: number): string =>
    total === 1
      ? 'Not asked, because you marked them “do not ask”'
      : `${count(total)} not asked, because you marked them “do not ask”`,
  whyNot: {
    title: 'Why not somebody else?',
    who: 'Somebody you would have expected here',
    place: (name: string, place: number, total: number, sort: string): string =>
      `${name} is number ${count(place)} of ${count(total)} (${sort.toLowerCase()}).`,
    absent: (name: string): string => `${name} is not in this answer.`,
    first: (name: string): string => `Nobody is better placed than ${name}.`,
    askFor: (name: string): string => `Who to ask to be introduced to ${name}`,
    reason: (reason: WhyNotReason, name: string, hops: number): string => {
      switch (reason.kind) {
        case 'not_contact':
          return reason.possible
            ? `That you know ${name} is only inferred. Confirm it on their page, or count possible ties too.`
            : `You have no tie with ${name} yourself.`;
        case 'do_not_ask':
          return `You marked ${name} “do not ask”.`;
        case 'left_out':
          return `You left ${name} out of this question.`;
        case 'tie_filtered':
          return reason.by === 'platform'
            ? `Your own tie with ${name} is not on the platform chosen above.`
            : `Your own tie with ${name} is weaker than the ties allowed above.`;
        case 'known_target':
          return `${name} is whom you are looking for, and you know ${name} already.`;
        case 'way_filtered':
          return 'There is a way, but a tie on it is not on the platform, or not as strong, as chosen above:';
        case 'too_long':
          return `No way of ${counted(hops, 'tie', 'ties')} or fewer; there is one of ${count(reason.ties)}:`;
        case 'possible_only':
          return 'There is a way only if possible ties are counted:';
        case 'barred':
          return `Every way leads through somebody left out or marked “do not ask” (${reason.people.map((person) => person.name).join(', ')}):`;
        case 'several':
          return 'There is a way only if filters, length and marks are all loosened:';
        case 'no_way':
          return `No way leads from ${name} to anybody who fits, not even a longer one (up to ${count(reason.ties)} ties), possible ties included.`;
        case 'weaker':
          return `${counted(reason.than, 'contact has', 'contacts have')} a stronger way, the best of ${reason.best.toFixed(2)}.`;
        case 'less_likely':
          return `${counted(reason.than, 'contact is', 'contacts are')} likelier to do it, by how asking went and how lately.`;
        case 'asked_lately':
          return `You asked ${name} ${times(reason.times)} in the last 30 days.`;
        case 'waiting':
          return `${counted(reason.times, 'ask', 'asks')} of yours still wait${reason.times === 1 ? 's' : ''} for their answer.`;
      }
    },
  },
  found: (contacts: number, targets: number): string =>
    `${counted(contacts, 'contact of yours', 'contacts of yours')} can get you to ${counted(targets, 'person', 'people')} who fit${targets === 1 ? 's' : ''}.`,
  foundOne: (contacts: number, name: string): string =>
    `${counted(contacts, 'contact of yours', 'contacts of yours')} can introduce you to ${name}.`,
  showBest: (most: number): string => `Show the best ${count(most)}`,
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
    record: ({ asked, settled, worked, waiting }: AskRecord): string => {
      if (asked === 0) return 'Never asked before';
      if (settled === 0) {
        return waiting === asked
          ? `Asked ${times(asked)}, no answer yet`
          : `Asked ${times(asked)}, nothing settled yet`;
      }
      const share = `${count(worked)} of ${counted(settled, 'introduction', 'introductions')} worked`;
      // of fewer cases a percentage would say more than is known
      return settled < 3 ? share : `${share} (${Math.round((100 * worked) / settled)} %)`;
    },
    chance: (likelihood: number): string => {
      if (likelihood < 0.2) return 'hardly likely to do it now';
      if (likelihood < 0.4) return 'less likely to do it now';
      if (likelihood < 0.6) return 'even chances';
      return likelihood < 0.8 ? 'likely to do it' : 'very likely to do it';
    },
    chanceHint:
      'By how many introductions worked of those asked, few cases counting little, and how often you asked lately.',
    askedLately: (asked: number): string => `You asked ${times(asked)} in the last 30 days`,
    waiting: (waiting: number): string =>
      waiting === 1
        ? 'One ask still waits for an answer'
        : `${count(waiting)} asks still wait for an answer`,
    thanksOwed: (name: string, since: string): string =>
      `You owe ${name} thanks since ${day(since)}: say them first`,
    rank: (place: number): string => `Number ${place}`,
  },
  goalOf: (target: AskTarget, name: string): string => {
    switch (target.kind) {
      case 'people':
        return `Meet ${name}`;
      case 'organisation':
        return `Reach somebody at ${name}`;
      case 'tag':
        return `Reach somebody tagged #${name}`;
      case 'offers':
        return `Find: ${name}`;
      case 'needs':
        return `Find who needs ${name}`;
      case 'text':
        return `Find: ${name}`;
    }
  },
  several: {
    choose: (name: string): string => `Ask ${name} together with others`,
    chooseShort: 'Ask together',
    chosen: (total: number): string => `${counted(total, 'contact', 'contacts')} chosen to ask`,
    open: (total: number): string =>
      total === 1 ? 'Ask for a goal' : `Ask all ${count(total)} for one goal`,
    none: 'Choose nobody',
    title: 'Ask several for one goal',
    lead: 'The asks are tracked together: when one works, the others can be let go with thanks.',
    goal: 'What are you asking for?',
    goalPlaceholder: 'Find an accountant before April',
    list: 'Whom you ask',
    ask: (contact: string, target: string): string => `${contact}, to introduce you to ${target}`,
    state: 'Where do they stand?',
    states: { asked: 'I have asked them', idea: 'I mean to ask them' },
    record: (total: number): string => `Keep ${counted(total, 'ask', 'asks')}`,
    recorded: (what: string): string => `On the board: the asks for “${what}”`,
    missing: 'Say what you are asking for.',
  },
  draft: {
    title: (contact: string, target: string): string =>
      `Ask ${contact} to introduce you to ${target}`,
    hint: 'Change whatever you like, send it your own way, then say that you have asked.',
    record: 'I have asked',
    recordHint: 'Keeps this ask on the Introductions board and reminds you in a week.',
    recorded: (contact: string): string => `Noted: you asked ${contact}.`,
  },
};
