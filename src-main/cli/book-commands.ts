import { resolve } from 'node:path';
import { AppError } from '../contract/result.ts';
import type { BookKey } from '../book/book-key.ts';
import { readKeyFile, unlockKey } from '../book/key-file.ts';
import { exportForms } from '../contract/files.ts';
import type { CliClient } from './client.ts';
import type { Answer, Command } from './command.ts';
import { countOf, lines } from './command.ts';

/** Commands about the book as a whole. */
export const bookCommands: Readonly<Record<string, Command>> = {
  me: {
    usage: 'me NAME',
    summary: 'says who I am (made if new)',
    words: [1, 1],
    async run({ client }, { words: [name = ''] }) {
      const { me } = await client().call('book', 'setMe', { name });
      return {
        json: { me: { id: me.id, name: me.name } },
        text: `You are ${me.name} (#${me.id}).`,
      };
    },
  },

  undo: {
    usage: 'undo',
    summary: 'takes back the last command',
    words: [0, 0],
    async run({ client }) {
      const { label } = await client().call('book', 'undo', {});
      return { json: { undone: label }, text: `Undone: ${label}` };
    },
  },

  redo: {
    usage: 'redo',
    summary: 'does the last undone command again',
    words: [0, 0],
    async run({ client }) {
      const { label } = await client().call('book', 'redo', {});
      return { json: { redone: label }, text: `Done again: ${label}` };
    },
  },

  check: {
    usage: 'check',
    summary: 'looks through the whole file and its rules',
    words: [0, 0],
    async run({ client }) {
      const { ok, problems, counts } = await client().call('book', 'check', {});
      if (!ok) {
        throw new AppError('CORRUPT', `The book has problems. ${problems.join(' ')}`, {
          problems,
          counts,
        });
      }
      const { events, introductions, people, ties } = counts;
      const all = [
        countOf(people, 'person', 'people'),
        countOf(ties, 'tie'),
        countOf(events, 'event'),
        countOf(introductions, 'introduction'),
      ];
      return { json: { ok, problems, counts }, text: `The book is sound: ${all.join(', ')}.` };
    },
  },

  export: {
    usage: `export --as ${exportForms.join('|')}|cards PATH`,
    summary: 'writes the whole book in another form',
    words: [1, 1],
    options: ['as'],
    async run({ client }, args) {
      // `vcards` is how many would say it
      if (args.text('as') === 'cards' || args.text('as') === 'vcards') {
        return exportCards(client(), resolve(args.words[0] ?? ''));
      }
      const as = exportForms.find((form) => form === args.text('as'));
      if (as === undefined) {
        throw new AppError(
          'INVALID_INPUT',
          `Say the form with --as: ${exportForms.join(', ')}, or cards (a folder with a file each).`,
        );
      }
      const path = resolve(args.words[0] ?? '');
      const { bytes } = await client().call('files', 'export', { as, path });
      return {
        json: { path, as, bytes },
        text: `Wrote ${path} (${countOf(bytes, 'byte')}).`,
      };
    },
  },

  backup: {
    usage: 'backup PATH',
    summary: 'writes a verified copy of the book',
    words: [1, 1],
    async run({ client }, { words: [path = ''] }) {
      const backup = await client().call('files', 'backup', { path: resolve(path) });
      return { json: backup, text: `Wrote and verified ${backup.path}\nsha256 ${backup.sha256}` };
    },
  },

  backups: {
    usage: 'backups',
    summary: 'lists every copy that can be restored, also of a book that cannot be opened',
    words: [0, 0],
    async run({ client }) {
      const { copies, folder } = await client().call('backups', 'list', {});
      return {
        json: { folder, copies },
        text: lines(
          copies.length === 0 ? 'There are no backups yet.' : `Backups lie in ${folder}.`,
          ...copies.map(
            ({ bytes, bytesAre, name, place, reason, takenAt }) =>
              `  ${takenAt}  ${reason}, ${place}, ${countOf(bytes, 'byte')}, ${bytesAre}: ${name}`,
          ),
        ),
      };
    },
  },

  salvage: {
    usage: 'salvage',
    summary: 'saves what can be read of a damaged book into a new file beside it',
    words: [0, 0],
    async run({ client }) {
      const { path, tables } = await client().call('backups', 'salvage', {});
      const saved = tables.reduce((sum, table) => sum + table.saved, 0);
      return {
        json: { path, tables },
        text: `Saved ${countOf(saved, 'row')} into ${path}. The damaged book was only read.`,
      };
    },
  },

  restore: {
    usage: 'restore PATH',
    summary: 'puts a backup in the place of the book, which is kept beside it',
    words: [1, 1],
    async run({ bookPath, clock, migrations, passphrase }, { words: [path = ''] }) {
      const { restoreBook } = await import('../book/restore.ts');
      const { keyForCopy } = await import('../book/find-key.ts');
      const restored = restoreBook(resolve(path), {
        path: bookPath,
        migrations,
        clock,
        key: tryKey(bookPath, passphrase),
        backupKey: keyForCopy(resolve(path), null, passphrase, [bookPath]),
      });
      return {
        json: restored,
        text: lines(
          `Restored ${restored.path} from ${resolve(path)}.`,
          restored.kept === null ? null : `The book that was there is now ${restored.kept}.`,
        ),
      };
    },
  },
};

/** The key of the book that is there; null for a plain one, and for one whose passphrase is another. */
function tryKey(path: string, passphrase: string | null): BookKey | null {
  const keyFile = readKeyFile(path);
  if (keyFile === null || passphrase === null) return null;
  try {
    return unlockKey(keyFile, passphrase);
  } catch {
    return null;
  }
}

/** Brings a folder with one vCard for each person up to date. */
async function exportCards(client: CliClient, folder: string): Promise<Answer> {
  const report = await client.call('files', 'mirrorCards', { folder });
  const { kept, removed, unchanged, written } = report;
  return {
    json: { path: folder, as: 'cards', ...report },
    text: lines(
      `${folder}: ${countOf(written, 'card')} written, ${unchanged} unchanged, ${removed} removed.`,
      ...kept.map((file) => `  ${file} was changed by somebody else and left as it is.`),
    ),
  };
}
