/** Some mail programs and systems cut longer addresses off (Windows hands on some 2,000 characters). */
export const safeMailtoLength = 2000;

/** A mailto: address (RFC 6068) to one or several: every field percent-encoded, line ends as CRLF. */
export function mailtoUrl(to: string | readonly string[], subject: string, body: string): string {
  const encode = (value: string): string => encodeURIComponent(value.replace(/\r?\n/g, '\r\n'));
  // "@" may stand as it is in the address, and some mail programs want it so
  const addresses = [to].flat().map((address) => encode(address).replaceAll('%40', '@'));
  return `mailto:${addresses.join(',')}?subject=${encode(subject)}&body=${encode(body)}`;
}
