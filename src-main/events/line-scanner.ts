import { readDatePhrase, writeDay } from './line-dates.ts';

/*
 * Cuts an event line into words and marked pieces. What a piece means is decided by line-grammar.ts.
 * Marks count at the start of a word only: "C#", "event!" and O'Brien are plain words.
 */

export type LexemeKind =
  | 'word'
  | 'separator'
  | 'quote'
  | 'tag'
  | 'follow_up'
  | 'email'
  | 'phone'
  | 'url'
  | 'keyword';

/** A stretch [start, end) of the line; `text` is its meaning without marks. */
export interface Lexeme {
  readonly kind: LexemeKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly dueOn: string | null;
  readonly problem: string | null;
}

export const keywords = ['needs', 'offers', 'knows', 'via'] as const;
export type Keyword = (typeof keywords)[number];

/** A tab counts as a comma, so that a row copied from a sheet can be pasted. */
const separators = ',;\t，、；';
const closers = new Map([
  ['"', '"'],
  ['“', '”“"'],
  ['„', '“”"'],
  ['«', '»'],
]);
const plainEnd = `\\s${separators}`;

const emailForm = new RegExp(
  `<?(?:mailto:)?([^${plainEnd}<>()"“”#!@]+@[^${plainEnd}<>()"“”@]+\\.[\\p{L}\\p{N}-]{2,})>?(?=[${plainEnd}]|$)`,
  'iuy',
);
// a bare "acme.example" may be a company's name; with a scheme, "www." or a path it is an address
const urlForm = new RegExp(
  `(?:https?:\\/\\/[^\\s"“”]+|www\\.[^\\s"“”]+|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+\\/[^\\s"“”]*)`,
  'iuy',
);
const phoneGroup = new RegExp(`\\+?\\(?\\d[\\d()./-]*(?=[${plainEnd}]|$)`, 'uy');
const tagForm = /#((?:[^\s,;\t，、；"“„«#]|#(?![\p{L}\p{N}]))+)/uy;
const wordForm = new RegExp(`[^${plainEnd}]+`, 'uy');
const keywordForm = /(needs|offers|knows|via)(?=\s|$|["“„«])/iuy;

function matchAt(form: RegExp, text: string, start: number): RegExpExecArray | null {
  form.lastIndex = start;
  return form.exec(text);
}

/** One space for any run of them, no space at the ends, one form for composed letters. */
export function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

interface Quoted {
  readonly end: number;
  readonly text: string;
}

/** Reads a quotation that opens at `start`; one that is never closed goes to the end of the line. */
function readQuoted(text: string, start: number): Quoted | null {
  const closing = closers.get(text.charAt(start));
  if (closing === undefined) return null;
  let end = start + 1;
  while (end < text.length && !closing.includes(text.charAt(end))) end += 1;
  return { end: Math.min(end + 1, text.length), text: tidy(text.slice(start + 1, end)) };
}

function countDigits(text: string): number {
  return text.replaceAll(/\D/gu, '').length;
}

/**
 * Where a phone number that begins at `start` ends, or null. Groups of digits belong together as long as E.164's
 * 15 digits are not exceeded; "+", or "(" after seven digits, begins another number.
 */
function endOfPhone(text: string, start: number): number | null {
  let end = start;
  let position = start;
  for (;;) {
    const group = matchAt(phoneGroup, text, position)?.[0];
    if (group === undefined) break;
    const before = countDigits(text.slice(start, end));
    const isAnother =
      position > start && (group.startsWith('+') || (group.startsWith('(') && before >= 7));
    if (isAnother || before + countDigits(group) > 15) break;
    end = position + group.replace(/[(./-]+$/u, '').length;
    position += group.length;
    while (/[ \u00a0]/u.test(text.charAt(position))) position += 1;
  }
  const written = text.slice(start, end);
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/u.test(written)) return null; // a date
  return countDigits(written) >= (/^[+0(]/u.test(written) ? 7 : 9) ? end : null;
}

function readMarked(text: string, start: number, today: string): Lexeme | null {
  const plain = { start, dueOn: null, problem: null };
  const first = text.charAt(start);
  if (separators.includes(first))
    return { ...plain, kind: 'separator', end: start + 1, text: first };
  const quoted = readQuoted(text, start);
  if (quoted !== null) return { ...plain, kind: 'quote', ...quoted };
  if (first === '#') {
    const quotedTag = readQuoted(text, start + 1);
    if (quotedTag !== null && quotedTag.text !== '') return { ...plain, kind: 'tag', ...quotedTag };
    const tag = matchAt(tagForm, text, start);
    if (tag !== null)
      return { ...plain, kind: 'tag', end: start + tag[0].length, text: tidy(tag[1] ?? '') };
  }
  if (first === '!') {
    const phrase = readDatePhrase(text, start + 1, today);
    const written = tidy(text.slice(start, phrase.end));
    const shown = phrase.dueOn === null ? written : writeDay(phrase.dueOn);
    return { kind: 'follow_up', start, text: shown, ...phrase };
  }
  return null;
}

/** Addresses know themselves by their form and may stand anywhere. */
function readAddress(text: string, start: number): Lexeme | null {
  const plain = { start, dueOn: null, problem: null };
  const email = matchAt(emailForm, text, start);
  if (email !== null)
    return { ...plain, kind: 'email', end: start + email[0].length, text: email[1] ?? '' };
  const url = matchAt(urlForm, text, start);
  if (url !== null) {
    const address = url[0].replace(/[,;.)]+$/u, '');
    return { ...plain, kind: 'url', end: start + address.length, text: address };
  }
  const end = endOfPhone(text, start);
  return end === null ? null : { ...plain, kind: 'phone', end, text: tidy(text.slice(start, end)) };
}

function readLexeme(text: string, start: number, today: string): Lexeme {
  const special = readMarked(text, start, today) ?? readAddress(text, start);
  if (special !== null) return special;
  const plain = { start, dueOn: null, problem: null };
  const keyword = matchAt(keywordForm, text, start);
  if (keyword !== null)
    return {
      ...plain,
      kind: 'keyword',
      end: start + keyword[0].length,
      text: keyword[0].toLowerCase(),
    };
  const word = matchAt(wordForm, text, start)?.[0] ?? text.charAt(start);
  return { ...plain, kind: 'word', end: start + word.length, text: word };
}

/** All lexemes of a line, in order, without overlap; only white space lies between them. Never throws. */
export function scanLine(text: string, today: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let position = 0;
  while (position < text.length) {
    if (/\s/u.test(text.charAt(position)) && text.charAt(position) !== '\t') {
      position += 1;
      continue;
    }
    const lexeme = readLexeme(text, position, today);
    lexemes.push(lexeme);
    position = lexeme.end;
  }
  return lexemes;
}
