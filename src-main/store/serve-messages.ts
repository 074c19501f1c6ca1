import { AppError } from '../contract/result.ts';
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
      case 'open':
        store = new Store({
          path: message.path,
          migrations: readMigrations(message.migrationsFolder),
          backupFolder: backupFolderOf(message.path),
          onChanged: (topics) => send({ kind: 'changed', topics }),
          // names and notes of people may be in an error's message: only its place is told
          onDefect: (error, where) => console.error(`Defect in ${where}:`, placeOf(error)),
        });
        break;
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

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
  return [error.name, ...frames.slice(0, 5)].join('\n');
}
