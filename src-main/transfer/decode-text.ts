/**
 * Bytes to text. Platforms and spreadsheets write UTF-8 with and without BOM, UTF-16,
 * Windows-1252, Shift-JIS and more, and rarely say which; so the bytes are asked first and
 * statistics (jschardet) last.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { chardet } from 'jschardet';

export interface DecodedText {
  /** Without BOM, well-formed (no lone surrogates), line ends as in the file. */
  readonly text: string;
  /** Lower-case name: 'utf-8', 'utf-16le', 'windows-1252', 'shift_jis', ... */
  readonly charset: string;
  /** Sentences about bytes that could not be read. */
  readonly warnings: readonly string[];
}

/** Statistics need no more, and jschardet slows down on long input. */
const SAMPLE_BYTES = 64 * 1024;

/** The sets that differ from Windows-1252 only in letters, so that short texts look alike. */
const LATIN_SIBLINGS = /^(windows-125[0478]|cp1258|iso-?8859-\d+|macroman)$/;

const ISO_2022_JP = 'iso-2022-jp';

/** Names in Western Europe are likelier than statistics on a few letters say. */
const WESTERN_PRIOR = 0.6;

/**
 * Decodes a whole file.
 * @param hint a charset that the file names inside itself (vCard's CHARSET), tried before guessing
 */
export function decodeText(bytes: Uint8Array, hint?: string): DecodedText {
  const bom = findBom(bytes);
  if (bom !== null) {
    const rest = bytes.subarray(bom.length);
    // Some programs put the mark of UTF-8 before text in another charset.
    const isLie = bom.charset === 'utf-8' && decodeUtf8(rest) === null;
    return decodeAs(rest, isLie ? guessCharset(rest) : bom.charset);
  }
  const wide = guessUtf16(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  if (isIso2022Jp(bytes)) return decodeAs(bytes, ISO_2022_JP);
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return utf8;
  return decodeAs(bytes, knownCharset(hint) ?? guessCharset(bytes));
}

/** What `decodeText` says of the charset. The text of plain UTF-8, hence of most files, is not made for it. */
export function findCharset(
  bytes: Uint8Array,
  hint?: string,
): Pick<DecodedText, 'charset' | 'warnings'> {
  const isMarked = findBom(bytes) !== null || guessUtf16(bytes) !== null || isIso2022Jp(bytes);
  if (!isMarked && isUtf8(bytes)) return { charset: 'utf-8', warnings: [] };
  const { charset, warnings } = decodeText(bytes, hint);
  return { charset, warnings };
}

/** True for UTF-16 and UTF-32, whose characters of ASCII have several bytes. */
export function isWide(bytes: Uint8Array): boolean {
  const bom = findBom(bytes);
  return bom === null ? guessUtf16(bytes) !== null : bom.charset !== 'utf-8';
}

/** The name under which iconv-lite knows a charset, or null. Lower case, safe for any input. */
export function knownCharset(label: string | null | undefined): string | null {
  if (label === null || label === undefined) return null;
  const name = label.trim().toLowerCase();
  if (name === ISO_2022_JP) return name;
  // iconv-lite counts its byte notations as charsets.
  if (/^(base64|hex|binary)$/.test(name)) return null;
  return /^[a-z0-9_:-]{2,40}$/.test(name) && iconv.encodingExists(name) ? name : null;
}

/**
 * A charset that can label a part of a file: one in which ASCII is ASCII. Null for UTF-16 and its
 * like, which cannot stand in the middle of a line, and for UTF-8, which is told from the bytes.
 */
export function labelCharset(label: string | null | undefined): string | null {
  const charset = knownCharset(label);
  return charset === null || /^(utf|ucs|cesu|us-?ascii|ascii)/.test(charset) ? null : charset;
}

/** Strict UTF-8: null if the bytes are not. */
export function decodeUtf8Strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Decodes bytes in a charset that `knownCharset` returned; bad bytes become U+FFFD. */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  // Old Japanese mail and phones; iconv-lite does not have it, the platform does.
  if (charset === ISO_2022_JP) return new TextDecoder(ISO_2022_JP).decode(bytes);
  return iconv.decode(bytes, charset, { stripBOM: false }).toWellFormed();
}

