import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toExportPerson } from '../testing/export-person.ts';
import { onlyPerson, parseBytes, parseFixture } from '../testing/fixture.ts';
import { inertCell, writeCsv, writePeopleCsv } from './write-csv.ts';

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

describe('CSV for spreadsheets', () => {
  it('begins with a BOM and ends lines by CRLF', () => {
    expect(
      textOf(
        writeCsv([
          ['a', 'b"c'],
          ['d,e', 'f\ng'],
        ]),
      ),
    ).toBe('\uFEFFa,"b""c"\r\n"d,e","f\ng"\r\n');
  });

  it.each(['=1+1', '+44 7700', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '\u00a0=1'])(
    'makes %j inert',
    (text) => {
      expect(inertCell(text)).toBe(`'${text}`);
    },
  );

  it('is read by Papa Parse cell for cell, and no cell begins like a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), {
          minLength: 1,
        }),
        (rows) => {
          const { data } = Papa.parse<string[]>(textOf(writeCsv(rows)).slice(1), {
            delimiter: ',',
            newline: '\r\n',
          });
          const read = data.slice(0, -1);
          expect(read).toEqual(rows.map((row) => row.map(inertCell)));
          expect(read.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('comes back as the same people through the reader of tables', () => {
    const { people } = parseFixture('world/me/google/contacts.csv');
    const written = writePeopleCsv(people.map((person) => toExportPerson(person, 'google')));
    const read = parseBytes(written);
    expect(read.format).toBe('table');
    expect(read.leftOut).toEqual([]);
    const brief = (list: typeof people): unknown =>
      list.map(({ name, given, family, emails, phones, roles, tags, note, birthday }) => ({
        name,
        given,
        family,
        emails: emails.map(({ normalised }) => normalised),
        phones: phones.map(({ normalised }) => normalised),
        roles,
        tags,
        note,
        birthday,
      }));
    expect(brief(read.people)).toEqual(brief(people));
  });

  it('writes offers, needs, platforms and custom fields, and a formula only as text', () => {
    const [person] = parseFixture('world/me/google/contacts.csv').people;
    if (person === undefined) throw new Error('no person');
    const bytes = writePeopleCsv([
      {
        ...toExportPerson(person),
        name: '=HYPERLINK("http://x.example")',
        offers: ['logos'],
        needs: ['accountant', 'lawyer'],
        fields: [{ source: 'custom', name: '__proto__', value: '@SUM(1)' }],
      },
    ]);
    const [header, row] = Papa.parse<string[]>(textOf(bytes).slice(1)).data;
    const cell = (name: string): string | undefined => row?.[header?.indexOf(name) ?? -1];
    expect(cell('Needs')).toBe('accountant; lawyer');
    expect(cell('Name')).toBe('\'=HYPERLINK("http://x.example")');
    expect(cell('__proto__')).toBe("'@SUM(1)");
    expect(onlyPerson(parseBytes(bytes)).name).toBe('=HYPERLINK("http://x.example")');
  });
});
