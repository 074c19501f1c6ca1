import { readFileSync } from 'node:fs';
import { AppError } from '../contract/result.ts';
import { translateError } from '../book/refusals.ts';
import { shortestPassphrase } from '../contract/encryption.ts';
import { countOf, lines, type CliContext, type Command } from './command.ts';

/*
 * A passphrase is never an argument, which every process of the computer could read and the shell would remember: it
 * comes in a variable or in a file.
 */

/** Putting a book under a passphrase and taking that off. */
export const encryptionCommands: Readonly<Record<string, Command>> = {
  encrypt: {
    usage: 'encrypt',
    summary: 'puts the book and its backups under the passphrase; answers the recovery key',
    words: [0, 0],
    async run(context) {
      const passphrase = requirePassphrase(context);
      if (passphrase.length < shortestPassphrase) throw tooShort();
      const { copies, recoveryKey } = await context
        .client()
        .call('encryption', 'turnOn', { passphrase });
      return {
        json: { encrypted: context.bookPath, recoveryKey, backups: copies },
        text: lines(
          `Encrypted ${context.bookPath} and ${countOf(copies.inStep, 'backup')}.`,
          'Write this recovery key down and keep it elsewhere. Without it a forgotten passphrase is the end of the book:',
          `  ${recoveryKey}`,
          describeLeft(copies),
        ),
      };
    },
  },

  decrypt: {
    usage: 'decrypt',
    summary: 'takes the encryption off the book and its backups',
    words: [0, 0],
    async run(context) {
      const passphrase = requirePassphrase(context);
      const { copies } = await context.client().call('encryption', 'turnOff', { passphrase });
      return {
        json: { decrypted: context.bookPath, backups: copies },
        text: lines(`${context.bookPath} is not encrypted any more.`, describeLeft(copies)),
      };
    },
  },

  passphrase: {
    usage: 'passphrase --new-passphrase-file FILE',
    summary: 'changes the passphrase',
    words: [0, 0],
    options: ['new-passphrase-file'],
    async run(context, args) {
      const passphrase = requirePassphrase(context);
      const file = args.text('new-passphrase-file');
      if (file === null) {
        throw new AppError('INVALID_INPUT', 'Usage: passphrase --new-passphrase-file FILE');
      }
      const newPassphrase = readPassphraseFile(file);
      if (newPassphrase.length < shortestPassphrase) throw tooShort();
      const { copies } = await context
        .client()
        .call('encryption', 'changePassphrase', { passphrase, newPassphrase });
      return {
        json: { changed: context.bookPath, backups: copies },
        text: lines(`The passphrase of ${context.bookPath} is changed.`, describeLeft(copies)),
      };
    },
  },
};

/** The passphrase of a command line; null when none was given. */
export function readPassphrase(
  file: string | null,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  if (file !== null) return readPassphraseFile(file);
  const given = environment['ACQUAINT_PASSPHRASE'];
  return given === undefined || given === '' ? null : given;
}

/** The first line of a file. */
function readPassphraseFile(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw translateError(error, file) ?? error;
  }
  const passphrase = text.split(/\r?\n/)[0] ?? '';
  if (passphrase === '')
    throw new AppError('INVALID_INPUT', `${file} has no passphrase in its first line.`);
  return passphrase;
}

function requirePassphrase({ passphrase }: CliContext): string {
  if (passphrase !== null) return passphrase;
  throw new AppError('PASSPHRASE_NEEDED', 'This command needs a passphrase.');
}

function tooShort(): AppError {
  return new AppError(
    'INVALID_INPUT',
    `A passphrase has at least ${shortestPassphrase} characters; several words are best.`,
  );
}

function describeLeft({
  left,
  waiting,
}: {
  left: readonly string[];
  waiting: string | null;
}): string | null {
  if (left.length === 0 && waiting === null) return null;
  return lines(
    left.length === 0 ? null : `Left as they are, since they cannot be read: ${left.join(', ')}.`,
    waiting === null
      ? null
      : `${waiting} cannot be reached: its backups follow when the book is next opened with it.`,
  );
}
