/*
 * A letter as an .eml file that a mail program opens to be sent: RFC 5322 with the headers of RFC 2047 and the
 * body in quoted-printable (RFC 2045). Ours, because the libraries that write mail bring Node or core-js with them.
 */

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface EmlLetter {
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  readonly body: string;
  readonly date: Date;
}

const utf8 = new TextEncoder();

/** The file's bytes. Lines end in CRLF and are no longer than 78 characters, but for an address that is longer itself. */
export function writeEml({ from, to, subject, body, date }: EmlLetter): Uint8Array<ArrayBuffer> {
  const mailboxes = (list: readonly Mailbox[]): string => list.map(mailbox).join(',\r\n ');
  const headers = [
    // opened as a letter that is still to be sent (Outlook; others pass over it)
    'X-Unsent: 1',
    ...(from === null ? [] : [`From: ${mailboxes([from])}`]),
    ...(to.length === 0 ? [] : [`To: ${mailboxes(to)}`]),
    `Subject: ${encodeWords(oneLine(subject), 'Subject: '.length)}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
  ];
  return utf8.encode(`${headers.join('\r\n')}\r\n\r\n${quotePrintable(body)}`);
}

/** A name or an address is one line: a line end in it would begin a header of its own. */
function oneLine(value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return value.replace(/[\u0000-\u001f\u007f]+/gu, ' ').trim();
}

function mailbox({ name, address }: Mailbox): string {
  const bare = oneLine(address).replace(/[\s<>,;"()]/gu, '');
  const shown = oneLine(name);
  if (shown === '') return bare;
  return /^[A-Za-z0-9 ]{1,50}$/u.test(shown)
    ? `${shown}\r\n <${bare}>`
    : `${encodeWords(shown, 'From: '.length, true)}\r\n <${bare}>`;
}

/**
 * Text of a header: as it stands if it is short and plain, else as encoded words of 75 characters at most, which
 * end between two characters (RFC 2047 allows no half ones). `isPhrase` encodes all that a name must not have bare.
 */
function encodeWords(value: string, used: number, isPhrase = false): string {
  const isPlain = isPhrase
    ? false
    : /^[\u0020-\u007e]*$/u.test(value) && !value.includes('=?') && value.length + used <= 76;
  if (isPlain) return value;
  const words: string[] = [];
  let word = '';
  for (const character of value) {
    const coded = [...utf8.encode(character)].map(codeByte).join('');
    const room = 75 - '=?UTF-8?Q??='.length - (words.length === 0 ? used : 1);
    if (word.length + coded.length > room) {
      words.push(word);
      word = '';
    }
    word += coded;
  }
  return [...words, word].map((each) => `=?UTF-8?Q?${each}?=`).join('\r\n ');
}

function codeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (/[A-Za-z0-9!*+\-/]/u.test(character)) return character;
  return byte === 0x20 ? '_' : hex(byte);
}

const hex = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Quoted-printable: 76 characters a line, soft breaks between, no blank at the end of a line. */
function quotePrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => {
      const units = [...utf8.encode(line)].map((byte, index, all) => {
        const isBlank = byte === 0x20 || byte === 0x09;
        const isLast = index === all.length - 1;
        const isBare = isBlank ? !isLast : byte > 0x20 && byte < 0x7f && byte !== 0x3d;
        return isBare ? String.fromCharCode(byte) : hex(byte);
      });
      return breakLine(units);
    })
    .join('\r\n');
}

function breakLine(units: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const unit of units) {
    if (line.length + unit.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += unit;
  }
  return [...lines, line].join('\r\n');
}
