import { describe, expect, it } from 'vitest';
import { boardStates, nearestState } from './board-states.ts';

describe('moving a card by arrow keys', () => {
  it('goes to the nearest column that the introduction may move to', () => {
    const asked = { state: 'asked', next: ['declined', 'made', 'accepted', 'idea'] } as const;
    expect(nearestState({ ...asked, next: [...asked.next] }, 'right')).toBe('accepted');
    expect(nearestState({ ...asked, next: [...asked.next] }, 'left')).toBe('idea');
  });

  it('says when there is no step in that direction', () => {
    expect(nearestState({ state: 'idea', next: ['asked'] }, 'left')).toBeUndefined();
    expect(nearestState({ state: 'met', next: ['made'] }, 'right')).toBeUndefined();
  });

  it('never stays where it is', () => {
    for (const state of boardStates) {
      expect(nearestState({ state, next: [state] }, 'right')).toBeUndefined();
    }
  });
});
