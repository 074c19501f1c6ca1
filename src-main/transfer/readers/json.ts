/** JSON exports: parsed whole, read with type guards, and each entry with its line. */
import { AppError } from '../../contract/result.ts';
import type { Source } from '../source.ts';

/**
 * The parsed document.
 * @param what the kind of file, for the sentence: "Facebook friends"
 * @throws AppError UNREADABLE_FILE, naming the line where the text stops being JSON
 */
export function readJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('UNREADABLE_FILE', `${whereItBreaks(error, text, what)} Download it again.`);
  }
}

function whereItBreaks(error: unknown, text: string, what: string): string {
  const message = error instanceof Error ? error.message : '';
  const length = text.trimEnd().length;
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (/end of JSON|Unterminated/i.test(message) || position >= length) {
    const line = text.slice(0, length).split('\n').length;
    return `The file of ${what} is cut short: it ends in the middle of an entry on line ${line}.`;
  }
  // V8 gives no position for a wrong token, only the token.
  if (Number.isNaN(position)) return `The file of ${what} is damaged: it is not valid JSON.`;
  const line = text.slice(0, position).split('\n').length;
  return `The file of ${what} is damaged on line ${line}: it is not valid JSON there.`;
}

/** The text of a JSON file without what X puts before it. */
export function jsonBody(source: Source): string {
  return source.text.replace(/^\s*window\.YTD\.[\w.]{1,80}\s*=\s*/, (prefix) =>
    // The lines before the document still count.
    prefix.replace(/[^\n]/g, ' '),
  );
}

/** An own property of a JSON object; undefined for anything else. */
export function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}

export function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * The line on which each value nested `depth` arrays or objects deep begins, in order: for
 * `{"friends":[{..},{..}]}` and depth 2 the lines of the two entries. One pass; the text must be
 * valid JSON.
 */
export function linesAtDepth(text: string, depth: number): number[] {
  const lines: number[] = [];
  let line = 1;
  let level = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x0a:
        line++;
        break;
      case 0x22:
        i = endOfString(text, i);
        break;
      case 0x5b:
      case 0x7b:
        if (level === depth) lines.push(line);
        level++;
        break;
      case 0x5d:
      case 0x7d:
        level--;
        break;
    }
  }
  return lines;
}

function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text.charCodeAt(i) !== 0x22) i += text.charCodeAt(i) === 0x5c ? 2 : 1;
  return i;
}
