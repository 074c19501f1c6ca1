import { readFileSync, writeSync } from 'node:fs';
import { openBook } from '../src-main/book/open-book.ts';
import { keepBackup } from '../src-main/book/backup.ts';
import { findKey } from '../src-main/book/find-key.ts';
import { lockKey, unlockKey, writeKeyFile } from '../src-main/book/key-file.ts';
import { recryptBook } from '../src-main/book/protect.ts';
import { restoreBook } from '../src-main/book/restore.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { clock, openStore } from './history.ts';

/*
 * The process that is killed in the middle of one long piece of work: says when it begins and when it has ended.
 * Arguments: what to do, the book, and what that takes (a list to import, a folder, a backup).
 */

const [operation = '', path = '', other = ''] = process.argv.slice(2);
const migrations = repositoryMigrations();
const passphrase = 'four plain English words';

async function importList(): Promise<void> {
  const store = openStore(path);
  const files = [{ name: 'Connections.csv', bytes: new Uint8Array(readFileSync(other)) }];
  const plan = await store.dispatch('transfer.plan', { files });
  if (!plan.ok) throw new Error(plan.error.message);
  const { planId } = plan.value as { planId: string };
  writeSync(1, 'begun\n');
  const applied = await store.dispatch('transfer.apply', { planId });
  if (!applied.ok) throw new Error(applied.error.message);
  writeSync(1, 'ended\n');
  store.close();
}

function begin(work: () => void): void {
  writeSync(1, 'begun\n');
  work();
  writeSync(1, 'ended\n');
}

switch (operation) {
  case 'import':
    await importList();
    break;
  case 'migrate':
    begin(() => openBook({ path, migrations, clock }).close());
    break;
  case 'backup': {
    const book = openBook({ path, migrations, clock });
    begin(() => keepBackup(book.sqlite, other, 'daily', clock.now));
    book.close();
    break;
  }
  case 'restore':
    begin(() => restoreBook(other, { path, migrations, clock }));
    break;
  case 'encrypt': {
    const key = unlockKey(readFileSync(other, 'utf8'), passphrase);
    begin(() => recryptBook(path, { from: null, to: key }, clock.now));
    break;
  }
  case 'decrypt': {
    const key = findKey(path, [], passphrase);
    begin(() => recryptBook(path, { from: key, to: null }, clock.now));
    break;
  }
  case 'passphrase': {
    const { bytes } = findKey(path, [], passphrase);
    // a hundred times: one writing of a small file is too short to be hit
    begin(() => {
      for (let i = 0; i < 100; i++) {
        writeKeyFile(path, lockKey(bytes, i % 2 === 0 ? other : passphrase, 1).keyFile);
      }
    });
    break;
  }
  default:
    throw new Error(`There is no operation ${operation}.`);
}
