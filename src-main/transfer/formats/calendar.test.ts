import { describe, expect, it } from 'vitest';
import { parseLines, refusalOf } from '../testing/fixture.ts';

const event = (uid: string, start: string, ...lines: readonly string[]): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTART:${start}`,
  'ATTENDEE;CN=Jane Doe:mailto:jane@x.example',
  ...lines,
  'END:VEVENT',
];
const calendar = (...events: readonly string[][]): string[] => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...events.flat(),
  'END:VCALENDAR',
];

describe('a calendar with damaged events', () => {
  it.each([
    ['a day that is none', event('bad', 'never')],
    ['a rule that is none', event('bad', '20260203T100000Z', 'RRULE:FREQ=NEVER')],
    ['a quotation mark that is never closed', event('bad', '20260203T100000Z', 'X-A;B="c:d')],
  ])('loses the event with %s and no other', (_, bad) => {
    const file = parseLines(calendar(event('good', '20260202T100000Z'), bad));
    const days = file.letters?.map(({ day }) => day) ?? [];
    expect(days).toContain('2026-02-02');
    expect([...file.warnings, ...file.leftOut.map(({ reason }) => reason)]).not.toEqual([]);
  });

  it('is refused as damaged when no event is left', () => {
    const refusal = refusalOf(() => parseLines(calendar(event('bad', 'never'))));
    expect(refusal).toMatchObject({ code: 'UNREADABLE_FILE', message: /is damaged/ });
  });
});
