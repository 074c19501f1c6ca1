/** One statement of a migration, with the line it begins on. */
export interface SqlStatement {
  readonly text: string;
  readonly line: number;
  /** The first word, in capitals. */
  readonly verb: string;
}

/** White space, comments, quoted things, words, or any one character. */
const token =
  /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|`[^`]*`?|\[[^\]]*\]?|[A-Za-z_]\w*|[\s\S]/gy;
const insignificant = /^(?:\s|--|\/\*)/;

/**
 * Cuts SQL at the semicolons that end a statement: not at those in strings, comments or the body of a
 * trigger, which ends with `; END ;` (the rule of sqlite3_complete).
 */
export function splitStatements(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let words: string[] = [];
  let start = 0;
  for (const match of sql.matchAll(token)) {
    const piece = match[0];
    if (insignificant.test(piece)) continue;
    if (words.length === 0) start = match.index;
    words.push(piece.toUpperCase());
    if (piece !== ';' || (isTrigger(words) && !endsTrigger(words))) continue;
    if (words.length > 1) statements.push(cut(sql, start, match.index + 1, words));
    words = [];
  }
  if (words.length > 0) statements.push(cut(sql, start, sql.length, words));
  return statements;
}

function isTrigger(words: readonly string[]): boolean {
  if (words[0] !== 'CREATE') return false;
  const next = words[1] === 'TEMP' || words[1] === 'TEMPORARY' ? words[2] : words[1];
  return next === 'TRIGGER';
}

function endsTrigger(words: readonly string[]): boolean {
  return words.at(-2) === 'END' && words.at(-3) === ';';
}

function cut(sql: string, start: number, end: number, words: readonly string[]): SqlStatement {
  return {
    text: sql.slice(start, end),
    line: sql.slice(0, start).split('\n').length,
    verb: words[0] ?? '',
  };
}
