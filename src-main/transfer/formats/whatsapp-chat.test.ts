import { describe, expect, it } from 'vitest';
import { parseLines } from '../testing/fixture.ts';

describe('WhatsApp chats', () => {
  it('reads an iPhone export: marks, narrow spaces, the group that speaks, attachments', () => {
    const file = parseLines([
      '[04/03/25, 14:05:09] Brews & Books: \u200eMessages and calls are end-to-end encrypted.',
      '[04/03/25, 14:06:00] Jane Doe: hello: all',
      'second line of it',
      '\u200e[13/03/25, 2:07:00\u202fPM] ~\u202fTom Brown: \u200eimage omitted',
      '[14/03/25, 14:08:00] \u202a+44 7700 900123\u202c: hi',
      '[15/03/25, 14:08:00] Jane Doe: bye',
    ]);
    expect(file).toMatchObject({
      format: 'whatsapp-chat',
      kind: 'interactions',
      platform: 'whatsapp',
      subject: 'Brews & Books',
      asOf: '2025-03-15',
    });
    expect(
      file.people.map(({ name, line, interactions }) => [name, line, interactions[0]]),
    ).toEqual([
      [
        'Jane Doe',
        2,
        { kind: 'chat', direction: null, count: 2, first: '2025-03-04', last: '2025-03-15' },
      ],
      [
        'Tom Brown',
        4,
        { kind: 'chat', direction: null, count: 1, first: '2025-03-13', last: '2025-03-13' },
      ],
      [
        null,
        5,
        { kind: 'chat', direction: null, count: 1, first: '2025-03-14', last: '2025-03-14' },
      ],
    ]);
    expect(file.people[2]?.phones[0]?.normalised).toBe('+447700900123');
    expect(JSON.stringify(file)).not.toContain('hello');
  });

  it('reads an Android export and takes the subject from where the group was made', () => {
    const file = parseLines([
      '04/03/2025, 14:05 - Messages and calls are end-to-end encrypted. Tap to learn more.',
      '04/03/2025, 14:05 - Jane Doe created group "Brews: Books"',
      '04/03/2025, 14:06 - Jane Doe: hello',
      '04/03/2025, 14:07 - Tom Brown: <Media omitted>',
    ]);
    expect(file.subject).toBe('Brews: Books');
    expect(file.people.map(({ name }) => name)).toEqual(['Jane Doe', 'Tom Brown']);
    expect(file.people[0]?.interactions[0]?.last).toBe('2025-03-04');
  });

  it.each([
    ['American', '3/14/25, 2:06 PM - Jane: hello', '2025-03-14'],
    ['German', '14.03.25, 14:06 - Jane: hallo', '2025-03-14'],
    ['ISO', '2025-03-14, 14:06 - Jane: hello', '2025-03-14'],
    ['bracketed German', '[14.03.25, 14:06:01] Jane: hallo', '2025-03-14'],
  ])('reads %s dates', (_, line, date) => {
    expect(parseLines([line, line]).people[0]?.interactions[0]).toMatchObject({
      count: 2,
      last: date,
    });
  });

  it('takes the subject from the file name when the chat does not say it', () => {
    const lines = ['04/03/2025, 14:06 - Jane: hello', '04/03/2025, 14:06 - Tom: hello'];
    const file = parseLines(lines, { fileName: 'WhatsApp Chat with Chess club.txt' });
    expect(file.subject).toBe('Chess club');
  });
});
