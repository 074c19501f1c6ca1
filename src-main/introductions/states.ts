import type { Introduction } from '../contract/introductions.ts';

/*
 * Which states of an introduction may follow which. Pure. The whole way is
 *
 *   idea → asked → permission asked → accepted → made → met → outcome
 *
 * with "permission asked → accepted" as the double opt-in: whoever is to be met is asked before the names are
 * given away. Steps of it may be left out, a no may come at any of them, and every step can be taken back,
 * because a board is dragged on by mistake.
 */

export type IntroductionKind = Introduction['kind'];
export type IntroductionState = Introduction['state'];
export type IntroductionOutcome = NonNullable<Introduction['outcome']>;

type Steps = Readonly<Record<IntroductionState, readonly IntroductionState[]>>;

/** Steps forward that all kinds have, the likely one first. */
const commonSteps: Steps = {
  idea: [],
  asked: ['permission_asked', 'accepted', 'made', 'declined', 'outcome'],
  permission_asked: ['accepted', 'made', 'declined', 'outcome'],
  accepted: ['made', 'declined', 'outcome'],
  declined: [],
  made: ['met', 'outcome'],
  met: ['outcome'],
  // what came of it may turn out otherwise
  outcome: ['outcome'],
};

/**
 * The kinds differ in how they begin, and in whom one asks again after a no. In a 'make', 'asked' means that one
 * of the two asked me for it; what I receive is never 'asked': had I asked for it, it would be an 'ask'.
 */
const steps: Readonly<Record<IntroductionKind, Steps>> = {
  ask: { ...commonSteps, idea: ['asked'], declined: ['asked'] },
  make: {
    ...commonSteps,
    idea: ['permission_asked', 'asked', 'made'],
    declined: ['permission_asked'],
  },
  received: {
    ...commonSteps,
    idea: ['permission_asked', 'made', 'met'],
    asked: [],
    declined: ['permission_asked'],
  },
};

/** Backwards, the nearest step first. */
const backwards: readonly IntroductionState[] = [
  'outcome',
  'met',
  'made',
  'accepted',
  'declined',
  'permission_asked',
  'asked',
  'idea',
];

/**
 * Days until Today brings a waiting state back. Asking somebody for an answer gets a week; an introduction that
 * was made gets two, because the two need a date to meet.
 */
const daysToWait: Readonly<Partial<Record<IntroductionState, number>>> = {
  asked: 7,
  permission_asked: 7,
  accepted: 7,
  made: 14,
};

/** True if an introduction of this kind can be in the state at all. */
export function isStateOf(kind: IntroductionKind, state: IntroductionState): boolean {
  return kind !== 'received' || state !== 'asked';
}

/**
 * The states that may follow: steps forward, the likely one first; then the states from which one step forward
 * led here (taking it back). Empty for a state the kind cannot be in.
 */
export function nextStates(
  kind: IntroductionKind,
  state: IntroductionState,
): readonly IntroductionState[] {
  if (!isStateOf(kind, state)) return [];
  const forward = steps[kind][state];
  const back = backwards.filter(
    (earlier) => !forward.includes(earlier) && steps[kind][earlier].includes(state),
  );
  return [...forward, ...back];
}

/**
 * The outcomes that can be said of an introduction: value, or nothing, once the two met; no answer, or nothing,
 * while one waits for somebody; any once it was made. `state` is the last one other than 'outcome'.
 */
export function outcomesAfter(state: IntroductionState): readonly IntroductionOutcome[] {
  if (state === 'met') return ['value', 'nothing'];
  if (state === 'made') return ['value', 'nothing', 'no_answer'];
  return ['nothing', 'no_answer'];
}

/** Days from the change to a waiting state until it is brought back; null when nobody is waited for. */
export function daysUntilReminder(state: IntroductionState): number | null {
  return daysToWait[state] ?? null;
}

/** States in words, as the board shows them. */
export const stateNames: Readonly<Record<IntroductionState, string>> = {
  idea: 'idea',
  asked: 'asked',
  permission_asked: 'permission asked',
  accepted: 'accepted',
  declined: 'declined',
  made: 'made',
  met: 'met',
  outcome: 'outcome',
};
