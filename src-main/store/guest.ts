import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyFile } from '../book/book-copies.ts';
import type { BookKey } from '../book/book-key.ts';
import { refuse, translateError } from '../book/refusals.ts';
import { AppError, type Result } from '../contract/result.ts';
import { meId } from '../tables/resolve-person.ts';
import { makeSampleFolder } from './sample-folder.ts';
import type { Session, SessionOptions } from './session.ts';

/** What is looked into: a copy that the program has made, or (`takenAt` null) the user's own book, which is only read. */
export interface LookedInto extends Pick<CopyFile, 'path'> {
  readonly takenAt: string | null;
}

/** What answers in the place of the user's own book for a while: the sample, or a copy that is looked into. */
interface Guest {
  readonly session: Session;
  readonly folder: string;
  readonly copy: LookedInto | null;
}

export type OpenGuest = (
  kind: Session['kind'],
  path: string,
  given: Pick<SessionOptions, 'backupFolder' | 'key'>,
) => Session;

type CallGuest = (session: Session, path: string, input: unknown) => Promise<Result<unknown>>;

/** The one place for a guest. Throws CONFLICT for a second one, and for ending what is not there. */
export class GuestPlace {
  #guest: Guest | null = null;

  session(): Session | null {
    return this.#guest?.session ?? null;
  }

  /** What is looked into; null when nothing is, or the sample is open. */
  lookedInto(): LookedInto | null {
    return this.#guest?.copy ?? null;
  }

  refuseSecond(): void {
    if (this.#guest === null) return;
    const what = this.#guest.copy === null ? 'The sample book' : 'A backup';
    throw new AppError('CONFLICT', `${what} is open already. Close it first.`);
  }

  async openSample(open: OpenGuest, call: CallGuest): Promise<void> {
    this.refuseSecond();
    const guest = await openSampleGuest(open, call);
    try {
      // another call may have opened one while this one was being filled
      this.refuseSecond();
    } catch (error) {
      closeGuest(guest);
      throw error;
    }
    this.#guest = guest;
  }

  closeSample(): void {
    if (this.#guest?.session.kind !== 'sample') {
      throw new AppError('CONFLICT', 'The sample book is not open.');
    }
    this.leave();
  }

  lookInto(open: OpenGuest, copy: LookedInto, key: BookKey | null): void {
    this.refuseSecond();
    this.#guest = openCopyGuest(open, copy, key);
  }

  leaveCopy(): void {
    if (this.lookedInto() === null) throw new AppError('CONFLICT', 'No backup is open.');
    this.leave();
  }

  /** Nothing when nobody is there. */
  leave(): void {
    if (this.#guest === null) return;
    const guest = this.#guest;
    this.#guest = null;
    closeGuest(guest);
  }
}

/** Fills a new book with the sample, in a folder of its own. */
async function openSampleGuest(open: OpenGuest, call: CallGuest): Promise<Guest> {
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
function openCopyGuest(open: OpenGuest, copy: LookedInto, key: BookKey | null): Guest {
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

function closeGuest({ folder, session }: Guest): void {
  session.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The refusal of a copy names the copy, and not the file that was opened in its place. */
function nameCopy(error: unknown, path: string): unknown {
  const isRefusal =
    error instanceof AppError && ['CORRUPT', 'NOT_OURS', 'NEWER_VERSION'].includes(error.code);
  return isRefusal ? refuse(error.code, path) : (translateError(error, path) ?? error);
}
