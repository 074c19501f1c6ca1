/**
 * A plain list of names, one a line: mutual friends copied from a page, attendees from a mail.
 * What pages put between names ("12 mutual friends", "Add friend") is left out with a reason.
 */
import { AppError } from '../../contract/result.ts';
import { type Format, makeFile } from '../format.ts';
import { emptyPerson, type LeftOut, type ParsedFile, type ParsedPerson } from '../parsed-file.ts';
import { cleanName } from '../readers/clean-text.ts';
import { normaliseEmail } from '../../tables/contact-points.ts';
import { makeEmail, present } from '../readers/contact-values.ts';
import type { Source } from '../source.ts';

const KEY = 'name-list';
const TITLE = 'List of names';

/** Letters of any script, then letters, marks, apostrophes, hyphens, dots; up to six words. */
const NAME = /^\p{L}[\p{L}\p{M}'’ʼ.-]*(?: [\p{L}\p{M}(&"“][\p{L}\p{M}'’ʼ.,)"”-]*){0,5}$/u;

/** What the pages of platforms say beside names, in the four languages. */
const PAGE_WORDS =
  /^(add friend|friends?|message|follow(ing)?|see all|connect|remove|confirm|mutual friends?|view profile|freund\/?in hinzufügen|nachricht|freunde?|alle anzeigen|ajouter|amis?|voir tout|añadir|amigos?|ver todo|online|admin|host|organi[sz]er)$/i;

export const nameList: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => {
    const lines = source.head
      .split('\n', 200)
      .slice(0, 199)
      .filter((line) => line.trim() !== '');
    const names = lines.filter((line) => readLine(line).person !== null).length;
    // A single word or sentence is no list; neither is prose.
    return names >= 2 && names >= lines.length * 0.4 ? 0.15 : 0;
  },
  parse,
};

function parse(source: Source): ParsedFile {
  const people: ParsedPerson[] = [];
  const leftOut: LeftOut[] = [];
  source.text.split('\n').forEach((text, index) => {
    if (text.trim() === '') return;
    const { person, reason } = readLine(text);
    if (person === null) leftOut.push({ line: index + 1, reason });
    else people.push({ ...person, line: index + 1 });
  });
  if (people.length === 0) {
    throw new AppError(
      'UNREADABLE_FILE',
      'There is no name in the list. Write or paste one name on each line.',
    );
  }
  return makeFile(nameList, source, { kind: 'circle', people, leftOut });
}

function readLine(text: string): { person: ParsedPerson | null; reason: string } {
  if (text.length > 300) return { person: null, reason: 'Too long to be a name.' };
  const line = cleanName(text.replace(/^\s*(?:[-*•·–—▪]|\d{1,4}[.)])\s+/, '')) ?? '';
  const { name, email } = splitEmail(line);
  if (PAGE_WORDS.test(line) || /^\d/.test(line)) {
    return { person: null, reason: 'Not a name: words of the page.' };
  }
  if (name !== null && !NAME.test(name)) return { person: null, reason: 'Not a name.' };
  if (name === null && email === null) return { person: null, reason: 'Not a name.' };
  const person = { ...emptyPerson(0), name, emails: present([makeEmail(email)]) };
  return { person, reason: '' };
}

/** `Jane Doe <jane@acme.example>`, `Jane Doe, jane@acme.example`, or the address alone. */
function splitEmail(line: string): { name: string | null; email: string | null } {
  const match = /^(.*?)[\s,;<(]*([^\s,;<>()@]+@[^\s,;<>()@]+)[>)]*[,;]?$/.exec(line);
  if (match === null || normaliseEmail(match[2] ?? '') === null) {
    return { name: cleanName(line.replace(/[,;]$/, '')), email: null };
  }
  return { name: cleanName(match[1]?.replace(/^["']|["']$/g, '')), email: match[2] ?? null };
}
