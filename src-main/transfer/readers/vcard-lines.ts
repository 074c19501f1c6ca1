/**
 * vCard 2.1, 3.0 and 4.0 into cards of properties. A lexer of our own and not ical.js: that one
 * throws a whole file away for one bad line, knows nothing of 2.1 and rewrites values, while an
 * unknown property is to be kept word for word (ical.js is the oracle of the tests instead).
 *
 * It runs over bytes held one to a character, because 2.1 states a charset for each property
 * and some programs fold lines in the middle of a UTF-8 character.
 */
import { PhysicalLines } from './physical-lines.ts';
import { decodeValue, decodeQuotedPrintable, type ValueContext } from './vcard-values.ts';

export interface VcardProperty {
  readonly line: number;
  /** Lower case; '' if none. */
  readonly group: string;
  /** Upper case. */
  readonly name: string;
  /** Name in upper case and value as written; a bare 2.1 parameter (`;CELL`) has the name TYPE. */
  readonly params: readonly { readonly name: string; readonly value: string }[];
  /** Decoded from charset and quoted-printable; escapes (`\,`) and base64 are still there. */
  readonly value: string;
  readonly isBase64: boolean;
}

export interface VcardCard {
  readonly line: number;
  readonly version: '2.1' | '3.0' | '4.0';
  readonly properties: readonly VcardProperty[];
  /** False if the file ends, or the next card begins, before END:VCARD. */
  readonly isWhole: boolean;
}

/** A photo of 10 MB in base64 and some; anything longer is left out. */
const MAX_PROPERTY_CHARS = 15_000_000;

const PROPERTY_START = /^(?:[A-Za-z0-9_-]+\.)?[A-Za-z0-9_-]+[;:]/;

interface LogicalLine {
  readonly line: number;
  readonly text: string;
}

interface OpenCard {
  line: number;
  version: VcardCard['version'];
  properties: VcardProperty[];
}

/**
 * The cards one after the other, so that whoever reads them need not keep them.
 * @param text the file in pieces of whole lines, line ends \n; in `context.isBytes` one character for each byte
 * @param warnings what is worth saying of the file is added here
 */
export function* readCards(
  text: Iterable<string>,
  context: ValueContext,
  warnings: string[],
): Generator<VcardCard> {
  let outside = 0;
  const reader = new LineReader(text);
  let open: OpenCard | null = null;
  for (let line = reader.next(open21(open)); line !== null; line = reader.next(open21(open))) {
    const card: OpenCard | null = open;
    if (/^BEGIN:\s*VCARD\s*$/i.test(line.text)) {
      if (card !== null) yield { ...card, isWhole: false };
      open = { line: line.line, version: '3.0', properties: [] };
    } else if (/^END:\s*VCARD\s*$/i.test(line.text)) {
      if (card !== null) yield { ...card, isWhole: true };
      open = null;
    } else if (card === null) {
      outside++;
      if (outside <= 20) warnings.push(`Line ${line.line} is outside of any card.`);
    } else if (line.text.length > MAX_PROPERTY_CHARS) {
      const size = Math.round(line.text.length / 1e6);
      warnings.push(`The property on line ${line.line} was left out: it is ${size} MB long.`);
    } else addProperty(card, line, context, reader);
  }
  if (open !== null) yield { ...open, isWhole: false };
}

function open21(card: OpenCard | null): boolean {
  return card?.version === '2.1';
}

function addProperty(
  card: OpenCard,
  line: LogicalLine,
  context: ValueContext,
  reader: LineReader,
): void {
  const property = parseProperty(line, context);
  if (property === null) {
    // Text of a note whose writer forgot to fold it: it belongs to the property before.
    const last = card.properties.pop();
    if (last === undefined) return;
    const rest = decodeValue(line.text, null, context);
    card.properties.push({ ...last, value: `${last.value}${last.isBase64 ? '' : '\\n'}${rest}` });
    return;
  }
  if (property.name === 'VERSION') {
    const version = property.value.trim();
    card.version = version === '2.1' || version === '4.0' ? version : '3.0';
  }
  // A 2.1 agent is a card within the card; it must not be taken for somebody of the list.
  const isNested = property.name === 'AGENT' && property.value.trim() === '';
  const nested = isNested ? reader.nestedCard() : null;
  card.properties.push(
    nested === null ? property : { ...property, value: decodeValue(nested, null, context) },
  );
}

/** Name, parameters and decoded value of a logical line; null if it is no property. */
function parseProperty(line: LogicalLine, context: ValueContext): VcardProperty | null {
  const split = splitLine(line.text);
  if (split === null) return null;
  const dot = split.name.indexOf('.');
  const params = split.params.map((param) => parseParam(decodeValue(param, null, context)));
  const encoding = encodingOf(params, split.name);
  const charset = params.find((param) => param.name === 'CHARSET')?.value ?? bareCharset(params);
  const raw = encoding === 'qp' ? decodeQuotedPrintable(split.value) : split.value;
  const value = decodeValue(raw, charset, context);
  return {
    line: line.line,
    group: dot === -1 ? '' : split.name.slice(0, dot).toLowerCase(),
    name: split.name.slice(dot + 1).toUpperCase(),
    params: params.filter((param) => !isEncodingParam(param)),
    value: encoding === 'base64' ? value.replace(/\s+/g, '') : value.replace(/\r?\n/g, '\\n'),
    isBase64: encoding === 'base64',
  };
}

