/** Small files of the most used formats, written for tests. */
import { type InputFile, textFile } from './import-files.ts';

export const linkedin = (...rows: string[]): InputFile =>
  textFile(
    'Connections.csv',
    ['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows].join('\n'),
  );
export const facebook = (...names: (string | [string, number])[]): InputFile =>
  textFile(
    'your_friends.json',
    JSON.stringify({
      friends_v2: names.map((name) =>
        typeof name === 'string'
          ? { name, timestamp: 1_600_000_000 }
          : { name: name[0], timestamp: name[1] },
      ),
    }),
  );
export const cards = (...bodies: string[]): InputFile =>
  textFile(
    'cards.vcf',
    bodies.map((body) => `BEGIN:VCARD\nVERSION:3.0\n${body}\nEND:VCARD\n`).join(''),
  );
export const ties = (...rows: string[]): InputFile =>
  textFile('ties.csv', ['From,To,Platform,Strength,Since,Note', ...rows].join('\n'));
