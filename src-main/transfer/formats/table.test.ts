import { describe, expect, it } from 'vitest';
import { describeColumns } from '../parse-file.ts';
import { onlyPerson, parseBytes, parseLines, refusalOf } from '../testing/fixture.ts';

describe('any other table', () => {
  it('guesses columns by their names', () => {
    const file = parseLines([
      'Exported 2026-02-08',
      '',
      'name;title;company;e-mail;phone;linkedin;city;tags;Shoe size',
      "Jane Doe;Editor;Acme;jane@x.example;'+44 7700 900123;https://linkedin.com/in/jane;Leeds;a, b;42",
    ]);
    expect(file).toMatchObject({ format: 'table', kind: 'contacts' });
    expect(onlyPerson(file)).toMatchObject({
      line: 4,
      name: 'Jane Doe',
      roles: [{ organisation: 'Acme', title: 'Editor' }],
      emails: [{ normalised: 'jane@x.example' }],
      phones: [{ normalised: '+447700900123' }],
      accounts: [{ platform: 'linkedin', handle: 'jane' }],
      addresses: [{ locality: 'Leeds' }],
      tags: ['a', 'b'],
      extra: [{ name: 'Shoe size', value: '42' }],
    });
  });

  it.each([
    ['Nom,Email', 'Jane Doe'],
    ['Nombre,Email', 'Jane Doe'],
    ['NAME,email', 'Jane Doe'],
  ])('takes %s for a whole name', (header, name) => {
    expect(onlyPerson(parseLines([header, 'Jane Doe,j@x.example'])).name).toBe(name);
  });

  it('shows the columns with samples and takes the roles that the user gives', () => {
    const bytes = Buffer.from('Wer,Was,Wo\nJane Doe,Editor,Leeds\nTom Brown,Cook,York\n');
    expect(describeColumns(bytes)).toEqual({
      columns: ['Wer', 'Was', 'Wo'],
      roles: [null, null, null],
      samples: [
        ['Jane Doe', 'Editor', 'Leeds'],
        ['Tom Brown', 'Cook', 'York'],
      ],
    });
    const file = parseBytes(bytes, { columns: [{ field: 'name' }, { field: 'title' }, null] });
    expect(file.people[1]).toMatchObject({
      name: 'Tom Brown',
      roles: [{ title: 'Cook' }],
      extra: [{ name: 'Wo', value: 'York' }],
    });
  });

  it('asks for the column with the name when none is known', () => {
    const error = refusalOf(() => parseLines(['Wer,Was', 'Jane,Editor'], { format: 'csv' }));
    expect(error.code).toBe('INVALID_INPUT');
    expect(error.details).toEqual({ needs: 'columns', columns: ['Wer', 'Was'] });
  });

  it('steps over a quote that is never closed, and names its line', () => {
    const file = parseLines(['name,note', 'Jane,"a', 'b"', 'Tom,"never closed', 'Ann,c']);
    expect(file.people.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Jane'],
      [5, 'Ann'],
    ]);
    expect(file.leftOut.map(({ line }) => line)).toEqual([4]);
  });
});
