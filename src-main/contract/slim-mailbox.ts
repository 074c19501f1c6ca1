/*
 * A mailbox (mbox) without its letters: only the header lines that tell who wrote to whom and when. Mailboxes have
 * gigabytes and their text is nobody's business, so the window and the command line read them in pieces and hand
 * over this. Works on bytes: no charset is known yet.
 */

/** Lower-case names of the headers that are kept; all else, the subject too, stays behind. */
const keptHeaders: ReadonlySet<string> = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'date',
  'message-id',
  'delivered-to',
  'list-id',
  'list-unsubscribe',
  'precedence',
  'auto-submitted',
  'x-gmail-labels',
]);

const newline = 10;
const carriageReturn = 13;
/** A line that is longer is no header; of lists of recipients this is some thousands. */
const longestLine = 256 * 1024;
const mark = bytesOf('From ');

/** True if bytes begin like an mbox: a "From " line with a year in it, and a header below. */
export function isMailbox(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 4096));
  const [first = '', second = ''] = text.split('\n', 2);
  return isMark(first) && /^>?[A-Za-z][\w-]*:/.test(second);
}

/** Takes a mailbox piece by piece. The output of `push` and `end` in a row is a mailbox without letters. */
export class MailboxSlimmer {
  /** The beginning of a line whose end has not come yet. */
  #carried: Uint8Array = new Uint8Array(0);
  #place: 'headers' | 'body' = 'body';
  #isAfterBlank = true;
  #keepsHeader = false;
  #isLineTooLong = false;

  push(piece: Uint8Array): Uint8Array<ArrayBuffer> {
    const kept: Uint8Array[] = [];
    let start = 0;
    for (let end = piece.indexOf(newline); end !== -1; end = piece.indexOf(newline, start)) {
      this.#take(join(this.#carried, piece.subarray(start, end + 1)), kept);
      this.#carried = new Uint8Array(0);
      start = end + 1;
    }
    this.#carry(piece.subarray(start));
    return concatenate(kept);
  }

  end(): Uint8Array<ArrayBuffer> {
    const kept: Uint8Array[] = [];
    if (this.#carried.length > 0) this.#take(this.#carried, kept);
    this.#carried = new Uint8Array(0);
    return concatenate(kept);
  }

  #carry(rest: Uint8Array): void {
    if (this.#carried.length + rest.length > longestLine) {
      this.#isLineTooLong = true;
      return;
    }
    this.#carried = join(this.#carried, rest).slice();
  }

  #take(line: Uint8Array, kept: Uint8Array[]): void {
    const wasTooLong = this.#isLineTooLong;
    this.#isLineTooLong = false;
    const isBlank =
      line.length === 0 ||
      line[0] === newline ||
      (line[0] === carriageReturn && (line.length === 1 || line[1] === newline));
    if (this.#place === 'body') {
      if (this.#isAfterBlank && beginsWithMark(line)) {
        this.#place = 'headers';
        this.#keepsHeader = false;
        kept.push(line);
      }
    } else if (isBlank) {
      this.#place = 'body';
      kept.push(line);
    } else if (!wasTooLong) {
      // A line that begins with a blank goes on with the header above it.
      if (line[0] !== 32 && line[0] !== 9) this.#keepsHeader = keptHeaders.has(headerName(line));
      if (this.#keepsHeader) kept.push(line);
    }
    this.#isAfterBlank = isBlank;
  }
}

/** The whole of it at once. */
export function slimMailbox(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const slimmer = new MailboxSlimmer();
  return concatenate([slimmer.push(bytes), slimmer.end()]);
}

function headerName(line: Uint8Array): string {
  const colon = line.subarray(0, 40).indexOf(58);
  if (colon === -1) return '';
  return String.fromCharCode(...line.subarray(0, colon)).toLowerCase();
}

function beginsWithMark(line: Uint8Array): boolean {
  if (!mark.every((byte, index) => line[index] === byte)) return false;
  return isMark(new TextDecoder('latin1').decode(line.subarray(0, 1000)));
}

/** "From ada@me.example Mon Feb  2 10:00:00 2026": a text may well begin with "From" after a blank line too. */
function isMark(line: string): boolean {
  return /^From .{0,500}\d:\d\d.{0,60}\b(19|20)\d\d\b/.test(line);
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.length === 0 ? b : concatenate([a, b]);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
