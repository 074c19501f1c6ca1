import type { Introduction } from '../../src-main/contract/introductions.ts';
import { counted, day } from './common.ts';

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

export const introductions = {
  lead: 'What you asked for, what you made, what you were given, and where each stands.',
  create: 'New introduction',
  view: {
    label: 'Shown as',
    board: 'Board',
    list: 'List',
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
  since: (state: State, since: string): string => `${states[state]} since ${day(since)}`,
  remind: (remindOn: string): string => `Comes back on ${day(remindOn)}`,
  overdue: (remindOn: string): string => `Waiting since ${day(remindOn)}: time to ask again`,
  column: (state: State, total: number): string =>
    `${states[state]}, ${counted(total, 'introduction', 'introductions')}`,
  emptyColumn: 'None',
  next: (state: State): string => `Next: ${states[state].toLowerCase()}`,
  moved: (title: string, state: State): string => `${title}: ${states[state].toLowerCase()}`,
  cannot: (from: State, to: State, allowed: readonly State[]): string =>
    `An introduction that is “${states[from].toLowerCase()}” cannot become “${states[to].toLowerCase()}” at once. Possible now: ${allowed
      .map((state) => states[state].toLowerCase())
      .join(', ')}.`,
  noneThere: 'There is no step in that direction from here.',
  columns: {
    who: 'Introduction',
    state: 'State',
    since: 'Since',
    waits: 'Comes back',
    goal: 'Goal',
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
    state: 'Where does it stand?',
    save: 'Add to the board',
    incomplete: 'Choose who is to be introduced.',
    created: (title: string): string => `Added: ${title}`,
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
