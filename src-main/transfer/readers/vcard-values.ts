/** Values of vCard properties: charsets, quoted-printable, escapes, components. */
import { decodeCharset, decodeText, decodeUtf8Strictly, labelCharset } from '../decode-text.ts';

export interface ValueContext {
  /** True if each character of the text is one byte of the file; false if it is decoded. */
  readonly isBytes: boolean;
  /** For values in no charset of their own that are not UTF-8. */
  readonly fallbackCharset: string;
}

/**
 * Text of a raw value. UTF-8 wins whenever the bytes are that, whatever the label says: many
 * programs write CHARSET=us-ascii over UTF-8; other charsets hardly ever look like UTF-8.
 */
export function decodeValue(raw: string, charset: string | null, context: ValueContext): string {
  if (!/[^\u0001-\u007f]/.test(raw) && !raw.includes('\u001b')) return raw;
  // In decoded text only quoted-printable left bytes behind; the rest are letters already.
  if (!context.isBytes && /[^\u0000-\u00ff]/.test(raw)) return raw.toWellFormed();
  const bytes = Buffer.from(raw, 'latin1');
  const utf8 = decodeUtf8Strictly(bytes);
  if (utf8 !== null && !raw.includes('\u001b')) return utf8;
  if (!context.isBytes && charset === null) return raw;
  const labelled = labelCharset(charset);
  if (labelled !== null) return decodeCharset(bytes, labelled);
  return decodeText(bytes, context.fallbackCharset).text;
}

/** `=C3=A4` to the two bytes, one a character; a broken escape stays as it is. */
export function decodeQuotedPrintable(text: string): string {
  return text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Splits at a separator that is not escaped; the parts are still escaped. */
export function splitEscaped(value: string, separator: ';' | ','): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < value.length; i++) {
    if (value[i] === '\\') i++;
    else if (value[i] === separator) {
      parts.push(value.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(value.slice(from));
  return parts;
}

/** Undoes `\n`, `\,`, `\;`, `\\` and, as Google writes them, `\:` and `\"`. */
export function unescapeValue(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\([nN]|[^A-Za-z0-9\s])/g, (_, char: string) =>
    char === 'n' || char === 'N' ? '\n' : char,
  );
}

/** The components of a structured value (N, ADR, ORG), unescaped. */
export function componentsOf(value: string): string[] {
  return splitEscaped(value, ';').map(unescapeValue);
}
