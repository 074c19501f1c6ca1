/*
 * Templates of letters: plain text with {fields} and [parts]. Pure. The rules, also told in docs/introductions.md:
 *
 *   {field}       its value. What a value says is never read as a template again.
 *   [one|other]   the first of the ways of which all fields have a value; none: nothing, and no double blank either.
 *   [no field]    stands as it is, brackets and all.
 *   a line of which a field outside of brackets has no value is left out as a whole.
 */

export interface FilledTemplate {
  readonly text: string;
  /** Names in braces that are no fields, as they were written; they stay in the text. */
  readonly unknown: readonly string[];
  /** Fields without a value because of which a line was left out. */
  readonly missing: readonly string[];
}

/** Values by the name of the field; null: a field that has no value here. */
export type FieldValues = ReadonlyMap<string, string | null>;

const fieldPattern = /\{([^{}[\]|\n]{1,40})\}/gu;
const partPattern = /\[([^[\]\n]*)\]/gu;

/** The name of a field as it is compared: `{ My  Name }` is `my name`. */
function nameOf(written: string): string {
  return written.trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Fills a template. Blank lines that meet because a line between them was left out become one. */
export function fillTemplate(template: string, values: FieldValues): FilledTemplate {
  const unknown = new Set<string>();
  const missing = new Set<string>();
  const lines: string[] = [];
  let wasLeftOut = false;
  for (const line of template.split(/\r?\n/u)) {
    const filled = fillLine(line, values, unknown);
    for (const name of filled.missing) missing.add(name);
    const isGone = filled.missing.length > 0 || (filled.text === '' && line.trim() !== '');
    if (isGone) {
      wasLeftOut = true;
    } else if (!(filled.text === '' && wasLeftOut && (lines.at(-1) ?? '') === '')) {
      lines.push(filled.text);
      wasLeftOut = false;
    }
  }
  return { text: lines.join('\n'), unknown: [...unknown], missing: [...missing] };
}

interface FilledLine {
  readonly text: string;
  readonly missing: readonly string[];
}

function fillLine(line: string, values: FieldValues, unknown: Set<string>): FilledLine {
  const missing: string[] = [];
  let text = '';
  let rest = 0;
  const add = (raw: string): void => {
    const filled = fillFields(raw, values, unknown);
    missing.push(...filled.missing);
    text += filled.text;
  };
  for (const part of line.matchAll(partPattern)) {
    add(line.slice(rest, part.index));
    rest = part.index + part[0].length;
    const inner = part[1] ?? '';
    if (inner.match(fieldPattern) === null) {
      text += part[0];
      continue;
    }
    const way = inner
      .split('|')
      .map((each) => fillFields(each, values, unknown))
      .find((each) => each.missing.length === 0);
    if (way !== undefined) {
      text += way.text;
      continue;
    }
    // no double blank where the part was, none before a full stop, none at the ends of the line
    if (/^$|\s$/u.test(text)) rest += /^[ \t]*/u.exec(line.slice(rest))?.[0].length ?? 0;
    if (/^(?:[.,;:!?]|$)/u.test(line.slice(rest))) text = text.trimEnd();
  }
  add(line.slice(rest));
  return { text, missing };
}

function fillFields(raw: string, values: FieldValues, unknown: Set<string>): FilledLine {
  const missing: string[] = [];
  const text = raw.replace(fieldPattern, (whole, written: string) => {
    const name = nameOf(written);
    const value = values.get(name);
    if (value === undefined) {
      unknown.add(written.trim());
      return whole;
    }
    if (value === null || value.trim() === '') missing.push(name);
    return value ?? '';
  });
  return { text, missing };
}
