import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyFile } from '../book/book-copies.ts';
import type { BookKey } from '../book/book-key.ts';
import { refuse, translateError } from '../book/refusals.ts';
import { AppError, type Result } from '../contract/result.ts';
import { meId } from '../tables/resolve-person.ts';
import { makeSampleFolder } from './sample-folder.ts';
import type { Session, SessionOptions } from './session.ts';

/** What answers in the place of the user's own book for a while: the sample, or a copy that is looked into. */
export interface Guest {
  readonly session: Session;
  readonly folder: string;
  readonly copy: CopyFile | null;
}

type OpenGuest = (
  kind: Session['kind'],
  path: string,
  given: Pick<SessionOptions, 'backupFolder' | 'key'>,
) => Session;

/** Fills a new book with the sample, in a folder of its own. */
export async function openSampleGuest(
  open: OpenGuest,
  call: (session: Session, path: string, input: unknown) => Promise<Result<unknown>>,
): Promise<Guest> {
  const folder = makeSampleFolder();
  try {
    const path = join(folder, 'sample.acquaint');
    const session = open('sample', path, { backupFolder: null, key: null });
    try {
      const { makeSample } = await import('../sample/make-sample.ts');
      await makeSample((method, input) => call(session, method, input));
      session.book.log.forget();
    } catch (error) {
      session.close();
      throw error;
    }
    return { session, folder, copy: null };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Opens a copy of the copy: opening brings an older version up to date, and the backup is to stay as it is. */
export function openCopyGuest(open: OpenGuest, copy: CopyFile, key: BookKey | null): Guest {
  const folder = makeSampleFolder();
  let session: Session | null = null;
  try {
    const path = join(folder, 'backup.acquaint');
    copyFileSync(copy.path, path);
    if (existsSync(`${copy.path}-wal`)) copyFileSync(`${copy.path}-wal`, `${path}-wal`);
    session = open('backup', path, { backupFolder: null, key });
    if (meId(session.book.reader) === null) {
      throw new AppError('CONFLICT', 'There is nothing to look into: the copy has nobody in it.');
    }
    return { session, folder, copy };
  } catch (error) {
    session?.close();
    rmSync(folder, { recursive: true, force: true });
    throw nameCopy(error, copy.path);
  }
}

export function closeGuest({ folder, session }: Guest): void {
  session.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The refusal of a copy names the copy, and not the file that was opened in its place. */
function nameCopy(error: unknown, path: string): unknown {
  const isRefusal =
    error instanceof AppError && ['CORRUPT', 'NOT_OURS', 'NEWER_VERSION'].includes(error.code);
  return isRefusal ? refuse(error.code, path) : (translateError(error, path) ?? error);
}
