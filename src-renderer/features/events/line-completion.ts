/** What the word at the caret of an event line may be completed to. */
export interface Completion {
  readonly kind: 'person' | 'organisation' | 'tag' | 'topic';
  /** What is typed of it so far, trimmed. */
  readonly query: string;
  /** The part of the line that a completion replaces: [start, end). */
  readonly start: number;
  readonly end: number;
}

/** Where a completion begins: the last of these before the caret decides what it completes. */
const markers = /(^|\s)(#"?|(?:needs|offers|knows|via)\s|!|["“„«])|,/giu;

/**
 * Finds what is being typed at the caret. The line's grammar itself lives in the store; this only guesses which
 * names are worth offering, so it may be wrong without harm. Null where nothing can be completed (a date, a note).
 */
export function completionAt(line: string, caret: number): Completion | null {
  const before = line.slice(0, caret);
  if (/\S/u.test(line.slice(caret, caret + 1))) return null;
  let from = 0;
  let kind: Completion['kind'] | null = 'person';
  let isHead = true;
  for (const match of before.matchAll(markers)) {
    const marker = (match[2] ?? ',').trim().toLowerCase();
    from = match.index + match[0].length;
    if (marker === ',') {
      kind = isHead ? (kind === 'person' ? 'organisation' : null) : kind;
    } else {
      isHead = false;
      kind = kindOf(marker);
    }
  }
  const typed = before.slice(from);
  const start = from + (typed.length - typed.trimStart().length);
  const query = typed.trim();
  // a tag is one word, or stands in quotes: after a space it is complete
  const isOver = kind === 'tag' && /\s/u.test(typed);
  if (kind === null || isOver || query.length < 1) return null;
  return { kind, query, start, end: caret };
}

function kindOf(marker: string): Completion['kind'] | null {
  if (marker.startsWith('#')) return 'tag';
  if (marker === 'knows' || marker === 'via') return 'person';
  if (marker === 'needs' || marker === 'offers') return 'topic';
  return null;
}

/** The line with the completion put in, and where the caret stands then. */
export function complete(
  line: string,
  { kind, start, end }: Completion,
  name: string,
): { line: string; caret: number } {
  const word = kind === 'tag' ? name.replaceAll(' ', '-') : name;
  const rest = line.slice(end);
  const space = rest.startsWith(' ') ? '' : ' ';
  const text = `${line.slice(0, start)}${word}${space}`;
  return { line: text + rest, caret: text.length };
}
