import { readdirSync } from 'node:fs';
import ICAL from 'ical.js';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  onlyPerson,
  parseBytes,
  parseFixture,
  parseLines,
  readFixture,
  refusalOf,
} from '../testing/fixture.ts';

function card(...lines: readonly string[]): string[] {
  return ['BEGIN:VCARD', ...lines, 'END:VCARD'];
}

describe('vCard files of real programs', () => {
  const names = readdirSync(new URL('../fixtures/vcards/', import.meta.url));

  it.each(names.filter((name) => name.endsWith('.vcf') && name !== 'fk-Empty.vcf'))(
    'takes every card of %s',
    (name) => {
      const file = parseFixture(`vcards/${name}`);
      const text = Buffer.from(readFixture(`vcards/${name}`))
        .toString('latin1')
        .replace(/^\u00ff\u00fe|\0/g, '');
      const cards = text.match(/^BEGIN:VCARD/gim)?.length ?? 0;
      expect(file.people.length + file.leftOut.length).toBe(cards);
      expect(file.leftOut).toEqual([]);
    },
  );

  it('refuses an empty file in a sentence', () => {
    expect(refusalOf(() => parseFixture('vcards/fk-Empty.vcf')).message).toContain('empty');
  });

  it('reads German and Greek names in the charset that only one property states', () => {
    expect(onlyPerson(parseFixture('vcards/fk-German.vcf'))).toMatchObject({
      name: 'Sören Täve Nüßlebaum',
      family: 'Nüßlebaum',
      addresses: [{ locality: 'Mößlitz' }],
      extra: [{ name: 'LABEL', value: 'Mößlitz' }],
    });
    expect(onlyPerson(parseFixture('vcards/fk-Greek.vcf'))).toMatchObject({
      name: 'Βαγγέλης',
      given: 'Ευάγγελος',
      family: 'Παπαθανασίου',
      addresses: [{ locality: 'Αθήνα' }],
    });
  });

  it('takes what is there of a card that was cut in the middle of a letter', () => {
    const file = parseFixture('vcards/fk-Cropped_2_1.vcf');
    const { given, note } = onlyPerson(file);
    expect(given).toBe('Max');
    expect(note).toMatch(/^Kommentar ÄÄÄÄÄÄ ääääää ÖÖÖÖÖÖ öööööö ÜÜÜÜÜÜ üüüü/);
    expect(file.warnings).toEqual([expect.stringContaining('cut short')]);
  });

  it('reads Outlook: quoted-printable notes, photo, keys and relations', () => {
    const file = parseFixture('vcards/ez-outlook-2007.vcf');
    const person = onlyPerson(file);
    expect(person.note).toContain("\nBut I'm not sure because there's text formatting");
    expect(person.photo?.mediaType).toBe('image/jpeg');
    expect(person.photo?.bytes.length).toBe(2324);
    expect(person.birthday).toBe('1922-03-10');
    expect(person.extra).toContainEqual({
      name: 'X-MS-TEL;TYPE=VOICE;TYPE=CALLBACK',
      value: '(111) 555-4444',
    });
    expect(file.ties.map(({ relation, to }) => [relation, to])).toEqual([
      ['manager', { by: 'name', name: 'TheManagerName' }],
      ['assistant', { by: 'name', name: 'TheAssistantName' }],
      ['spouse', { by: 'name', name: 'TheSpouse' }],
    ]);
  });

  it("reads Apple's groups: labels of values, related names, dates without a year", () => {
    const file = parseFixture('vcards/ez-John_Doe_GMAIL.vcf');
    const person = onlyPerson(file);
    expect(person.urls).toEqual([{ url: 'http://www.ibm.com', label: 'work' }]);
    expect(person.middle).toBe('Richter, James');
    expect(file.ties).toMatchObject([{ relation: 'spouse', to: { name: 'Jenny' } }]);
    expect(person.extra.map(({ name }) => name)).toContain('item2.X-ABLABEL');
    const phone = parseFixture('world/me/phone/contacts.vcf');
    expect(phone.people[0]).toMatchObject({
      emails: [{ label: 'work', preferred: true }],
      birthday: '--03-05',
      accounts: [{ platform: 'linkedin', handle: 'kelly-dunn-04c1' }],
      extra: [],
    });
  });
});

