import { foldName } from './fold-name.ts';

/** A question of more words than this is cut: nobody types them, and each costs a pass. */
const maximumWords = 12;
const maximumLength = 64;

/**
 * The words of a text as the search index knows them: folded, only letters and digits ("O'Brien & Söhne"
 * gives o, brien, sohne). Safe to be put between quotes in a MATCH expression, because no quote survives.
 */
export function searchWords(text: string): string[] {
  return allWords(foldName(text))
    .slice(0, maximumWords)
    .map((word) => word.slice(0, maximumLength));
}

/** The words of folded text, each once, however many. */
export function allWords(folded: string): string[] {
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu))];
}

/**
 * MATCH expression for rows that hold, for each word, one that begins with it; in the columns named, or in any.
 * Null without words.
 */
export function prefixMatch(words: readonly string[], columns?: readonly string[]): string | null {
  return inColumns(
    words.map((word) => `"${word}"*`),
    columns,
  );
}

/** MATCH expression for a trigram index: each word of three letters or more occurs anywhere. Null without such words. */
export function substringMatch(
  words: readonly string[],
  columns?: readonly string[],
): string | null {
  const long = words.filter((word) => word.length >= 3).map((word) => `"${word}"`);
  return inColumns(long, columns);
}

function inColumns(terms: readonly string[], columns?: readonly string[]): string | null {
  if (terms.length === 0) return null;
  const all = terms.join(' AND ');
  return columns === undefined ? all : `{${columns.join(' ')}} : (${all})`;
}

/**
 * The digits of a text that is nothing but a phone number, without the zeros that lead it (they differ between
 * ways of writing one number); null for any other text, and for fewer than five digits.
 */
export function phoneDigits(text: string): string | null {
  if (!/^[\d\s()+./-]{5,40}$/.test(text.trim())) return null;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 5 ? digits : null;
}

/**
 * Spellings under which a name is looked for as well: written together ("O'Brien" as obrien), and with German
 * and Nordic letters in two ("Müller" as mueller). '' when the name has none of these.
 */
export function nameVariants(name: string): string {
  const variants: string[] = [];
  const joined = name.replace(/[\u2019'`´.\-\u2010\u2011]+/g, '');
  if (joined !== name) variants.push(foldName(joined));
  const spelled = name.normalize('NFC').replace(/[äöüåøæÄÖÜÅØÆ]/g, (letter) => {
    return twoLetters.get(letter.toLowerCase()) ?? letter;
  });
  if (spelled !== name.normalize('NFC')) variants.push(foldName(spelled));
  return variants.join(' ');
}

const twoLetters = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['å', 'aa'],
  ['ø', 'oe'],
  ['æ', 'ae'],
]);
