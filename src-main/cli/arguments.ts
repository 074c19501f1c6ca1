import { parseArgs } from 'node:util';
import { AppError } from '../contract/result.ts';

/** Every option of every command; a command says which of them it takes. */
const options = {
  book: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  today: { type: 'string' },
  of: { type: 'string' },
  as: { type: 'string' },
  platform: { type: 'string' },
  event: { type: 'string' },
  on: { type: 'string' },
  mine: { type: 'string' },
  gone: { type: 'string' },
  'dry-run': { type: 'boolean' },
  hops: { type: 'string' },
  best: { type: 'string' },
  paths: { type: 'string' },
  at: { type: 'string' },
  past: { type: 'boolean' },
  offers: { type: 'string' },
  needs: { type: 'string' },
  tag: { type: 'string' },
  possible: { type: 'boolean' },
  limit: { type: 'string' },
  prove: { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  'new-passphrase-file': { type: 'string' },
} as const;

export type OptionName = keyof typeof options;

/** These go with every command. */
const everywhere: ReadonlySet<OptionName> = new Set([
  'book',
  'json',
  'help',
  'today',
  'passphrase-file',
]);

export interface Arguments {
  readonly command: string | null;
  /** What follows the command's name. */
  readonly words: readonly string[];
  /** The text of an option, or null. */
  text(name: OptionName): string | null;
  has(name: OptionName): boolean;
  /** A whole number of at least 1, or null; INVALID_INPUT for anything else. */
  count(name: OptionName): number | null;
  /** INVALID_INPUT when an option was given that is not among these. */
  allowOnly(names: readonly OptionName[], usage: string): void;
}

/** Reads a command line. Throws INVALID_INPUT with a sentence for an option that nobody knows. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { positionals, values } = parse(argv);
  const [command = null, ...words] = positionals;
  const text = (name: OptionName): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    command,
    words,
    text,
    has: (name) => values[name] !== undefined,
    count(name) {
      const value = text(name);
      if (value === null) return null;
      if (!/^[1-9]\d{0,8}$/.test(value)) {
        throw new AppError(
          'INVALID_INPUT',
          `--${name} takes a whole number of at least 1, not "${value}".`,
        );
      }
      return Number(value);
    },
    allowOnly(names, usage) {
      for (const name of Object.keys(values) as OptionName[]) {
        if (everywhere.has(name) || names.includes(name)) continue;
        throw new AppError(
          'INVALID_INPUT',
          `${command ?? ''} does not take --${name}. Usage: ${usage}`,
        );
      }
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new AppError('INVALID_INPUT', message);
  }
}
