import { describe, expect, test } from 'vitest';
import type { EvidencePiece } from './strength.ts';
import { combineEvidence, EVIDENCE_WEIGHTS, keptAfter, yearsBetween } from './strength.ts';

const today = '2026-11-24';
const strengthOf = (...pieces: EvidencePiece[]) => combineEvidence(pieces, today)?.strength;

describe('combining evidence', () => {
  test('one piece is worth its weight, exactly', () => {
    expect(strengthOf({ kind: 'platform_link', platform: 'LinkedIn' })).toBe(0.15);
    expect(strengthOf({ kind: 'referred' })).toBe(0.6);
  });

  test('pieces add up as one minus the product of what each leaves', () => {
    const strength = strengthOf(
      { kind: 'platform_link', platform: 1 },
      { kind: 'worked_together' },
    );
    expect(strength).toBeCloseTo(1 - (1 - 0.15) * (1 - 0.5), 15);
  });

  test('links count once for each platform', () => {
    const twice = strengthOf(
      { kind: 'platform_link', platform: 1 },
      { kind: 'platform_link', platform: 1 },
      { kind: 'platform_link', platform: 2 },
    );
    expect(twice).toBeCloseTo(1 - 0.85 ** 2, 15);
  });

  test('a follow one way is 0.05, and both ways 0.10 instead of twice 0.05', () => {
    const forward: EvidencePiece = { kind: 'follow', platform: 'X', direction: 'forward' };
    expect(strengthOf(forward)).toBe(0.05);
    expect(strengthOf(forward, forward)).toBe(0.05);
    expect(strengthOf(forward, { ...forward, direction: 'backward' })).toBe(0.1);
    expect(strengthOf(forward, { ...forward, platform: 'Bluesky' })).toBeCloseTo(0.0975, 15);
  });

  test('a meeting fades to about a half after two years and to little after six', () => {
    const metOn = (date: string | null) => strengthOf({ kind: 'met_at_event', date });
    expect(metOn(today)).toBe(0.3);
    expect(metOn(null)).toBe(0.3);
    expect(metOn('2027-01-01')).toBe(0.3);
    const years = yearsBetween('2024-11-24', today);
    expect(years).toBeCloseTo(2, 2);
    expect(metOn('2024-11-24')).toBeCloseTo(0.3 * keptAfter(years), 15);
    expect(keptAfter(2)).toBeCloseTo(0.75 / 2 + 0.25 * 2 ** (-1 / 3), 15);
    expect(keptAfter(6)).toBeCloseTo(0.75 / 8 + 0.25 / 2, 15);
  });

  test('what does not fade keeps its weight however old it is', () => {
    expect(strengthOf({ kind: 'worked_together', date: '1990-01-01' })).toBe(0.5);
  });

  test('a rating replaces the sum and any stated strength', () => {
    const combined = combineEvidence(
      [
        { kind: 'worked_together' },
        { kind: 'stated', value: 0.123456789 },
        { kind: 'rating', value: 2, date: '2025-01-01' },
        { kind: 'rating', value: 4, date: '2026-01-01' },
        { kind: 'rating', value: 1 },
      ],
      today,
    );
    expect(combined).toEqual({
      strength: 0.7,
      confirmed: true,
      basis: 'rating',
      shares: [0, 0, 0, 0.7, 0],
    });
  });

  test('a stated strength is kept exactly', () => {
    expect(strengthOf({ kind: 'platform_link' }, { kind: 'stated', value: 1 / 3 })).toBe(1 / 3);
  });

  test('what is only inferred makes a possible tie, and adds nothing to a confirmed one', () => {
    const inferred: EvidencePiece = { kind: 'co_attendance', date: today };
    expect(combineEvidence([inferred], today)).toMatchObject({ strength: 0.1, confirmed: false });
    expect(combineEvidence([inferred, { kind: 'told' }], today)).toMatchObject({
      strength: 0.35,
      confirmed: true,
      shares: [0, 0.35],
    });
  });

  test('no evidence is no tie', () => {
    expect(combineEvidence([], today)).toBeNull();
  });

  test.each([
    [{ kind: 'rating', value: 0 }, 'A rating is 1 to 5, not 0.'],
    [{ kind: 'stated', value: 1.5 }, 'A stated strength lies in (0, 1]; 1.5 does not.'],
    [{ kind: 'message', date: '24.11.2026' }, '"24.11.2026" is not a date of the form YYYY-MM-DD.'],
  ] as [EvidencePiece, string][])('%j is refused with the reason', (piece, message) => {
    expect(() => combineEvidence([piece], today)).toThrow(message);
  });

  test('every weight lies between 0 and 1', () => {
    for (const { weight } of Object.values(EVIDENCE_WEIGHTS)) {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThan(1);
    }
  });
});