/** Values of a property as ical.js, an independent parser of 3.0 and 4.0, reads them. */
function oracleValues(text: string, name: string): unknown[] {
  const parsed: unknown = ICAL.parse(text);
  const cards = (Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : parsed) as [
    string,
    [string, object, string, ...unknown[]][],
  ][];
  return cards.flatMap(([, properties]) =>
    properties.filter((property) => property[0] === name).map((property) => property[3]),
  );
}

describe('against ical.js', () => {
  it.each([
    'ez-John_Doe_EVOLUTION',
    'ez-John_Doe_GMAIL',
    'ez-gmail-list',
    'ez-rfc2426-example',
    'ez-rfc6350-example',
    'fk-WhatsAppIssue',
    'fk-v3',
    'fk-v4',
  ])('finds the same names, addresses, numbers and notes in %s', (name) => {
    const bytes = readFixture(`vcards/${name}.vcf`);
    const text = new TextDecoder().decode(bytes);
    const { people } = parseBytes(bytes);
    const trimmed = (value: unknown): string => String(value).trim();
    expect(people.map((person) => person.name)).toEqual(oracleValues(text, 'fn').map(trimmed));
    expect(people.flatMap(({ emails }) => emails.map(({ value }) => value))).toEqual(
      oracleValues(text, 'email').map(trimmed),
    );
    expect(people.flatMap(({ phones }) => phones.map(({ value }) => value))).toEqual(
      oracleValues(text, 'tel').map((value) => trimmed(value).replace(/^tel:/, '')),
    );
    // ical.js leaves the escapes that RFC 2426 does not name (\\; and \\") in the text.
    expect(people.flatMap(({ note }) => note ?? [])).toEqual(
      oracleValues(text, 'note').map((value) => trimmed(value).replace(/\\([;"])/g, '$1')),
    );
    const organisations = people.flatMap(({ roles }) =>
      roles.flatMap(({ organisation }) => organisation ?? []),
    );
    expect(organisations).toEqual(
      oracleValues(text, 'org').map((value) => trimmed(Array.isArray(value) ? value[0] : value)),
    );
  });
});

describe('single quirks', () => {
  it('unfolds 3.0 in the middle of a word and of a UTF-8 letter', () => {
    const bytes = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bj'),
      Buffer.from([0xc3]),
      Buffer.from('\r\n '),
      Buffer.from([0xb6]),
      Buffer.from('rn Mül\r\n ler\r\nEND:VCARD\r\n'),
    ]);
    expect(onlyPerson(parseBytes(bytes)).name).toBe('Björn Müller');
  });

  it('keeps the space of a fold in 2.1, where it is part of the text', () => {
    const file = parseLines(card('VERSION:2.1', 'FN:Jane', ' Doe'));
    expect(onlyPerson(file).name).toBe('Jane Doe');
  });

  it('reads each property in its own charset', () => {
    const bytes = Buffer.concat([
      Buffer.from('BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=SHIFT_JIS:'),
      iconv.encode('山田 太郎', 'shift_jis'),
      Buffer.from('\nTITLE;CHARSET=ISO-8859-1:'),
      iconv.encode('Präsident', 'latin1'),
      Buffer.from('\nORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9=\n =20Zoë'),
      Buffer.from('\nEND:VCARD\n'),
    ]);
    expect(onlyPerson(parseBytes(bytes))).toMatchObject({
      name: '山田 太郎',
      roles: [{ title: 'Präsident', organisation: 'Café Zoë' }],
    });
  });

  it('reads Hebrew in Windows-1255 with and without the label', () => {
    for (const label of ['', ';CHARSET=windows-1255']) {
      const text = card('VERSION:2.1', `FN${label}:דוד לוי`, 'NOTE:שלום').join('\r\n');
      expect(onlyPerson(parseBytes(iconv.encode(text, 'windows-1255'))).name).toBe('דוד לוי');
    }
  });

  it('believes UTF-8 when the label says otherwise', () => {
    const file = parseLines(card('VERSION:2.1', 'FN;CHARSET=us-ascii:Jürgen'));
    expect(onlyPerson(file).name).toBe('Jürgen');
  });

  it('does not take the agent within a card for a person of the list', () => {
    const file = parseLines([
      ...card('VERSION:2.1', 'FN:Jane', 'AGENT:', ...card('VERSION:2.1', 'FN:Tom'), 'TEL:123'),
      ...card('VERSION:2.1', 'FN:Ann'),
    ]);
    expect(file.people.map(({ name }) => name)).toEqual(['Jane', 'Ann']);
    expect(file.ties).toMatchObject([{ relation: 'agent', to: { by: 'name', name: 'Tom' } }]);
    expect(file.people[0]?.phones).toHaveLength(1);
  });

  it('begins a new card where the one before was not closed', () => {
    const file = parseLines(['BEGIN:VCARD', 'FN:Jane', ...card('FN:Tom'), 'BEGIN:VCARD', 'FN:Ann']);
    expect(file.people.map(({ name, line }) => [name, line])).toEqual([
      ['Jane', 1],
      ['Tom', 3],
      ['Ann', 6],
    ]);
    expect(file.warnings).toHaveLength(2);
  });

  it('keeps unknown properties word for word, with group, parameters and escapes', () => {
    const file = parseLines(
      card(
        'VERSION:3.0',
        'FN:Jane',
        'item7.X-FOO;X-BAR="a:b";TYPE=x,y:a\\, b\\; c\\nd',
        'item7.X-ABLabel:Foo',
        'GEO:37.4;-122.1',
      ),
    );
    expect(onlyPerson(file).extra).toEqual([
      { name: 'item7.X-FOO;X-BAR="a:b";TYPE=x,y', value: 'a\\, b\\; c\\nd' },
      { name: 'item7.X-ABLABEL', value: 'Foo' },
      { name: 'GEO', value: '37.4;-122.1' },
    ]);
  });

  it.each([
    ['BDAY:19800229', '1980-02-29'],
    ['BDAY:1980-02-29T10:00:00Z', '1980-02-29'],
    ['BDAY:--0229', '--02-29'],
    ['BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-05', '--03-05'],
    ['BDAY;VALUE=date:--03-05', '--03-05'],
  ])('reads %s', (line, birthday) => {
    const person = onlyPerson(parseLines(card('FN:Jane', line)));
    expect(person.birthday).toBe(birthday);
    expect(person.extra).toEqual([]);
  });

  it.each(['BDAY:19723101', 'BDAY:1981-02-29', 'BDAY:1985', 'BDAY;VALUE=text:circa 1800'])(
    'keeps %s, which is no day, as it is',
    (line) => {
      const person = onlyPerson(parseLines(card('FN:Jane', line)));
      expect(person.birthday).toBeNull();
      expect(person.extra.map(({ name, value }) => `${name}:${value}`)).toEqual([line]);
    },
  );

  it('resolves a relation to a card of the same file', () => {
    const file = parseLines([
      ...card('VERSION:4.0', 'FN:Jane', 'RELATED;TYPE=friend:urn:uuid:1234'),
      ...card('VERSION:4.0', 'FN:Tom', 'UID:urn:uuid:1234'),
    ]);
    expect(file.ties).toMatchObject([
      { from: { index: 0 }, to: { by: 'index', index: 1 }, kind: 'related', relation: 'friend' },
    ]);
  });

  it('leaves out groups and empty cards with their line', () => {
    const file = parseLines([
      ...card('VERSION:4.0', 'KIND:group', 'FN:Team', 'MEMBER:urn:uuid:1'),
      ...card('VERSION:4.0'),
      ...card('FN:Jane'),
    ]);
    expect(file.leftOut.map(({ line }) => line)).toEqual([1, 7]);
    expect(file.people).toHaveLength(1);
  });

  it('takes pictures for what they are, not for what they are called', () => {
    const png = Buffer.from('89504e470d0a1a0a00', 'hex').toString('base64');
    const svg = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
    const file = parseLines([
      ...card('FN:Jane', `PHOTO;ENCODING=b;TYPE=JPEG:${png}`),
      ...card('FN:Tom', `PHOTO;ENCODING=b;TYPE=PNG:${svg}`),
      ...card('VERSION:4.0', 'FN:Ann', `PHOTO:data:image/png;base64,${png}`),
    ]);
    expect(file.people.map(({ photo }) => photo?.mediaType ?? null)).toEqual([
      'image/png',
      null,
      'image/png',
    ]);
    expect(file.people[1]?.extra).toHaveLength(1);
  });
});