/**
 * Facebook writes each byte of the UTF-8 as one Latin-1 character ("JosÃ©"). Undone only when
 * every character is a byte and the bytes are UTF-8: a name that merely holds "é" stays.
 */
export function undoLatin1Escape(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
  return decodeUtf8Strictly(Buffer.from(text, 'latin1')) ?? text;
}

function findBom(bytes: Uint8Array): { charset: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { charset: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without BOM: line ends and ASCII put zeros at every other byte. */
function guessUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length & ~1, SAMPLE_BYTES);
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const units = length / 2;
  if (odd > units * 0.3 && even < units * 0.05) return 'utf-16le';
  if (even > units * 0.3 && odd < units * 0.05) return 'utf-16be';
  return null;
}

/** ISO-2022-JP is pure ASCII with escapes, so it would pass as UTF-8. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, SAMPLE_BYTES)).toString('latin1');
  return /\u001b\$[@B]/.test(head) && !/[\u0080-\u00ff]/.test(head);
}

/** UTF-8, also when it is cut in the middle of a character or holds a few stray bytes. */
function decodeUtf8(bytes: Uint8Array): DecodedText | null {
  const whole = decodeUtf8Strictly(bytes);
  if (whole !== null) return { text: whole, charset: 'utf-8', warnings: [] };
  const { valid, invalid } = countUtf8(bytes);
  if (valid === 0 || invalid * 10 > valid) return null;
  return decodeAs(bytes, 'utf-8');
}

function countUtf8(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const size = lead >= 0xc2 && lead <= 0xf4 ? (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4) : 1;
    let follow = 1;
    while (follow < size && ((bytes[i + follow] ?? 0) & 0xc0) === 0x80) follow++;
    // A letter cut by the end of the file says nothing against UTF-8.
    const isCut = size > 1 && i + follow === bytes.length;
    if (size > 1 && follow === size) valid++;
    else if (!isCut) invalid++;
    i += follow;
  }
  return { valid, invalid };
}

function guessCharset(bytes: Uint8Array): string {
  const found = chardet.detectAll(sampleAround(bytes), {
    encodingEra: chardet.EncodingEra.MODERN_WEB,
    ignoreThreshold: true,
  });
  let best: { charset: string; confidence: number } | null = null;
  let western = 0;
  for (const { encoding, confidence } of found) {
    const charset = knownCharset(encoding);
    if (charset === null || /^(ascii|utf-)/.test(charset)) continue;
    if (best === null) best = { charset, confidence };
    if (charset === 'windows-1252') western = confidence;
  }
  if (best === null) return 'windows-1252';
  if (/^windows-125[1367]$/.test(best.charset) && looksHebrew(bytes)) return 'windows-1255';
  const isSibling = LATIN_SIBLINGS.test(best.charset);
  return isSibling && western >= best.confidence * WESTERN_PRIOR ? 'windows-1252' : best.charset;
}

/**
 * Hebrew has no capitals: its letters are 0xE0 to 0xFA and nothing else. A Greek or Russian list
 * of names has capitals, which lie below.
 */
function looksHebrew(bytes: Uint8Array): boolean {
  return sampleAround(bytes).every((byte) => byte < 0x80 || (byte >= 0xe0 && byte <= 0xfa));
}

/** A sample that holds non-ASCII bytes: an export may begin with pages of plain headers. */
function sampleAround(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1024);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

function decodeAs(bytes: Uint8Array, charset: string): DecodedText {
  const text = decodeCharset(bytes, charset);
  const bad = text.split('\uFFFD', 10_001).length - 1;
  const warnings =
    bad === 0 ? [] : [`${countOf(bad, 'character')} of the file could not be read as ${charset}.`];
  return { text, charset, warnings };
}

function countOf(count: number, noun: string): string {
  return `${count}${count >= 10_000 ? ' or more' : ''} ${noun}${count === 1 ? '' : 's'}`;
}
