/** Making text from a stranger's file safe to keep and to show, without changing what it says. */

/** NUL and the other C0/C1 controls but tab and line feed: no name or note needs them. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Marks that reorder what stands around them: a name with one could pose as another name. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A name or other short text: one line, single spaces, no controls, no bidi marks, NFC.
 * Null if nothing is left: an unknown value is never ''.
 */
export function cleanName(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text === '') return null;
  // Most names are plain ASCII with nothing to clean.
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text;
  const clean = text
    .toWellFormed()
    .replace(BIDI, '')
    .replace(CONTROLS, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  return clean === '' ? null : clean;
}

/** A note: lines and tabs stay, line ends become \n; null if blank. */
export function cleanNote(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim();
  return clean === '' ? null : clean;
}

/** Joins the parts of a name that are there; null if none is. */
export function joinName(...parts: readonly (string | null | undefined)[]): string | null {
  return cleanName(parts.filter((part) => part !== null && part !== undefined).join(' '));
}

/** For comparing headers and keywords: lower case, no accents or punctuation, single spaces. */
export function foldKey(text: string): string {
  // Most headers are ASCII, and normalising is what costs.
  if (/^[\x20-\x7e]*$/.test(text)) {
    return text
      .toLowerCase()
      .replace(/[^a-z0-9#]+/g, ' ')
      .trim();
  }
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}
