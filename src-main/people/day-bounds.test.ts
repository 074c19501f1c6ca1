import { describe, expect, it } from 'vitest';
import { dayOf } from './day-bounds.ts';

describe('a bound of a filter', () => {
  it('is the day that it names', () => {
    expect(dayOf('2024-02-29', '2026-06-15')).toBe('2024-02-29');
  });
  it('may be so many days, months or years before today', () => {
    expect(dayOf('-30d', '2026-03-01')).toBe('2026-01-30');
    expect(dayOf('-6m', '2026-06-15')).toBe('2025-12-15');
    expect(dayOf('-1y', '2026-06-15')).toBe('2025-06-15');
    expect(dayOf('-14m', '2026-01-15')).toBe('2024-11-15');
  });
  it('falls on the last day of a month that is too short for it', () => {
    expect(dayOf('-1m', '2026-03-31')).toBe('2026-02-28');
    expect(dayOf('-2y', '2026-02-28')).toBe('2024-02-28');
    expect(dayOf('-1y', '2024-02-29')).toBe('2023-02-28');
  });
});
