import { type Introduction, introductionWay } from '../../../src-main/contract/introductions.ts';

export type IntroductionState = Introduction['state'];

/** Columns of the board from left to right: the way an introduction goes, the refusals last. */
export const boardStates: readonly IntroductionState[] = [...introductionWay, 'declined'];

/**
 * The nearest column in a direction that an introduction may move to; undefined when there is none. This is what
 * an arrow key does to a card.
 */
export function nearestState(
  introduction: Pick<Introduction, 'state' | 'next'>,
  direction: 'left' | 'right',
): IntroductionState | undefined {
  const from = boardStates.indexOf(introduction.state);
  const ordered = direction === 'right' ? boardStates : boardStates.toReversed();
  const start = direction === 'right' ? from : boardStates.length - 1 - from;
  return ordered.slice(start + 1).find((state) => introduction.next.includes(state));
}
