import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSystemClock } from '../book/clock.ts';
import type { Clock } from '../book/context.ts';
import { readMigrations } from '../book/migration-files.ts';
import { AppError } from '../contract/result.ts';
import { findBookFile } from '../book/book-path.ts';
import { backupFolderOf } from '../store/backup-folder.ts';
import { Store } from '../store/store.ts';
import { parseArguments, type Arguments } from './arguments.ts';
import { bookCommands } from './book-commands.ts';
import { createClient } from './client.ts';
import type { Answer, CliContext, Command } from './command.ts';
import { encryptionCommands, readPassphrase } from './encryption-commands.ts';
import { eraseCommand } from './erase-command.ts';
import { importCommand } from './import-command.ts';
import { networkCommands } from './network-commands.ts';
import { peopleCommands } from './people-commands.ts';

const commands: ReadonlyMap<string, Command> = new Map([
  ['import', importCommand],
  ['erase', eraseCommand],
  ...Object.entries(networkCommands),
  ...Object.entries(peopleCommands),
  ...Object.entries(bookCommands),
  ...Object.entries(encryptionCommands),
]);

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

export interface CliOutput {
  /** What goes to standard output, without the last line end. */
  readonly out: string;
  readonly exitCode: 0 | 1;
}

/**
 * Runs one command line. Never throws: with --json an error is `{"error":{"code","message"}}`, otherwise a
 * sentence; either way the exit code is 1.
 *
 * @param argv what follows the program's name
 * @param environment ACQUAINT_BOOK names the book when --book does not; ACQUAINT_PASSPHRASE unlocks an encrypted one
 */
export async function runCli(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<CliOutput> {
  // asked of the bare words too, since a command line that cannot be read must answer in the form wanted
  let wantsJson = argv.includes('--json');
  try {
    const args = parseArguments(argv);
    wantsJson = args.has('json');
    const answer = await answerTo(args, environment);
    return { out: wantsJson ? JSON.stringify(answer.json) : answer.text, exitCode: 0 };
  } catch (error) {
    const body =
      error instanceof AppError
        ? error.toBody()
        : { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) };
    return { out: wantsJson ? JSON.stringify({ error: body }) : body.message, exitCode: 1 };
  }
}

async function answerTo(
  args: Arguments,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Answer> {
  if (args.has('help') || args.command === null) return help();
  const command = commands.get(args.command);
  if (command === undefined) {
    throw new AppError(
      'INVALID_INPUT',
      `There is no command "${args.command}". There are: ${[...commands.keys()].join(', ')}.`,
    );
  }
  const [least, most] = command.words;
  args.allowOnly(command.options ?? [], command.usage);
  if (args.words.length < least || args.words.length > most) {
    throw new AppError('INVALID_INPUT', `Usage: ${command.usage}`);
  }
  const book = args.text('book') ?? environment['ACQUAINT_BOOK'];
  if (book === undefined || book === '') {
    throw new AppError('INVALID_INPUT', 'Say which book: --book FILE (it is made if new).');
  }
  const passphrase = readPassphrase(args.text('passphrase-file'), environment);
  return runCommandOn(command, args, { bookPath: findBookFile(resolve(book)), passphrase });
}

async function runCommandOn(
  command: Command,
  args: Arguments,
  { bookPath, passphrase }: Pick<CliContext, 'bookPath' | 'passphrase'>,
): Promise<Answer> {
  const clock = readClock(args.text('today'));
  const migrations = readMigrations(migrationsFolder);
  let store: Store | null = null;
  const context: CliContext = {
    bookPath,
    passphrase,
    migrations,
    clock,
    client() {
      store ??= new Store({
        path: bookPath,
        migrations,
        backupFolder: backupFolderOf(bookPath),
        readClock: () => clock,
      });
      if (passphrase !== null) store.unlock(passphrase);
      return createClient(store);
    },
  };
  try {
    return await command.run(context, args);
  } catch (error) {
    throw tellHowToUnlock(error);
  } finally {
    // assigned in client(), which the compiler does not see
    (store as Store | null)?.close();
  }
}

function tellHowToUnlock(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== 'PASSPHRASE_NEEDED') return error;
  return new AppError(
    error.code,
    `${error.message} Give the passphrase in the variable ACQUAINT_PASSPHRASE, or in a file: --passphrase-file FILE.`,
  );
}

/** One moment for the whole command; --today sets the day for scripts that must not depend on it. */
function readClock(today: string | null): Clock {
  const clock = readSystemClock();
  if (today === null) return clock;
  if (!/^\d{4}-\d\d-\d\d$/.test(today) || Number.isNaN(Date.parse(today))) {
    throw new AppError('INVALID_INPUT', `--today takes a day like 2026-06-15, not "${today}".`);
  }
  return { now: clock.now, today };
}

function help(): Answer {
  const usages = [...commands.values()].map(({ summary, usage }) => ({ usage, summary }));
  const text = usages.map(({ summary, usage }) => `  ${usage}\n      ${summary}`).join('\n');
  return {
    json: { commands: usages },
    text: `acquaint --book FILE COMMAND ... [--json] [--today DATE]\n\n${text}\n\nA name addresses a person; '#12' an id.`,
  };
}
