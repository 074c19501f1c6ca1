import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { writeIcs } from './write-ics.ts';

const NOW = '2026-02-08T10:11:12.345Z';

function eventsOf(bytes: Uint8Array): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('due dates as iCalendar', () => {
  it('is read by ical.js as whole days', () => {
    const bytes = writeIcs(
      [
        {
          uid: 'f1@acquaint',
          on: '2026-03-01',
          title: 'Call Jane; "soon"',
          note: 'a,\nb',
          isYearly: false,
        },
        { uid: 'b2@acquaint', on: '1980-02-29', title: 'Tom', note: null, isYearly: true },
      ],
      NOW,
    );
    const [call, birthday] = eventsOf(bytes);
    expect(call?.uid).toBe('f1@acquaint');
    expect(call?.summary).toBe('Call Jane; "soon"');
    expect(call?.description).toBe('a,\nb');
    expect(call?.startDate.isDate).toBe(true);
    expect(call?.startDate.toString()).toBe('2026-03-01');
    expect(call?.isRecurring()).toBe(false);
    expect(birthday?.isRecurring()).toBe(true);
    expect(new TextDecoder().decode(bytes)).toContain('DTSTAMP:20260208T101112Z\r\n');
  });

  it('gives back any title and note', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /\S/.test(text));
    fc.assert(
      fc.property(words, words, (title, note) => {
        const bytes = writeIcs([{ uid: 'u', on: '2026-03-01', title, note, isYearly: false }], NOW);
        const [event] = eventsOf(bytes);
        expect(event?.summary).toBe(title);
        expect(event?.description).toBe(note);
      }),
      { numRuns: 2000 },
    );
  });
});
