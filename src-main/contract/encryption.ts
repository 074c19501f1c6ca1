import { z } from 'zod';
import { bookStatus } from './book.ts';
import { done, nothing } from './common.ts';
import { control } from './define.ts';

/** As typed; never trimmed, never logged, never kept. */
const passphrase = z.string().min(1).max(1000);
/** Shorter ones are guessed however dear a guess is. */
export const shortestPassphrase = 8;
const newPassphrase = z.string().min(shortestPassphrase).max(1000);
/** Where a page was when it was locked, and what was half typed there: texts by names that the page gives them. */
export const lockedDraft = z.strictObject({
  address: z.string().max(10_000),
  texts: z.record(z.string().max(200), z.string().max(500_000)),
});
export type LockedDraft = z.infer<typeof lockedDraft>;
/** As it stands on the recovery sheet; read leniently. */
const recoveryKey = z.string().min(1).max(200);

/** What became of the copies that the program has made. */
const copies = z.object({
  /** How many are as the book is now. */
  inStep: z.int(),
  /** Names of those that could not be read, or are under another key. */
  left: z.array(z.string()),
  /** The second folder for backups when it cannot be reached: done when the book is next opened with it. */
  waiting: z.string().nullable(),
});

export const encryption = {
  status: control(
    nothing,
    z.object({
      isOn: z.boolean(),
      isLocked: z.boolean(),
      /** Without it the passphrase opens nothing, unless a backup has it; the recovery sheet does. */
      hasKeyFile: z.boolean(),
      /** Names of copies that are plain though the book is encrypted. */
      plainCopies: z.array(z.string()),
    }),
  ),
  /** Encrypts the book and its copies. The recovery key is to be written down: nothing else opens the book without the passphrase. */
  turnOn: control(
    z.strictObject({ passphrase: newPassphrase }),
    z.object({ recoveryKey: z.string(), copies }),
  ),
  turnOff: control(z.strictObject({ passphrase }), z.object({ copies })),
  /**
   * Closes the book and forgets its key, until it is unlocked. `draft` is what was half typed: kept until then, in
   * memory alone, under the book's own key.
   */
  lock: control(z.strictObject({ draft: lockedDraft.optional() }), bookStatus),
  /** Gives the draft that was kept over the lock, and forgets it. */
  takeDraft: control(nothing, z.object({ draft: lockedDraft.nullable() })),
  unlock: control(z.strictObject({ passphrase }), bookStatus),
  /** Opens the book by its recovery sheet. A new passphrase takes the place of the forgotten one; null leaves it. */
  recover: control(
    z.strictObject({ recoveryKey, newPassphrase: newPassphrase.nullable() }),
    bookStatus,
  ),
  /** The key stays, so that neither the book nor a recovery sheet changes. */
  changePassphrase: control(z.strictObject({ passphrase, newPassphrase }), z.object({ copies })),
  /** For another recovery sheet. */
  recoveryKey: control(z.strictObject({ passphrase }), z.object({ recoveryKey: z.string() })),
  /** Deletes the copies that are still plain; those that could not be encrypted because they are damaged, mostly. */
  deletePlainCopies: control(nothing, done),
};
