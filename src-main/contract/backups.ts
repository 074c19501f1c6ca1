import { z } from 'zod';
import { bookStatus } from './book.ts';
import { nothing } from './common.ts';
import { control } from './define.ts';

/**
 * Where a copy of the book lies: 'beside' among the automatic backups, 'second' in the folder that the user chose
 * on another disk, 'aside' next to the book: what a restore moved away, or what was saved from a damaged book.
 */
const copyPlace = z.enum(['beside', 'second', 'aside']);

/** Names a copy of the list; no other file can be asked for. */
const chosen = z.strictObject({ place: copyPlace, name: z.string().min(1).max(300) });

/**
 * A copy may be under a passphrase of its own: one that the book had earlier, or somewhere else. The key of its recovery
 * sheet does as well.
 */
const chosenAndUnlocked = chosen.extend({ passphrase: z.string().min(1).max(1000).optional() });

const bookCopy = z.object({
  place: copyPlace,
  name: z.string(),
  /** ISO 8601 in UTC. */
  takenAt: z.string(),
  /** Why it was made: before the first change of a day, a migration, an import; or asked for; or put aside. */
  reason: z.enum(['daily', 'migration', 'import', 'asked', 'before-restore', 'saved']),
  bytes: z.int(),
  isEncrypted: z.boolean(),
  /**
   * Whether these are the bytes that were verified when the copy was made. 'unknown': there is no checksum, or the
   * file is too large for a look in passing; `verify` tells.
   */
  bytesAre: z.enum(['same', 'changed', 'unknown']),
});
export type BookCopy = z.infer<typeof bookCopy>;

const tableCount = z.object({
  table: z.string(),
  saved: z.int(),
  /** Null when not even the number of its rows can be read. */
  lost: z.int().nullable(),
});

export const backups = {
  /** Every copy that can be restored, the newest first, and what is to be known about where they lie. */
  list: control(
    nothing,
    z.object({
      /** Where automatic backups go; null: none are made. */
      folder: z.string().nullable(),
      copies: z.array(bookCopy),
      /** Set when a program that keeps folders in step with others has the book. */
      cloud: z.object({ service: z.string(), folder: z.string() }).nullable(),
      second: z
        .object({
          folder: z.string(),
          /** Whether the folder can be reached now; a disk that is unplugged is no error. */
          isThere: z.boolean(),
          /** When the newest backup there was made. */
          newest: z.string().nullable(),
          /** Why the last backup could not be copied there, as a sentence. */
          problem: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  /** Makes a verified backup now. */
  make: control(nothing, bookCopy),
  /** Reads a copy through: its checksum, and whether it is a whole book. `problem` is a sentence. */
  verify: control(
    chosenAndUnlocked,
    z.object({ isWhole: z.boolean(), problem: z.string().nullable() }),
  ),
  /** Shows what a copy holds; nothing can be changed meanwhile. `leave` goes back to the book. */
  lookInto: control(chosenAndUnlocked, bookStatus),
  leave: control(nothing, bookStatus),
  /** Puts a copy in the place of the book, which is kept beside it, and opens it. */
  restore: control(
    chosenAndUnlocked,
    z.object({ status: bookStatus, kept: z.string().nullable() }),
  ),
  /** Reads whatever can be read of a book that is refused as damaged into a new file beside it; the damaged one is only read. */
  salvage: control(
    nothing,
    z.object({ copy: bookCopy, path: z.string(), tables: z.array(tableCount) }),
  ),
  /** Copies each automatic backup into a second folder, too; null ends that. The copies stay. */
  setSecondFolder: control(
    z.strictObject({ folder: z.string().min(1).max(4000).nullable() }),
    /** The folder that was used before, when its backups still hold people who were erased while it was away. */
    z.object({ unerased: z.string().nullable() }),
  ),
};
