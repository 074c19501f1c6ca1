import dayjs from 'dayjs';
import { cards, toldTies } from './cast.ts';
import type { Professional } from './cast.ts';

/*
 * The sample's people come in as a user's would: as the files that the platforms hand out. So the sample also
 * shows imports with their reports, circles, and a question whether two people are one.
 */

export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The day some days before (or, if negative, after) `today`; 'YYYY-MM-DD' both. */
export function daysBefore(today: string, days: number): string {
  return dayjs(today).subtract(days, 'day').format('YYYY-MM-DD');
}

/** A number that looks random and is always the same for a text: FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text)
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** Since when two have been linked: between two months and eight years before today. */
function linkedSince(today: string, owner: string, name: string): string {
  return daysBefore(today, 60 + (hash(`${owner}/${name}`) % 2900));
}

function toFile(name: string, text: string): SampleFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

function csvCell(text: string): string {
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z ]/gu, '')
    .trim()
    .replaceAll(/ +/gu, '-');
}

/** LinkedIn's Connections.csv of `owner`, as it has been since 2023. */
export function linkedInFile(
  today: string,
  owner: string,
  people: readonly Professional[],
): SampleFile {
  const rows = people.map(({ name, organisation, title }) => {
    const [first = '', ...rest] = name.split(' ');
    const since = dayjs(linkedSince(today, owner, name)).format('DD MMM YYYY');
    // `owner` is not part of the address: one person has one address in everybody's list
    const url = `https://www.linkedin.com/in/${slug(name)}-sample`;
    return [first, rest.join(' '), url, '', organisation, title, since];
  });
  const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'.split(',');
  const notes = 'Notes:\r\n"Some email addresses are missing."\r\n\r\n';
  return toFile('Connections.csv', `${notes}${csv([header, ...rows])}`);
}

/** Facebook's your_friends.json of `owner`: names and moments, nothing else. */
export function facebookFile(today: string, owner: string, names: readonly string[]): SampleFile {
  const friends = names.map((name) => ({
    name,
    timestamp: dayjs(linkedSince(today, owner, name)).unix(),
  }));
  return toFile('your_friends.json', JSON.stringify({ friends_v2: friends }, null, 2));
}

/** The cards of Mara's telephone, as vCard 3.0. Years of birth are leap years: any day of a year is in them. */
export function phoneFile(today: string): SampleFile {
  const text = cards.map((card) => {
    const [given = '', family = ''] = card.name.split(' ');
    const birthday =
      card.birthdayIn === undefined
        ? []
        : [
            `BDAY;VALUE=date:${1984 + 4 * (hash(card.name) % 4)}-${daysBefore(today, -card.birthdayIn).slice(5)}`,
          ];
    return [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `N:${family};${given};;;`,
      `FN:${card.name}`,
      ...(card.organisation === undefined ? [] : [`ORG:${card.organisation}`]),
      ...(card.title === undefined ? [] : [`TITLE:${card.title}`]),
      `TEL;TYPE=CELL:${card.phone}`,
      ...(card.email === undefined ? [] : [`EMAIL;TYPE=INTERNET:${card.email}`]),
      ...birthday,
      ...(card.note === undefined ? [] : [`NOTE:${card.note.replaceAll(/([,;])/gu, '\\$1')}`]),
      'END:VCARD',
    ].join('\r\n');
  });
  return toFile('telephone.vcf', `${text.join('\r\n')}\r\n`);
}

/** What Mara was told of who knows whom, and colleagues who must know each other. */
export function tiesFile(
  today: string,
  colleagues: readonly (readonly [string, string])[],
): SampleFile {
  const told = toldTies.map(([from, to, strength, note]) => [
    from,
    to,
    strength,
    linkedSince(today, from, to),
    note,
  ]);
  const joined = colleagues.map(([from, to]) => [from, to, '', '', 'Colleagues']);
  return toFile(
    'who-knows-whom.csv',
    csv([['From', 'To', 'Strength', 'Since', 'Note'], ...told, ...joined]),
  );
}

/** Pairs of people at one organisation: each with the next two of the list, as in an office of some size. */
export function pairColleagues(people: readonly Professional[]): [string, string][] {
  const offices = Map.groupBy(
    people.filter(({ organisation }) => organisation !== ''),
    ({ organisation }) => organisation,
  );
  return [...offices.values()].flatMap((office) =>
    office.flatMap(({ name }, index) =>
      office.slice(index + 1, index + 3).map((other): [string, string] => [name, other.name]),
    ),
  );
}
