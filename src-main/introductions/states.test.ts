import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { introductionKinds, introductionStates, waitingStates } from '../contract/introductions.ts';
import { daysUntilReminder, isStateOf, nextStates, outcomesAfter } from './states.ts';
import type { IntroductionKind, IntroductionState } from './states.ts';

/**
 * The whole table by hand, one row a state: columns in the order of the header, 'x' where a move is allowed.
 * i idea, q asked, p permission asked, a accepted, d declined, m made, t met, o outcome.
 */
const table: Readonly<Record<IntroductionKind, readonly string[]>> = {
  //      iqpadmto
  ask: [
    'idea             .x......',
    'asked            x.xxxx.x',
    'permission_asked .x.xxx.x',
    'accepted         .xx.xx.x',
    'declined         .xxx....',
    'made             .xxx..xx',
    'met              .....x.x',
    'outcome          .xxx.xxx',
  ],
  make: [
    'idea             .xx..x..',
    'asked            x.xxxx.x',
    'permission_asked xx.xxx.x',
    'accepted         .xx.xx.x',
    'declined         .xxx....',
    'made             xxxx..xx',
    'met              .....x.x',
    'outcome          .xxx.xxx',
  ],
  received: [
    'idea             ..x..xx.',
    'asked            ........',
    'permission_asked x..xxx.x',
    'accepted         ..x.xx.x',
    'declined         ..xx....',
    'made             x.xx..xx',
    'met              x....x.x',
    'outcome          ..xx.xxx',
  ],
};
const columns: readonly IntroductionState[] = [
  'idea',
  'asked',
  'permission_asked',
  'accepted',
  'declined',
  'made',
  'met',
  'outcome',
];

function isAllowed(
  kind: IntroductionKind,
  from: IntroductionState,
  to: IntroductionState,
): boolean {
  const row = table[kind].find((line) => line.startsWith(`${from} `));
  return row?.slice(17)[columns.indexOf(to)] === 'x';
}

describe('nextStates', () => {
  it.each(introductionKinds)('allows for “%s” just what the table says', (kind) => {
    for (const from of introductionStates) {
      const allowed = columns.filter((to) => isAllowed(kind, from, to));
      expect([...nextStates(kind, from)].sort(), `${kind} ${from}`).toEqual(allowed.sort());
    }
  });

  it('never names a state twice, and none that the kind cannot be in', () => {
    for (const kind of introductionKinds) {
      for (const from of introductionStates) {
        const next = nextStates(kind, from);
        expect(new Set(next).size).toBe(next.length);
        expect(next.every((state) => isStateOf(kind, state))).toBe(true);
      }
    }
  });

  it('begins with the step that is likely next', () => {
    expect(nextStates('ask', 'idea')[0]).toBe('asked');
    expect(nextStates('ask', 'asked')[0]).toBe('permission_asked');
    expect(nextStates('make', 'permission_asked')[0]).toBe('accepted');
    expect(nextStates('make', 'accepted')[0]).toBe('made');
    expect(nextStates('received', 'made')[0]).toBe('met');
  });

  it('leads from every state of a kind back to its idea and on to an outcome, by any walk', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...introductionKinds),
        fc.array(fc.nat({ max: 20 }), { maxLength: 12 }),
        (kind, steps) => {
          let state: IntroductionState = 'idea';
          for (const step of steps) {
            const next: readonly IntroductionState[] = nextStates(kind, state);
            expect(next.length).toBeGreaterThan(0);
            const chosen: IntroductionState = next[step % next.length] ?? state;
            expect(isAllowed(kind, state, chosen)).toBe(true);
            state = chosen;
          }
          expect(reachable(kind, state)).toEqual(reachable(kind, 'idea'));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** All states that some sequence of moves leads to, by the table. */
function reachable(kind: IntroductionKind, from: IntroductionState): IntroductionState[] {
  const found = new Set([from]);
  for (const state of found)
    for (const to of columns) if (isAllowed(kind, state, to)) found.add(to);
  return [...found].sort();
}

describe('outcomesAfter', () => {
  it('speaks of value only once the two were brought together', () => {
    expect(columns.filter((state) => outcomesAfter(state).includes('value'))).toEqual([
      'made',
      'met',
    ]);
  });

  it('speaks of no answer as long as they have not met', () => {
    expect(outcomesAfter('met')).not.toContain('no_answer');
    expect(outcomesAfter('asked')).toContain('no_answer');
  });
});

describe('daysUntilReminder', () => {
  it('brings back just the states in which somebody is waited for', () => {
    const waiting = columns.filter((state) => daysUntilReminder(state) !== null);
    expect(waiting.sort()).toEqual([...waitingStates].sort());
  });
});
