import { scanLine, tidy } from './line-scanner.ts';
import type { Keyword, Lexeme } from './line-scanner.ts';
import type { Chip } from '../contract/events.ts';

/*
 * The grammar of one event line (docs/event-lines.md is the user's view of it):
 *
 *   line    = head { item }
 *   head    = name [ "," organisation [ "," title ] ]   |   name "," title " at " organisation
 *   item    = "#" tag | "!" day | quotation | e-mail | phone | url
 *           | ( "needs" | "offers" | "knows" | "via" ) text { "," text }
 *
 * - A quotation where a text is expected (start of the line, after a comma, after a keyword, after "#") is that
 *   text word for word; anywhere else it is a note. So a name may contain a keyword only in quotes.
 * - Addresses may stand between the parts of the head or of a list and do not end it.
 * - Words that belong to nothing are a note: what was typed is never lost.
 */

/** One understood stretch [start, end) of the line, UTF-16 units; pieces are in order and do not overlap. */
export interface LinePiece {
  readonly kind: Chip['kind'];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of a follow-up: 'YYYY-MM-DD'. */
  readonly dueOn: string | null;
  readonly problem: string | null;
}

type Slot = 'person' | 'organisation' | 'title' | Keyword | 'note';

const afterComma: Readonly<Record<Slot, Slot>> = {
  person: 'organisation',
  organisation: 'title',
  title: 'title',
  needs: 'needs',
  offers: 'offers',
  knows: 'knows',
  via: 'via',
  note: 'note',
};
const missing: Readonly<Record<Keyword, string>> = {
  needs: 'Say what is needed after “needs”.',
  offers: 'Say what is offered after “offers”.',
  knows: 'Name somebody after “knows”.',
  via: 'Name who introduced you after “via”.',
};
/** A part that is only this belongs to the company named before it: "Acme, Inc." */
const legalForm = /^(?:inc|ltd|llc|llp|plc|corp|co|gmbh|s\.?a|s\.?r\.?l|b\.?v)\.?$/iu;

