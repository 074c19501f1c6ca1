/** Where a mistake of the program happened, without a word of what the book holds. */
export interface DefectPlace {
  /** Of the kind of error, such as "TypeError"; "Error" for any other. */
  readonly name: string;
  /** SQLite's or the system's code, such as "SQLITE_CONSTRAINT"; null when there is none. */
  readonly code: string | null;
  /** "store-thread.js:120:7", innermost first, eight at most; no folders, since they may name the user. */
  readonly frames: readonly string[];
}

const knownNames: ReadonlySet<string> = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'SqliteError',
  'ZodError',
  'AppError',
  'AggregateError',
]);

/** An error's message may quote names and notes; only what our own files gave is taken. */
export function placeOfDefect(error: unknown): DefectPlace {
  if (!(error instanceof Error)) return { name: 'Error', code: null, frames: [] };
  const code: unknown = 'code' in error ? error.code : null;
  return {
    name: knownNames.has(error.name) ? error.name : 'Error',
    code: typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : null,
    frames: framesOf(error),
  };
}

/** What stands behind the message in the stack: a message of several lines may look like frames itself. */
function framesOf({ message, name, stack = '' }: Error): string[] {
  // an error whose message was taken away since may have the old one in its stack
  const isBare = message === '' && stack.startsWith(`${name}\n`);
  const at = isBare ? 0 : stack.indexOf(message || '\0');
  if (at < 0) return [];
  return stack
    .slice(at + message.length)
    .split('\n')
    .flatMap((line) => /^ {4}at .*?([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
    .slice(0, 8);
}
