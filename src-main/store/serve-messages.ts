import { AppError } from '../contract/result.ts';
import { findBookFile } from '../book/book-path.ts';
import { placeOfDefect } from '../book/defect-place.ts';
import { readMigrations } from '../book/migration-files.ts';
import { backupFolderOf } from './backup-folder.ts';
import { makeJob, unwatchedJob, type Job } from './job.ts';
import type { FromStore, ToBookThread } from './messages.ts';
import { Store } from './store.ts';

/**
 * Answers the messages of the shell. Calls that arrive before the book is open wait behind the message that opens
 * it, since messages keep their order.
 *
 * @returns what to call with each message
 */
export function serveMessages(send: (message: FromStore) => void): (message: ToBookThread) => void {
  let store: Store | null = null;

  async function answer(message: Extract<ToBookThread, { kind: 'call' }>): Promise<void> {
    const { id, input, path } = message;
    if (store === null) {
      const error = new AppError('NO_BOOK', 'No book is open.').toBody();
      send({ kind: 'answer', id, result: { ok: false, error } });
      return;
    }
    send({ kind: 'answer', id, result: await store.dispatch(path, input, jobOf(message)) });
  }

  function jobOf({ jobId, stopFlag }: Extract<ToBookThread, { kind: 'call' }>): Job {
    if (jobId === undefined || stopFlag === undefined) return unwatchedJob;
    return makeJob(stopFlag, (done, label) =>
      send({ kind: 'progress', progress: { jobId, done, label } }),
    );
  }

  return (message) => {
    switch (message.kind) {
      case 'open': {
        const path = findBookFile(message.path);
        store = new Store({
          path,
          migrations: readMigrations(message.migrationsFolder),
          backupFolder: backupFolderOf(path),
          onChanged: (topics) => send({ kind: 'changed', topics }),
          // names and notes of people may be in an error's message: only its place is told
          onDefect: (error, where) => send({ kind: 'defect', where, ...placeOfDefect(error) }),
        });
        break;
      }
      case 'call':
        void answer(message);
        break;
      case 'close':
        store?.close();
        store = null;
        send({ kind: 'closed' });
        break;
    }
  };
}
