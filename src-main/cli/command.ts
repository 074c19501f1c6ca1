import type { Clock } from '../book/context.ts';
import type { Migration } from '../book/migration-files.ts';
import type { Arguments, OptionName } from './arguments.ts';
import type { CliClient } from './client.ts';

/** What a command answers: for programs (--json) and for people. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
}

/** What a command works with. The book is opened when `client()` is first called. */
export interface CliContext {
  readonly client: () => CliClient;
  readonly bookPath: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  /** Of an encrypted book, or a backup of one; null when none was given. */
  readonly passphrase: string | null;
}

export interface Command {
  /** 'overlap A [B] [--platform P]' */
  readonly usage: string;
  readonly summary: string;
  /** How many words may follow the name. */
  readonly words: readonly [least: number, most: number];
  readonly options?: readonly OptionName[];
  run(context: CliContext, args: Arguments): Promise<Answer>;
}

/** '1 person', '3 people', '2 ties'. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Lines of a text; nulls are left out. */
export function lines(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join('\n');
}

/** A strength as people read it: 0.47. */
export function showStrength(strength: number): string {
  return strength.toFixed(strength < 0.01 ? 4 : 2);
}
