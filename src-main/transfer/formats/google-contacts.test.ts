import { describe, expect, it } from 'vitest';
import { onlyPerson, parseLines } from '../testing/fixture.ts';

describe('Google contacts', () => {
  it('reads the new header', () => {
    const file = parseLines([
      'First Name,Middle Name,Last Name,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Website 1 - Label,Website 1 - Value,Relation 1 - Label,Relation 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value',
      'Amy,B.,Thomas,Acme,Editor, --02-29,"two',
      'lines",https://x.example/p.jpg,* myContacts ::: Networking ::: * starred,* Work,a@x.example ::: b@x.example,Klub,c@x.example,Mobile,07700 900946,Home,"1 High St, Leeds",1 High St,Leeds,Profile,https://www.linkedin.com/in/amy,Spouse,Tom,Shoe,42',
    ]);
    expect(file).toMatchObject({ format: 'google-contacts', kind: 'contacts' });
    const person = onlyPerson(file);
    expect(person).toMatchObject({
      name: 'Amy B. Thomas',
      middle: 'B.',
      roles: [{ organisation: 'Acme', title: 'Editor' }],
      birthday: '--02-29',
      note: 'two\nlines',
      tags: ['Networking', 'starred'],
      phones: [{ value: '07700 900946', normalised: '+447700900946', label: 'mobile' }],
      addresses: [{ label: 'home', street: '1 High St', locality: 'Leeds' }],
      accounts: [{ platform: 'linkedin', handle: 'amy' }],
    });
    expect(person.emails.map(({ value, label, preferred }) => [value, label, preferred])).toEqual([
      ['a@x.example', 'work', true],
      ['b@x.example', 'work', false],
      ['c@x.example', 'Klub', false],
    ]);
    expect(file.ties).toMatchObject([{ kind: 'related', relation: 'spouse', to: { name: 'Tom' } }]);
    expect(person.extra).toEqual([
      { name: 'Photo', value: 'https://x.example/p.jpg' },
      { name: 'Address 1 - Formatted', value: '1 High St, Leeds' },
      { name: 'Custom Field 1 - Label', value: 'Shoe' },
      { name: 'Custom Field 1 - Value', value: '42' },
    ]);
  });

  it('reads the old header', () => {
    const file = parseLines([
      'Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title',
      'Amy Thomas,Amy,,Thomas,* My Contacts ::: Friends,* ,a@x.example,Mobile,+44 7700 900946,,Acme,Editor',
    ]);
    expect(file.format).toBe('google-contacts');
    expect(onlyPerson(file)).toMatchObject({
      name: 'Amy Thomas',
      tags: ['Friends'],
      emails: [{ value: 'a@x.example', label: null, preferred: true }],
      roles: [{ organisation: 'Acme', title: 'Editor' }],
    });
  });

  it.each([
    [
      'German',
      'Vorname,Weiterer Vorname,Nachname,Geburtstag,Notizen,Labels,E-Mail 1 – Label,E-Mail 1 – Wert,Telefon 1 – Label,Telefon 1 – Wert',
    ],
    [
      'French',
      'Prénom,Deuxième prénom,Nom,Date de naissance,Notes,Libellés,Adresse e-mail 1 - Libellé,Adresse e-mail 1 - Valeur,Téléphone 1 - Libellé,Téléphone 1 - Valeur',
    ],
    [
      'Spanish',
      'Nombre,Segundo nombre,Apellidos,Cumpleaños,Notas,Etiquetas,Correo electrónico 1 - Etiqueta,Correo electrónico 1 - Valor,Teléfono 1 - Etiqueta,Teléfono 1 - Valor',
    ],
  ])('reads a %s header', (_, header) => {
    const file = parseLines([
      header,
      'Amy,B.,Thomas,1980-02-29,hello,Friends,Work,a@x.example,Mobile,+447700900946',
    ]);
    expect(file.format).toBe('google-contacts');
    expect(onlyPerson(file)).toMatchObject({
      name: 'Amy B. Thomas',
      birthday: '1980-02-29',
      note: 'hello',
      tags: ['Friends'],
      emails: [{ value: 'a@x.example', label: 'work' }],
      phones: [{ normalised: '+447700900946', label: 'mobile' }],
      extra: [],
    });
  });
});
