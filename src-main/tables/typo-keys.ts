import { doubleMetaphone } from 'double-metaphone';
import { distance as levenshtein } from 'fastest-levenshtein';
import { jaroWinkler } from '@skyra/jaro-winkler';

/*
 * Finding a word of a name from a misspelling, without comparing it to every name of the book: a word is
 * indexed under itself, under each form with one letter left out (the "deletion neighbourhood" of SymSpell,
 * W. Garbe 2012), and under its sound. A word and a misspelling that are one step apart, and many that are two
 * steps apart, share at least one such key; `misspelling` then judges the few candidates exactly.
 */

/** Shorter words have too many neighbours to guess from. */
const shortestWord = 3;
/** What a word that only begins a word of the name counts: a whole word comes first. */
const unfinished = 0.25;
/** Only the first letters of a long word are left out in turn. */
const longestPart = 16;
/** Marks a key that is a sound: words of names do not begin with a digit. */
const soundMark = '9';

/** Keys under which a folded word is indexed and looked up; all of them letters and digits. */
export function typoKeys(word: string): string[] {
  const keys = new Set([word]);
  if (word.length < shortestWord) return [...keys];
  for (let at = 0; at < Math.min(word.length, longestPart); at++) {
    keys.add(word.slice(0, at) + word.slice(at + 1));
  }
  for (const sound of doubleMetaphone(word)) {
    // One or two consonants sound like half the book.
    if (sound.length > 2) keys.add(soundMark + sound.toLowerCase());
  }
  return [...keys];
}

/**
 * MATCH expression for people of whom every word of the question might be a misspelling of a word of the name.
 * Null if no word is long enough to be guessed at. Words must come from `searchWords`.
 */
export function typoMatch(words: readonly string[]): string | null {
  if (!words.some((word) => word.length >= shortestWord)) return null;
  return words
    .map((word) =>
      word.length < shortestWord
        ? `"${word}"*`
        : `(${typoKeys(word)
            .map((key) => `"${key}"`)
            .join(' OR ')})`,
    )
    .join(' AND ');
}

/**
 * How badly `typed` misspells the name made of `nameWords`: the sum over its words of the edits to the nearest
 * word of the name (a swap of neighbours is one edit, the mere beginning of a word a quarter of one). Null if one of them is too far from all: more than one
 * edit for words up to seven letters (of three letters the first must be right), two for longer ones, unless it
 * sounds the same and looks alike (Jaro-Winkler 0.8; counted as two).
 */
export function misspelling(typed: readonly string[], nameWords: readonly string[]): number | null {
  return sumOfNearest(typed, nameWords, wordDistance);
}

/** As `misspelling`, but by letters alone: a tenth of the time, for lists that are looked at row by row. */
export function editsBetween(
  typed: readonly string[],
  nameWords: readonly string[],
): number | null {
  return sumOfNearest(typed, nameWords, letterDistance);
}

function sumOfNearest(
  typed: readonly string[],
  nameWords: readonly string[],
  distance: (typed: string, nameWord: string) => number,
): number | null {
  let sum = 0;
  for (const word of typed) {
    let best = Number.POSITIVE_INFINITY;
    for (const nameWord of nameWords) best = Math.min(best, distance(word, nameWord));
    if (best === Number.POSITIVE_INFINITY) return null;
    sum += best;
  }
  return sum;
}

/** Of one or two letters nothing can be guessed; of three, the first must be right. */
function isTooShort(typed: string, nameWord: string): boolean {
  return typed.length < shortestWord || (typed.length === shortestWord && typed[0] !== nameWord[0]);
}

/** The edits between two words as far as they may still be one and the same; infinity beyond. */
function letterDistance(typed: string, nameWord: string): number {
  if (nameWord.startsWith(typed)) return nameWord === typed ? 0 : unfinished;
  if (isTooShort(typed, nameWord)) return Number.POSITIVE_INFINITY;
  const allowed = typed.length < 8 ? 1 : 2;
  if (Math.abs(typed.length - nameWord.length) > allowed) return Number.POSITIVE_INFINITY;
  const edits = editDistance(typed, nameWord);
  return edits <= allowed ? edits : Number.POSITIVE_INFINITY;
}

function wordDistance(typed: string, nameWord: string): number {
  const edits = letterDistance(typed, nameWord);
  if (Number.isFinite(edits) || isTooShort(typed, nameWord)) return edits;
  const soundsAlike = doubleMetaphone(typed)[0] === doubleMetaphone(nameWord)[0];
  return soundsAlike && jaroWinkler(typed, nameWord) >= 0.8 ? 2 : Number.POSITIVE_INFINITY;
}

/** Levenshtein distance in which one swap of neighbouring letters counts as one edit instead of two. */
function editDistance(a: string, b: string): number {
  const edits = levenshtein(a, b);
  if (edits < 2 || a.length !== b.length) return edits;
  for (let at = 0; at + 1 < a.length; at++) {
    if (a[at] === b[at]) continue;
    // The first difference decides: if undoing a swap there helps, that was one edit.
    if (a[at] !== b[at + 1] || a[at + 1] !== b[at]) return edits;
    return Math.min(edits, 1 + levenshtein(a.slice(at + 2), b.slice(at + 2)));
  }
  return edits;
}
