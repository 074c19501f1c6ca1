import { drawName, organisationName, titles } from './draw-names.ts';
import { makeRandom } from './random.ts';

/** Somebody whom the book knows by an account. */
export interface KnownMember {
  readonly given: string;
  readonly family: string;
  readonly handle: string;
}

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';

/** A LinkedIn export: every third row is a known member with a job, the others are people whom the book lacks. */
export function drawConnections(rows: number, known: readonly KnownMember[]): string {
  const random = makeRandom(7);
  const lines = [header];
  for (let at = 0; at < rows; at++) {
    const someone = at % 3 === 0 ? known[at / 3] : undefined;
    const { family, given } = someone ?? drawName(random);
    const handle = someone?.handle ?? `new-${given}-${family}-${at}`.toLowerCase();
    const company = organisationName(Math.floor(random() * 5000));
    const title = titles[at % titles.length];
    const day = String(1 + (at % 28)).padStart(2, '0');
    lines.push(
      `${given},${family},https://www.linkedin.com/in/${handle},,${company},${title},${day} Mar 2025`,
    );
  }
  return lines.join('\n');
}

/** An address book as a phone hands it out. */
export function drawCards(cards: number): string {
  const random = makeRandom(9);
  const lines: string[] = [];
  for (let at = 0; at < cards; at++) {
    const { family, given } = drawName(random);
    const number = String(1_000_000 + at);
    lines.push(
      'BEGIN:VCARD',
      'VERSION:3.0',
      `N:${family};${given};;;`,
      `FN:${given} ${family}`,
      `ORG:${organisationName(Math.floor(random() * 5000))}`,
      `TEL;TYPE=CELL:+44 7700 ${number}`,
      `EMAIL;TYPE=INTERNET:p${at}@mail-${at % 500}.example`,
      `UID:card-${at}`,
      'END:VCARD',
    );
  }
  return lines.join('\r\n');
}
