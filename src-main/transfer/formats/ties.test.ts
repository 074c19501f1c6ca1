import { describe, expect, it } from 'vitest';
import { parseLines } from '../testing/fixture.ts';

describe('ties between people', () => {
  it('reads all columns, in any order', () => {
    const { format, kind, ties } = parseLines([
      'Note,To,Strength,Since,From,Platform',
      'met in Leeds,Tom Brown,0.15,2020-05-01,Jane Doe,Facebook',
      ',#12,1,,#7,Chess club',
    ]);
    expect([format, kind]).toEqual(['ties', 'ties']);
    expect(ties).toEqual([
      {
        line: 2,
        from: { by: 'name', name: 'Jane Doe' },
        to: { by: 'name', name: 'Tom Brown' },
        kind: 'knows',
        relation: null,
        platform: 'facebook',
        strength: 0.15,
        since: '2020-05-01',
        note: 'met in Leeds',
        extra: [],
      },
      expect.objectContaining({
        from: { by: 'id', id: 7 },
        to: { by: 'id', id: 12 },
        platform: 'Chess club',
        strength: 1,
      }),
    ]);
  });

  it('needs nothing but From and To', () => {
    const { ties } = parseLines(['From,To', 'Jane Doe,Tom Brown']);
    expect(ties).toHaveLength(1);
    expect(ties[0]).toMatchObject({ strength: null, platform: null, since: null, note: null });
  });

  it.each([
    '0',
    '-0.1',
    '1.01',
    'NaN',
    'Infinity',
    'strong',
    '0x1',
    '1e-400',
    '0.5%',
    ' '.repeat(3) + 'a',
  ])('leaves out a row whose strength is %s', (strength) => {
    const { ties, leftOut } = parseLines(['From,To,Strength', `Jane,Tom,${strength}`, 'A,B,0.5']);
    expect(ties.map(({ line }) => line)).toEqual([3]);
    expect(leftOut).toEqual([{ line: 2, reason: expect.stringContaining('strength') }]);
  });

  it.each([
    ['0.1', 0.1],
    ['1', 1],
    ['1.0', 1],
    ['.30000000000000004', 0.30000000000000004],
    ['1e-3', 0.001],
    ['"0,25"', 0.25],
  ])('keeps the strength %s exactly', (written, strength) => {
    expect(parseLines(['From,To,Strength', `A,B,${written}`]).ties[0]?.strength).toBe(strength);
  });

  it('leaves out rows without both names, with one person twice, or with a date that is none', () => {
    const { ties, leftOut } = parseLines([
      'From,To,Since',
      'Jane,,',
      ',Tom,',
      'Jane,Jane,',
      '#3,#3,',
      'Jane,#x,',
      'Jane,Tom,2020-02-30',
      'Jane,Tom,2020-02-29',
    ]);
    expect(leftOut.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(ties.map(({ line }) => line)).toEqual([8]);
  });
});
