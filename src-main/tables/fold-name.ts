import anyAscii from 'any-ascii';

const nonAscii = /[^\x20-\x7e]/;

/**
 * The form under which names are compared, sorted and searched: lower case, accents and other scripts
 * written in ASCII (any-ascii), runs of white space as one blank. "Zoë  MÜLLER" becomes "zoe muller".
 * Never '' for text that is not blank: what folds to nothing (a lone combining mark) stays as it was,
 * in lower case. Two names that fold alike are *candidates* for being equal, not proof of it.
 */
export function foldName(text: string): string {
  if (text !== lastText) {
    lastFolded = fold(text);
    lastText = text;
  }
  return lastFolded;
}

/** What was folded last: a name is mostly asked for several times in a row. */
let lastText = '';
let lastFolded = '';

function fold(text: string): string {
  // Most names are plain ASCII; the table look-ups of any-ascii cost ten times as much.
  const ascii = nonAscii.test(text) ? anyAscii(text.normalize('NFC')) : text;
  const folded = ascii.toLowerCase().replace(/\s+/g, ' ').trim();
  return folded === '' ? text.trim().toLowerCase() || text : folded;
}
