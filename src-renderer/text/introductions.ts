import type { Introduction, TookIntroduction } from '../../src-main/contract/introductions.ts';
import { count, counted, day } from './common.ts';

type State = Introduction['state'];
type Kind = Introduction['kind'];
type Outcome = NonNullable<Introduction['outcome']>;

const states: Record<State, string> = {
  idea: 'Idea',
  asked: 'Asked',
  permission_asked: 'Permission asked',
  accepted: 'Accepted',
  made: 'Made',
  met: 'Met',
  outcome: 'Came of it',
  declined: 'Declined',
};
const outcomes: Record<Outcome, string> = {
  value: 'It led to something',
  nothing: 'Nothing came of it',
  no_answer: 'No answer',
};

/** What is to be done next, and by whom; '' when nothing is. */
function nextStep({ kind, state, introducer, first, second }: Introduction): string {
  const mine = kind === 'make';
  switch (state) {
    case 'idea':
      return mine ? `ask ${first.name} and ${second.name}` : `ask ${introducer.name}`;
    case 'asked':
      return mine ? 'ask the other one' : `remind ${introducer.name}`;
    case 'permission_asked':
      return mine ? `remind ${first.name} or ${second.name}` : `remind ${introducer.name}`;
    case 'accepted':
      return mine ? 'bring them together' : `remind ${introducer.name}`;
    case 'made':
      return mine ? `ask ${first.name} whether they met` : `meet ${second.name}`;
    case 'met':
      return 'say what came of it';
    case 'declined':
    case 'outcome':
      return '';
  }
}

