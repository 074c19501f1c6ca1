/** Lines of vCard and iCalendar: escaped, folded, ended by CRLF (RFC 6350 3.2, RFC 5545 3.1). */

/** A text value: backslash, comma, semicolon and line ends escaped. */
export function escapeText(text: string): string {
  return plain(text)
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** A parameter value, quoted where it must be; RFC 6868 for what even quotes cannot hold. */
export function escapeParam(value: string): string {
  const text = plain(value).replace(/\^/g, '^^').replace(/\n/g, '^n').replace(/"/g, "^'");
  return /[:;,^ ]/.test(text) ? `"${text}"` : text;
}

/**
 * A whole content line with its CRLF, folded so that no line is longer than 75 bytes of UTF-8 and
 * no character is cut in two.
 */
export function foldLine(line: string): string {
  const folded: string[] = [];
  let from = 0;
  let bytes = 0;
  for (let i = 0; i < line.length; ) {
    const code = line.codePointAt(i) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > 75) {
      folded.push(line.slice(from, i));
      from = i;
      // The space that begins a further line counts.
      bytes = 1;
    }
    bytes += size;
    i += code > 0xffff ? 2 : 1;
  }
  folded.push(line.slice(from));
  return `${folded.join('\r\n ')}\r\n`;
}

/** Without controls and lone surrogates; line ends are \n. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}