/** Cuts `NAME;PARAM="a:b";PARAM:value`; a quote that is never closed is taken as a letter. */
function splitLine(text: string): { name: string; params: string[]; value: string } | null {
  if (!PROPERTY_START.test(text)) return null;
  for (const honoursQuotes of [true, false]) {
    const parts: string[] = [];
    let from = 0;
    let quoted = false;
    for (let i = 0; i < text.length; i++) {
      const char = text[i];
      if (char === '"' && honoursQuotes) quoted = !quoted;
      else if (!quoted && (char === ';' || char === ':')) {
        parts.push(text.slice(from, i));
        from = i + 1;
        if (char === ':')
          return { name: parts[0] ?? '', params: parts.slice(1), value: text.slice(from) };
      }
    }
  }
  return null;
}

function parseParam(text: string): { name: string; value: string } {
  const equals = text.indexOf('=');
  if (equals === -1) return { name: 'TYPE', value: text.trim() };
  const value = text.slice(equals + 1).trim();
  const unquoted = value.replace(/^"(.*)"$/, '$1');
  return { name: text.slice(0, equals).trim().toUpperCase(), value: unescapeParam(unquoted) };
}

/** RFC 6868: what quotes cannot hold. */
function unescapeParam(value: string): string {
  if (!value.includes('^')) return value;
  return value.replace(/\^([n'^])/g, (_, char: string) =>
    char === 'n' ? '\n' : char === "'" ? '"' : '^',
  );
}

function encodingOf(params: VcardProperty['params'], property: string): 'qp' | 'base64' | null {
  // Windows' own address book writes a bare B for its pictures.
  const isBinary = /(^|\.)(PHOTO|LOGO|SOUND|KEY)$/i.test(property);
  for (const { name, value } of params) {
    if (name !== 'ENCODING' && name !== 'TYPE') continue;
    if (/^(quoted-printable|q)$/i.test(value)) return 'qp';
    if (/^base64$/i.test(value)) return 'base64';
    if (/^b$/i.test(value) && (name === 'ENCODING' || isBinary)) return 'base64';
  }
  return null;
}

/** Some 2.1 writers give the charset as a bare parameter. */
function bareCharset(params: VcardProperty['params']): string | null {
  const bare = params.find(
    ({ name, value }) =>
      name === 'TYPE' && /^(utf-8|us-ascii|iso-8859-\d+|windows-\d+)$/i.test(value),
  );
  return bare?.value ?? null;
}

/** Parameters that say how the value was written down, which is undone by now. */
function isEncodingParam({ name, value }: { name: string; value: string }): boolean {
  if (name === 'CHARSET' || name === 'ENCODING') return true;
  return (
    name === 'TYPE' && /^(quoted-printable|base64|b|utf-8|us-ascii|8bit|7bit|inline)$/i.test(value)
  );
}

/** Physical lines into logical ones: unfolds, and follows quoted-printable soft breaks. */
class LineReader {
  readonly #lines: PhysicalLines;

  constructor(text: Iterable<string>) {
    this.#lines = new PhysicalLines(text);
  }

  /** The next logical line that is not blank; null at the end. */
  next(keepsFoldSpace: boolean): LogicalLine | null {
    let first = this.#lines.take();
    while (first !== null && first.trim() === '') first = this.#lines.take();
    if (first === null) return null;
    const line = this.#lines.taken;
    if (this.#isQuotedPrintable(first)) return { line, text: this.#softBreaks(first) };
    const pieces = [first];
    const isBase64 = /^[^:]*[;=](base64|b)[;:]/i.test(first.slice(0, 300));
    for (let next = this.#lines.peek(); next !== null; next = this.#lines.peek()) {
      const isFolded = next.startsWith(' ') || next.startsWith('\t');
      // Old Outlooks do not indent base64.
      const isMore = isBase64 && next !== '' && /^[A-Za-z0-9+/=]+$/.test(next.slice(0, 100));
      if (!isFolded && !isMore) break;
      pieces.push(isFolded && !keepsFoldSpace ? next.slice(1) : next);
      this.#lines.take();
    }
    return { line, text: pieces.join('') };
  }

  /** The text of a card that stands right here, from BEGIN to END, or null. */
  nestedCard(): string | null {
    while (this.#lines.peek()?.trim() === '') this.#lines.take();
    if (!/^BEGIN:\s*VCARD\s*$/i.test(this.#lines.peek() ?? '')) return null;
    const lines: string[] = [];
    for (let depth = 0, line = this.#lines.take(); line !== null; line = this.#lines.take()) {
      lines.push(line);
      if (/^BEGIN:\s*VCARD\s*$/i.test(line)) depth++;
      if (/^END:\s*VCARD\s*$/i.test(line)) depth--;
      if (depth === 0) break;
    }
    return lines.join('\\n');
  }

  #isQuotedPrintable(line: string): boolean {
    const head = line.slice(0, Math.min(line.indexOf(':') + 1, 500));
    return /[;=]quoted-printable[;:]/i.test(head) && line.endsWith('=');
  }

  #softBreaks(first: string): string {
    const pieces: string[] = [];
    let current: string | null = first;
    while (current !== null && current.endsWith('=')) {
      pieces.push(current.slice(0, -1));
      current = this.#afterSoftBreak();
    }
    if (current !== null) pieces.push(current);
    return pieces.join('');
  }

  /** The line that continues; none if a property follows, as in a file that was cut. */
  #afterSoftBreak(): string | null {
    let blank = false;
    while (this.#lines.peek() === '') {
      blank = true;
      this.#lines.take();
    }
    const next = this.#lines.peek();
    if (next === null || /^(BEGIN|END):\s*VCARD/i.test(next)) return null;
    if (blank && PROPERTY_START.test(next)) return null;
    return this.#lines.take();
  }
}
