import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineEvidence, type EvidencePiece } from '../graph/strength.ts';
import { findPeak } from './fading.ts';

const today = '2026-06-15';
const calendar = Array.from({ length: 2723 }, (_, days) =>
  new Date(Date.parse('2019-01-01') + days * 86_400_000).toISOString().slice(0, 10),
);

const contact = fc.record({
  kind: fc.constantFrom('message' as const, 'met_at_event' as const),
  date: fc.constantFrom(...calendar.filter((day) => day <= today)),
});
const lasting = fc.constantFrom<EvidencePiece>(
  { kind: 'platform_link', platform: 1, date: '2020-01-01' },
  { kind: 'told' },
  { kind: 'worked_together', date: '2018-01-01' },
  { kind: 'follow', platform: 2, direction: 'forward' },
  { kind: 'message', date: null },
  { kind: 'co_attendance', date: '2021-05-05' },
);

/** The strength on a day from what had happened by then, the way the rest of the program counts it. */
function strengthOn(day: string, pieces: readonly EvidencePiece[]): number {
  const known = pieces.filter(
    ({ date = null, kind }) =>
      date === null || date <= day || (kind !== 'message' && kind !== 'met_at_event'),
  );
  return combineEvidence(known, day)?.strength ?? 0;
}

describe('the best day of a tie', () => {
  it('is as strong as the strongest of all days, counted one by one', () => {
    fc.assert(
      fc.property(
        fc.array(contact, { minLength: 1, maxLength: 12 }),
        fc.array(lasting, { maxLength: 3 }),
        fc.array(fc.constantFrom(...calendar.filter((day) => day <= today)), { maxLength: 20 }),
        (contacts, others, anyDays) => {
          const pieces = [...contacts, ...others];
          const peak = findPeak(pieces, today);
          const days = [...contacts.map(({ date }) => date), ...anyDays].filter((day) =>
            contacts.some(({ date }) => date <= day),
          );
          const best = Math.max(...days.map((day) => strengthOn(day, pieces)));
          expect(peak?.strength).toBeCloseTo(best, 9);
          expect(strengthOn(peak?.onDate ?? today, pieces)).toBeCloseTo(best, 9);
        },
      ),
    );
  });

  it('does not exist for a tie that cannot fade', () => {
    const met = { kind: 'met_at_event', date: '2022-01-01' } as const;
    expect(findPeak([{ kind: 'told' }], today)).toBeNull();
    expect(findPeak([met, { kind: 'rating', value: 5 }], today)).toBeNull();
    expect(findPeak([met, { kind: 'stated', value: 0.4 }], today)).toBeNull();
  });

  it('does not lie in the days to come', () => {
    expect(findPeak([{ kind: 'message', date: '2026-06-16' }], today)).toBeNull();
  });
});
