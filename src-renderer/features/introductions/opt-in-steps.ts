import {
  type Introduction,
  introductionWay as way,
} from '../../../src-main/contract/introductions.ts';
import type { Answer, Question } from '../../api.ts';
import type { IntroductionState } from './board-states.ts';

type Sent = Answer<'letters', 'sent'>[number];
/** The letters that are written from an introduction. */
export type WrittenKind = Question<'letters', 'record'>['kind'];

/** One step of an introduction, as a double opt-in goes: what is written, what it leads to, whether it is done. */
export interface OptInStep {
  readonly id:
    | 'ask'
    | 'theyAsk'
    | 'agreed'
    | 'theyIntroduce'
    | 'youMet'
    | 'askTarget'
    | 'askOther'
    | 'bothAgreed'
    | 'introduce'
    | 'theyMet';
  /** The letter by which it is done; null: it is only marked. */
  readonly letter: WrittenKind | null;
  readonly state: IntroductionState;
  readonly isDone: boolean;
  /** Null: not done, or nobody said when. */
  readonly doneOn: string | null;
}

const asking: readonly Pick<OptInStep, 'id' | 'letter' | 'state'>[] = [
  { id: 'ask', letter: 'ask', state: 'asked' },
  { id: 'theyAsk', letter: null, state: 'permission_asked' },
  { id: 'agreed', letter: null, state: 'accepted' },
  { id: 'theyIntroduce', letter: null, state: 'made' },
  { id: 'youMet', letter: null, state: 'met' },
];
const making: readonly Pick<OptInStep, 'id' | 'letter' | 'state'>[] = [
  { id: 'askTarget', letter: 'ask_target', state: 'permission_asked' },
  { id: 'askOther', letter: 'ask_other', state: 'permission_asked' },
  { id: 'bothAgreed', letter: null, state: 'accepted' },
  { id: 'introduce', letter: 'introduce', state: 'made' },
  { id: 'theyMet', letter: null, state: 'met' },
];

/**
 * The steps of an introduction that I ask for or make; none of one that I received. A step is done when its letter
 * was recorded in this attempt, or when the introduction has come past it by other means.
 */
export function stepsOf(
  introduction: Pick<Introduction, 'kind' | 'state' | 'history'>,
  sent: readonly Pick<Sent, 'kind' | 'sentOn'>[],
): OptInStep[] {
  const { kind, state, history } = introduction;
  if (kind === 'received') return [];
  // what was before an outcome tells how far it came; after a no everything begins anew
  const reached = state === 'outcome' ? history.findLast((each) => each.state !== 'outcome') : null;
  const place = way.indexOf(reached?.state ?? state);
  const noOn = history.findLast((each) => each.state === 'declined')?.changedOn ?? '';
  const asked = sent.filter(({ kind: letter, sentOn }) => letter !== 'reminder' && sentOn >= noOn);
  return (kind === 'ask' ? asking : making).map((step) => {
    const letter = asked.findLast((each) => each.kind === step.letter);
    const isPast = way.indexOf(step.state) < place;
    const isThere = way.indexOf(step.state) === place;
    // two steps lead to "permission asked": once one of them has a letter, only letters tell which are done
    const isShared = step.state === 'permission_asked' && kind === 'make';
    const hasLetters = asked.some((each) => ['ask_target', 'ask_other'].includes(each.kind));
    const isMarked = isShared ? step.id === 'askTarget' && !hasLetters : true;
    const isDone = isPast || (isThere && isMarked) || (isThere && letter !== undefined);
    const change = history.findLast((each) => each.state === step.state);
    const changedOn = isMarked ? (change?.changedOn ?? null) : null;
    return { ...step, isDone, doneOn: isDone ? (letter?.sentOn ?? changedOn) : null };
  });
}
