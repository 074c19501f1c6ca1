import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/fixture.ts';
import { guessDelimiter, Header, readCsv } from './csv.ts';

describe('readCsv', () => {
  it('numbers rows by the physical line on which they begin', () => {
    const { rows } = readCsv('a,b\n1,"x\n\ny"\n\n  ,\n2,"z"\n', ',');
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\n\ny'] },
      { line: 7, cells: ['2', 'z'] },
    ]);
  });

  it('gives back any table that Papa Parse writes, each row on its line', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\n', '😀') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.constantFrom(',' as const, ';' as const), (cells, delimiter) => {
        const text = Papa.unparse(cells, { delimiter, newline: '\n', quotes: true });
        let line = 1;
        const expected = cells.flatMap((row) => {
          const here = line;
          line += row.join('').split('\n').length;
          return row.some((value) => value.trim() !== '') ? [{ line: here, cells: row }] : [];
        });
        expect(readCsv(text, delimiter)).toEqual({ rows: expected, leftOut: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('loses only the line with an unclosed quote, however many there are', () => {
    const { rows, leftOut } = readCsv('a,b\n1,"2\n3,4\n5,"6\n7,8\n9,"10', ',');
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(leftOut.map(({ line }) => line)).toEqual([2, 4, 6]);
  });

  it('refuses 100,000 columns and a line of 20 MB in a sentence', () => {
    const wide = refusalOf(() => readCsv(`a${',b'.repeat(100_000)}`, ','));
    expect(wide.code).toBe('TOO_LARGE');
    expect(wide.message).toContain('100,001 columns');
    const long = refusalOf(() => readCsv(`a,b\n1,${'x'.repeat(20_000_000)}`, ','));
    expect(long.code).toBe('TOO_LARGE');
    expect(long.message).toContain('line 2');
  });

  it('takes a file with an unclosed quote on every line for no CSV', () => {
    const text = Array.from({ length: 200 }, (_, i) => `"${i}`).join('\n');
    expect(refusalOf(() => readCsv(text, ',')).message).toContain('never closed');
  });
});

describe('guessDelimiter', () => {
  it.each([
    [',', 'a,b,c\n1,2,3'],
    [';', 'a;b;c\n1,5;2,5;3'],
    ['\t', 'a\tb\n"x, y"\tz; w'],
    ['|', 'a|b\n1|2'],
    [',', 'just names\nJane Doe'],
    [';', 'Exported on 1 May, 2026\nname;note\nJane;"a, b, c"\nTom;"d, e"'],
  ])('finds %j', (delimiter, text) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });
});

describe('Header', () => {
  it('knows columns without case, accents and punctuation, and prototype names as names', () => {
    const header = new Header({
      line: 1,
      cells: ['E-Mail Address', 'Prénom', 'constructor', 'e mail address'],
    });
    expect(header.find('email-address', 'E-MAIL ADDRESS')).toBe(0);
    expect(header.find('prenom')).toBe(1);
    expect(header.find('constructor')).toBe(2);
    expect(header.find('__proto__')).toBeNull();
    expect(header.find('toString')).toBeNull();
  });
});