const onlyMarks = /^[-–—•*·.:|/&+#)(<>=~_]+$/u;

interface Parser {
  readonly text: string;
  readonly pieces: LinePiece[];
  slot: Slot;
  /** Text being collected, as positions: words are joined with what stands between them. */
  open: { start: number; end: number } | null;
  /** The part or list item at hand has its text; more words are a note. */
  isFilled: boolean;
  /** An address stood in the part at hand: the comma after it does not count as an empty part. */
  hadAddress: boolean;
  /** A keyword that has no text yet: its first item begins where it stands. */
  keyword: Lexeme | null;
}

function push(parser: Parser, piece: Omit<LinePiece, 'dueOn' | 'problem'>): void {
  parser.pieces.push({ dueOn: null, problem: null, ...piece });
}

/** Where the piece at hand begins: with its keyword, if it is the first after one. */
function takeStart(parser: Parser, start: number): number {
  const first = parser.keyword?.start ?? start;
  parser.keyword = null;
  return first;
}

function closeText(parser: Parser): void {
  const { open } = parser;
  if (open === null) return;
  const text = tidy(parser.text.slice(open.start, open.end));
  push(parser, { kind: parser.slot, text, start: takeStart(parser, open.start), end: open.end });
  parser.open = null;
  parser.isFilled = true;
}

/** Ends the slot at hand; a keyword that got no text becomes a piece with a problem. */
function enter(parser: Parser, slot: Slot): void {
  closeText(parser);
  const { keyword } = parser;
  if (keyword !== null) {
    const problem = missing[keyword.text as Keyword];
    const { start, end } = keyword;
    parser.pieces.push({
      kind: keyword.text as Keyword,
      text: '',
      start,
      end,
      dueOn: null,
      problem,
    });
  }
  parser.keyword = null;
  parser.slot = slot;
  parser.isFilled = false;
  parser.hadAddress = false;
}

function takeWord(parser: Parser, lexeme: Lexeme): void {
  // such a word counts between others ("Smith & Sons") but neither begins nor ends a text ("- Jane Doe")
  if (onlyMarks.test(lexeme.text)) return;
  if (parser.open === null && parser.isFilled && parser.slot !== 'note') enter(parser, 'note');
  if (parser.open === null) parser.open = { start: lexeme.start, end: lexeme.end };
  else parser.open.end = lexeme.end;
}

function takeSeparator(parser: Parser, next: readonly (Lexeme | undefined)[]): void {
  const [first, second] = next;
  const isLegalForm =
    parser.slot === 'organisation' &&
    first?.kind === 'word' &&
    legalForm.test(first.text) &&
    second?.kind !== 'word';
  // a title and a note may hold commas; what follows goes on with them
  if (parser.open !== null && (isLegalForm || parser.slot === 'title' || parser.slot === 'note'))
    return;
  closeText(parser);
  const isOnlyAddress = parser.hadAddress && !parser.isFilled;
  if (!isOnlyAddress) parser.slot = afterComma[parser.slot];
  parser.isFilled = false;
  parser.hadAddress = false;
}

function takeQuote(parser: Parser, { text, start, end }: Lexeme): void {
  if (text === '') return;
  if (parser.open === null && !parser.isFilled && parser.slot !== 'note') {
    push(parser, { kind: parser.slot, text, start: takeStart(parser, start), end });
    parser.isFilled = true;
    return;
  }
  enter(parser, 'note');
  push(parser, { kind: 'note', text, start, end });
}

function takeAddress(parser: Parser, lexeme: Lexeme): void {
  closeText(parser);
  if (parser.keyword !== null) enter(parser, 'note');
  parser.hadAddress = true;
  push(parser, {
    kind: lexeme.kind as 'email' | 'phone' | 'url',
    text: lexeme.text,
    start: lexeme.start,
    end: lexeme.end,
  });
}

function take(parser: Parser, lexeme: Lexeme, next: readonly (Lexeme | undefined)[]): void {
  switch (lexeme.kind) {
    case 'word':
      return takeWord(parser, lexeme);
    case 'separator':
      return takeSeparator(parser, next);
    case 'quote':
      return takeQuote(parser, lexeme);
    case 'keyword':
      enter(parser, lexeme.text as Keyword);
      parser.keyword = lexeme;
      return;
    case 'tag':
    case 'follow_up':
      enter(parser, 'note');
      parser.pieces.push({ ...lexeme, kind: lexeme.kind });
      return;
    default:
      return takeAddress(parser, lexeme);
  }
}

/** "Jane Doe, designer at Acme": the second of two parts is cut at " at ", unless it is quoted. */
function splitAt(text: string, pieces: readonly LinePiece[]): LinePiece[] {
  const hasTitle = pieces.some((piece) => piece.kind === 'title');
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'organisation' || hasTitle) return [piece];
    const match = /^([^"“„«].*?)\s+(?=(?:at|@)\s+(\S.*)$)/isu.exec(
      text.slice(piece.start, piece.end),
    );
    if (match === null) return [piece];
    const [whole, title = '', organisation = ''] = match;
    return [
      { ...piece, kind: 'title', text: tidy(title), end: piece.start + title.length },
      { ...piece, text: tidy(organisation), start: piece.start + whole.length },
    ];
  });
}

/**
 * Understands the form of one line; knows nothing of the book. Never throws, whatever the text.
 * `today` ('YYYY-MM-DD') is the day of logging, from which "!friday" counts.
 */
export function parseEventLine(text: string, today: string): LinePiece[] {
  const lexemes = scanLine(text, today);
  const parser: Parser = {
    text,
    pieces: [],
    slot: 'person',
    open: null,
    isFilled: false,
    hadAddress: false,
    keyword: null,
  };
  for (const [index, lexeme] of lexemes.entries())
    take(parser, lexeme, [lexemes[index + 1], lexemes[index + 2]]);
  enter(parser, 'note');
  return splitAt(text, parser.pieces);
}
