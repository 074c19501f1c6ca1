import { describe, expect, it } from 'vitest';
import { parseLines, refusalOf } from '../testing/fixture.ts';

describe('a pasted list of names', () => {
  it('takes names in any script, and leaves out the words of the page', () => {
    const file = parseLines([
      'Mutual friends',
      'Jane Doe',
      '12 mutual friends',
      'Add friend',
      '  • Zoë O’Brien-Müller Jr.',
      '2. Γιώργος Παπαδόπουλος',
      '山田太郎',
      'דוד לוי',
      '',
      'Tom Brown <Tom@Acme.example>',
      'Ann Lee, ann@acme.example',
      'https://www.facebook.com/jane',
    ]);
    expect(file).toMatchObject({ format: 'name-list', kind: 'circle', complete: false });
    expect(file.people.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Jane Doe'],
      [5, 'Zoë O’Brien-Müller Jr.'],
      [6, 'Γιώργος Παπαδόπουλος'],
      [7, '山田太郎'],
      [8, 'דוד לוי'],
      [10, 'Tom Brown'],
      [11, 'Ann Lee'],
    ]);
    expect(file.people[5]?.emails[0]?.normalised).toBe('tom@acme.example');
    expect(file.leftOut.map(({ line }) => line)).toEqual([1, 3, 4, 12]);
  });

  it('is not what prose, logs or code are taken for', () => {
    for (const text of [
      'It was the best of times, it was the worst of times, it was the age of wisdom.\nAnd so on and so forth, as they say; but who knows?',
      '2026-01-01 12:00:00 ERROR failed\n2026-01-01 12:00:01 INFO ok',
      'const a = 1;\nfunction f() { return a; }',
      '<html>\n<body>\n</html>',
    ]) {
      expect(refusalOf(() => parseLines([text])).code).toBe('UNKNOWN_FORMAT');
    }
  });

  it('may hold one name when it is named as a list', () => {
    expect(parseLines(['Jane Doe'], { format: 'names' }).people).toHaveLength(1);
  });
});
