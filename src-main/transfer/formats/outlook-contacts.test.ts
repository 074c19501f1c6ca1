import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { onlyPerson, parseBytes, parseLines } from '../testing/fixture.ts';

describe('Outlook contacts', () => {
  it('reads names, jobs, numbers, addresses, and who referred whom', () => {
    const file = parseLines([
      'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business City,Business Phone,Mobile Phone,Birthday,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Notes,Referred By,Spouse,Web Page,Priority,Shoe',
      'Dr,Amy,,Thomas,Jr.,Acme,Sales,Editor,1 High St,Floor 2,Leeds,01632 960001,+44 7700 900946,25/12/1980,Friends;Work,a@x.example,SMTP,Amy Thomas (a@x.example),b@x.example,hello,Bärbel Zobel,Tom,http://acme.example,Normal,42',
      ',,,,,,,,,,,,,0/0/00,,,,,,,,,,Normal,',
    ]);
    expect(file).toMatchObject({ format: 'outlook-contacts', platform: 'outlook' });
    expect(file.people[0]).toMatchObject({
      prefix: 'Dr',
      name: 'Amy Thomas',
      suffix: 'Jr.',
      roles: [{ organisation: 'Acme', department: 'Sales', title: 'Editor' }],
      addresses: [{ label: 'work', street: '1 High St\nFloor 2', locality: 'Leeds' }],
      birthday: '1980-12-25',
      tags: ['Friends', 'Work'],
      urls: [{ url: 'http://acme.example' }],
      extra: [{ name: 'Shoe', value: '42' }],
    });
    expect(file.people[0]?.phones.map(({ label }) => label)).toEqual(['work', 'mobile']);
    expect(file.people[0]?.emails).toHaveLength(2);
    expect(file.ties.map(({ kind, relation, from, to }) => [kind, relation, from, to])).toEqual([
      ['referred', null, { by: 'index', index: 0 }, { by: 'name', name: 'Bärbel Zobel' }],
      ['related', 'spouse', { by: 'index', index: 0 }, { by: 'name', name: 'Tom' }],
    ]);
    expect(file.leftOut.map(({ line }) => line)).toEqual([3]);
  });

  it.each([
    [
      'German',
      'Anrede;Vorname;Nachname;Firma;Abteilung;Position;Straße geschäftlich;Ort geschäftlich;Mobiltelefon;E-Mail-Adresse;Notizen;Empfohlen von;Geburtstag',
    ],
    [
      'French',
      'Civilité;Prénom;Nom;Société;Service;Titre;Rue (bureau);Ville (bureau);Tél. mobile;Adresse de messagerie;Notes;Recommandé par;Anniversaire',
    ],
    [
      'Spanish',
      'Tratamiento;Nombre;Apellidos;Organización;Departamento;Puesto;Calle del trabajo;Ciudad de trabajo;Móvil;Dirección de correo electrónico;Notas;Referido por;Cumpleaños',
    ],
  ])('reads a %s export, semicolons and Windows-1252', (_, header) => {
    const row =
      'Dr;Jürgen;Müller;Café Société;Vertrieb;Prüfer;Straße 1;Köln;+44 7700 900946;j@x.example;Grüße;Bärbel Zobel;25.12.1980';
    const file = parseBytes(iconv.encode(`${header}\r\n${row}\r\n`, 'windows-1252'));
    expect(file.format).toBe('outlook-contacts');
    expect(onlyPerson(file)).toMatchObject({
      name: 'Jürgen Müller',
      prefix: 'Dr',
      roles: [{ organisation: 'Café Société', department: 'Vertrieb', title: 'Prüfer' }],
      addresses: [{ label: 'work', street: 'Straße 1', locality: 'Köln' }],
      phones: [{ normalised: '+447700900946', label: 'mobile' }],
      emails: [{ normalised: 'j@x.example' }],
      note: 'Grüße',
      birthday: '1980-12-25',
      extra: [],
    });
    expect(file.ties).toMatchObject([{ kind: 'referred', to: { name: 'Bärbel Zobel' } }]);
  });

  it('tells the order of all-number dates from the whole column', () => {
    const header = 'First Name,Last Name,E-mail Address,Business Phone,Birthday';
    const american = parseLines([
      header,
      'A,B,a@x.example,,1/2/1980',
      'C,D,c@x.example,,2/25/1980',
    ]);
    const british = parseLines([header, 'A,B,a@x.example,,1/2/1980', 'C,D,c@x.example,,25/2/1980']);
    expect(american.people[0]?.birthday).toBe('1980-01-02');
    expect(british.people[0]?.birthday).toBe('1980-02-01');
  });
});