export const introductions = {
  lead: 'What you asked for, what you made, what you were given, and where each stands.',
  create: 'New introduction',
  view: {
    label: 'Shown as',
    board: 'Board',
    list: 'List',
    needs: 'Needs & offers',
    showBoard: 'Show as a board',
    showList: 'Show as a list',
  },
  keys: 'Drag a card to another column, or focus it and press ← or →. Enter opens it.',
  state: (state: State): string => states[state],
  outcome: (outcome: Outcome): string => outcomes[outcome],
  outcomes,
  title: (introduction: Introduction): string => {
    const { kind, introducer, first, second } = introduction;
    if (kind === 'ask') return `${introducer.name} to introduce you to ${second.name}`;
    if (kind === 'received') return `${introducer.name} introduced you to ${second.name}`;
    return `You introduce ${first.name} and ${second.name}`;
  },
  kind: { ask: 'You ask', make: 'You introduce', received: 'You were introduced' } satisfies Record<
    Kind,
    string
  >,
  /** Where it stands, in few words. */
  standing: ({ state, outcome, letGoOn }: Introduction): string => {
    if (letGoOn !== null) return 'Let go';
    return outcome === null ? states[state] : outcomes[outcome];
  },
  since: (state: State, since: string): string => `${states[state]} since ${day(since)}`,
  remind: (since: string, remindOn: string): string =>
    `Waiting since ${day(since)}, comes back on ${day(remindOn)}`,
  overdue: (since: string): string => `Waiting since ${day(since)}: time to ask again`,
  began: (createdOn: string): string => `Began ${day(createdOn)}`,
  nextStep,
  nextOf: (introduction: Introduction): string => `Next: ${nextStep(introduction)}`,
  cameFrom: (title: string): string => `Came from: ${title}`,
  column: (state: State, total: number): string =>
    `${states[state]}, ${counted(total, 'introduction', 'introductions')}`,
  emptyColumn: 'None',
  markAs: (state: State): string => `Mark as ${states[state].toLowerCase()}`,
  moveCommand: (title: string, state: State): string =>
    `Mark as ${states[state].toLowerCase()}: ${title}`,
  moved: (title: string, state: State): string => `${title}: ${states[state].toLowerCase()}`,
  cannot: (from: State, to: State, allowed: readonly State[]): string =>
    `An introduction that is “${states[from].toLowerCase()}” cannot become “${states[to].toLowerCase()}” at once. Possible now: ${allowed
      .map((state) => states[state].toLowerCase())
      .join(', ')}.`,
  noneThere: 'There is no step in that direction from here.',
  columns: {
    who: 'Introduction',
    state: 'State',
    began: 'Began',
    since: 'Since',
    next: 'Next step',
    waits: 'Comes back',
  },
  filter: {
    state: 'State',
    all: 'All states',
    none: 'No introduction is in this state.',
  },
  empty: {
    title: 'No introductions yet',
    body: 'Most work comes by recommendation. Ask somebody for an introduction from “Who to ask”, or bring two people together who should know each other. Each one moves across this board until you know what came of it.',
    ask: 'Who to ask',
  },
  window: {
    title: 'New introduction',
    kind: 'What is it?',
    introducer: { ask: 'Whom do you ask?', received: 'Who introduced you?' },
    first: 'One of the two',
    second: { ask: 'To be introduced to', make: 'The other', received: 'To whom?' },
    topic: 'About',
    topicPlaceholder: 'A topic, if there is one',
    goal: 'What is it for?',
    goalPlaceholder: 'Find an accountant before April',
    goalHint: 'Asks for the same are tracked together.',
    state: 'Where does it stand?',
    save: 'Add to the board',
    incomplete: 'Choose who is to be introduced.',
    created: (title: string): string => `Added: ${title}`,
  },
  suggested: {
    title: 'Suggested',
    label: (total: number): string => `Suggested, ${counted(total, 'pair', 'pairs')}`,
    and: 'and',
    names: (a: string, b: string): string => `${a} and ${b}`,
    accept: 'Put on the board',
    acceptPair: (names: string): string => `Put on the board: ${names}`,
    accepted: (names: string): string => `An idea now: ${names}`,
    refuse: 'Not these two',
    refusePair: (names: string): string => `Not these two: ${names}`,
    refusedOne: (names: string): string => `Not suggested again: ${names}`,
    refusedTotal: (total: string): string => `Not these two (${total})`,
    allow: (names: string): string => `Suggest ${names} again`,
    allowed: 'May be suggested again',
    none: 'Note what people need and offer: pairs whom only you join turn up here.',
  },
  took: {
    title: 'Introductions that took',
    took: 'It took:',
    sign: ({ kind, name, onDate }: TookIntroduction['sign']): string => {
      switch (kind) {
        case 'list':
          return name === null
            ? `One is in the other’s list since ${day(onDate)}.`
            : `They are linked on ${name} since ${day(onDate)}.`;
        case 'event':
          return `Both were at ${name ?? 'the same event'} on ${day(onDate)}.`;
        case 'role':
          return `Both work at ${name ?? 'the same place'} since ${day(onDate)}.`;
        case 'message':
          return `They wrote or talked to each other on ${day(onDate)}.`;
        case 'told':
          return `You were told so on ${day(onDate)}.`;
      }
    },
    acknowledge: 'Nice',
    acknowledgeNamed: (a: string, b: string): string => `Nice that ${a} and ${b} took`,
    total: (took: number, made: number): string =>
      `${count(took)} of the ${counted(made, 'introduction', 'introductions')} you made took.`,
  },
  needs: {
    groups: {
      unmet: 'Nobody offers it yet',
      met: 'Needed and offered',
      offered: 'Only offered',
    },
    groupHints: {
      unmet: 'a reason to ask around',
      met: 'somebody to bring together',
      offered: 'keep it in mind',
    },
    needs: 'Needs it',
    offers: 'Offers it',
    nobody: 'Nobody',
    notYours: 'not a contact of yours',
    more: (rest: number): string => `${count(rest)} more`,
    moreTopics: (next: number, total: number): string =>
      `Show ${count(next)} more of ${count(total)}`,
    matches: (total: number): string => counted(total, 'match', 'matches'),
    mightKnow: 'Who might know somebody?',
    mightKnowNamed: (topic: string): string => `Who might know somebody for ${topic}?`,
    mightKnowTitle: 'Their job, organisation or your notes mention it',
    nobodyMentions: 'Nobody in the book mentions it.',
    ask: 'Who to ask',
    introduce: 'Bring two together',
    introduceNamed: (topic: string): string => `Bring two together for ${topic}`,
    askForPerson: (name: string): string => `Who to ask to be introduced to ${name}`,
    askNamed: (topic: string): string => `Who to ask for ${topic}`,
    empty: {
      title: 'Nobody needs or offers anything yet',
      body: 'Write “needs accountant” or “offers logos” in a line after an event, or note it on somebody’s page. What is needed and what is offered meet here.',
    },
  },
  descent: {
    title: 'Line of descent',
    began: 'Began here',
    ledTo: 'Led to',
    log: 'Log what came of it',
    cameFrom: 'Came from',
    cameFromPlaceholder: 'Another introduction, if one led to it',
    event: 'Began at',
    eventPlaceholder: 'An event, if it began at one',
    clear: (field: string): string => `Clear: ${field}`,
  },
  outcomeWindow: {
    title: 'What came of it?',
    note: 'In your own words',
    save: 'Keep the outcome',
  },
  detail: {
    label: 'Introduction',
    moveTo: 'Move to',
    history: 'What happened',
    goal: 'What is it for?',
    note: 'Notes',
    message: 'Message',
    remindOn: 'Bring it back on',
    neverRemind: 'Not brought back',
    remove: 'Remove',
    removed: 'Introduction removed',
    saved: 'Saved',
  },
};
