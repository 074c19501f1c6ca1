/** A mailto: address (RFC 6068): every field percent-encoded, line ends as CRLF. */
export function mailtoUrl(to: string, subject: string, body: string): string {
  const encode = (value: string): string => encodeURIComponent(value.replace(/\r?\n/g, '\r\n'));
  // "@" may stand as it is in the address, and some mail programs want it so
  return `mailto:${encode(to).replaceAll('%40', '@')}?subject=${encode(subject)}&body=${encode(body)}`;
}
