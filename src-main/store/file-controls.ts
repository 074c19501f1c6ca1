import { writeBackup } from '../book/backup.ts';
import type { Controls, QueryContext } from '../book/context.ts';
import { exportToFile, mirrorBook } from '../transfer/export.ts';
import type { Session } from './session.ts';

export interface FileContext extends QueryContext {
  readonly session: Session;
}

/** Files that are written where the user said: see the contract for who may ask. */
export const fileControls: Controls<'files', FileContext> = {
  export: exportToFile,
  mirrorCards: mirrorBook,
  backup: ({ session }, { path }) => writeBackup(session.book.sqlite, path),
};
