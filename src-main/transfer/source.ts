/** One file on its way from bytes to records; what several steps need is computed once. */
import { AppError } from '../contract/result.ts';
import {
  type DecodedText,
  decodeCharset,
  decodeText,
  findCharset,
  isWide,
  knownCharset,
} from './decode-text.ts';

/** Larger inputs are no contact list; and a string of more than 512 MB cannot exist in V8. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** Enough to see a preamble, a header and some rows. */
const HEAD_BYTES = 64 * 1024;

export interface SourceOptions {
  /** Only a source of titles ("WhatsApp Chat with Brews & Books.txt"), never of the format. */
  readonly fileName?: string;
  /** Country of phone numbers written without one, ISO 3166 two letters. Default GB. */
  readonly country?: string;
  /** Overrides what the bytes say, for the rare file that is guessed wrongly. */
  readonly charset?: string;
}

export class Source {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  readonly country: string;
  readonly #charset: string | null;
  #head: string | undefined;
  #decoded: DecodedText | undefined;
  #encoding: Pick<DecodedText, 'charset' | 'warnings'> | undefined;

  /** @throws AppError TOO_LARGE, INVALID_INPUT (a charset that nobody knows) */
  constructor(bytes: Uint8Array, options: SourceOptions = {}) {
    if (bytes.length > MAX_FILE_BYTES) {
      throw new AppError(
        'TOO_LARGE',
        `The file is ${Math.round(bytes.length / 1048576)} MB, more than the 256 MB that an ` +
          'import takes. Split it, or import only the contact lists inside it.',
      );
    }
    this.bytes = bytes;
    this.fileName = options.fileName ?? null;
    this.country = options.country ?? 'GB';
    this.#charset = knownCharset(options.charset);
    if (options.charset !== undefined && this.#charset === null) {
      throw new AppError(
        'INVALID_INPUT',
        `"${options.charset.slice(0, 40)}" is not the name of a character set. ` +
          'Leave it out to have it found from the file.',
      );
    }
  }

  /** The beginning, decoded; its last line may be cut. Line ends are \n. */
  get head(): string {
    this.#head ??= unifyLineEnds(this.#decode(this.bytes.subarray(0, HEAD_BYTES)).text);
    return this.#head;
  }

  /** The whole text. Line ends are \n, so that a line number is the count of \n before it. */
  get text(): string {
    return this.decoded.text;
  }

  get decoded(): DecodedText {
    if (this.#decoded === undefined) {
      const decoded = this.#decode(this.#charset === null ? this.#plainLines() : this.bytes);
      this.#decoded = { ...decoded, text: unifyLineEnds(decoded.text) };
    }
    return this.#decoded;
  }

  /** As of `decoded`; who wants no more of it saves the memory of the text. */
  get encoding(): Pick<DecodedText, 'charset' | 'warnings'> {
    if (this.#decoded !== undefined || this.#charset !== null) return this.decoded;
    this.#encoding ??= findCharset(this.bytes);
    return this.#encoding;
  }

  /** The bytes with line ends \n, or as they are where a character of ASCII has several. */
  #plainLines(): Uint8Array {
    return isWide(this.bytes) ? this.bytes : withoutCarriageReturns(this.bytes);
  }

  /**
   * The bytes one to a character, with line ends \n and without the mark of UTF-8, in pieces that end where a line
   * does: as one text they would lie beside the file once more.
   * @param pieceBytes a piece is at most as long, or one line
   */
  *byteLines(pieceBytes: number = fewBytes): Generator<string> {
    const { bytes } = this;
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    for (let from = hasMark ? 3 : 0; from < bytes.length; ) {
      const to = endOfLines(bytes, from, from + pieceBytes);
      const piece = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
      yield unifyLineEnds(piece.toString('latin1'));
      from = to;
    }
  }

  #decode(bytes: Uint8Array): DecodedText {
    if (this.#charset === null) return decodeText(bytes);
    const text = decodeCharset(bytes, this.#charset);
    return { text: text.replace(/^\uFEFF/, ''), charset: this.#charset, warnings: [] };
  }
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Where the lines that fit into one piece end, or the first one if it is longer. */
function endOfLines(bytes: Uint8Array, from: number, most: number): number {
  if (most >= bytes.length) return bytes.length;
  for (let end = most; end > from; end--) if (isLineEnd(bytes, end)) return end;
  for (let end = most + 1; end < bytes.length; end++) if (isLineEnd(bytes, end)) return end;
  return bytes.length;
}

/** Small enough to be new when it is let go of, which costs the collector least. */
const fewBytes = 64 * 1024;

/** True if a line ends right before this place. */
function isLineEnd(bytes: Uint8Array, at: number): boolean {
  const last = bytes[at - 1];
  return last === lineFeed || (last === carriageReturn && bytes[at] !== lineFeed);
}

/** Of a large text, one string of each line would take many times its memory. */
function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(carriageReturn)) return bytes;
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === carriageReturn && bytes[at + 1] === lineFeed) continue;
    plain[length++] = byte === carriageReturn ? lineFeed : byte;
  }
  return plain.subarray(0, length);
}

const carriageReturn = 13;
const lineFeed = 10;
