import { z } from 'zod';
import { control } from './define.ts';
import { done } from './common.ts';
import { lockedDraft } from './encryption.ts';
import { exported, isExportable, mirrorReport, notExportable } from './files.ts';
import { jobId } from './jobs.ts';

/** Methods answered by the Electron shell itself, not by the store. */
export const shell = {
  /** Asks where to save and writes what the page has made there; `saved` is null when the user cancelled. */
  saveFile: control(
    z.strictObject({ suggestedName: z.string().max(255), bytes: z.instanceof(Uint8Array) }),
    z.object({ saved: z.string().nullable() }),
  ),
  /**
   * Asks where to save, then lets the store write the export there (see `files.export`). A job of the page's; `saved` is
   * null when the user cancelled.
   */
  saveExport: control(
    z.strictObject(exported).refine(isExportable, notExportable),
    z.object({ saved: z.string().nullable() }),
  ),
  /** Asks for a folder, then lets the store mirror the book there (see `files.mirrorCards`); null when the user cancelled. */
  mirrorCards: control(
    z.strictObject({}),
    z.object({ mirrored: mirrorReport.extend({ folder: z.string() }).nullable() }),
  ),
  /** Asks where to save and writes what the window shows there as a PDF, as it would be printed. */
  savePdf: control(
    z.strictObject({ suggestedName: z.string().max(255), paper: z.enum(['A4', 'Letter']) }),
    z.object({ saved: z.string().nullable() }),
  ),
  /** Opens https, mailto or tel outside, after the user has seen the address. Others are refused. */
  openExternal: control(z.strictObject({ url: z.string().max(8000) }), done),
  copyText: control(z.strictObject({ text: z.string().max(1_000_000) }), done),
  /** Answers "closing": all that was typed is saved and the window may close, or it is to stay. */
  answerClosing: control(z.strictObject({ mayClose: z.boolean() }), done),
  /** Answers "locking": what was half typed, to be given back once the book is unlocked; null when nothing was. */
  answerLocking: control(z.strictObject({ draft: lockedDraft.nullable() }), done),
  /** Lets this window see through the camera (never hear) until `closeCamera`, or until it shows another page. */
  openCamera: control(z.strictObject({}), done),
  closeCamera: control(z.strictObject({}), done),
  /** Whether the shell may tell once a day what waits on Today. */
  dailyNotice: control(z.strictObject({}), z.object({ isOn: z.boolean() })),
  setDailyNotice: control(z.strictObject({ isOn: z.boolean() }), done),
  /** The files that were given on a command line since this was last asked, for the import page. */
  takeHandedFiles: control(
    z.strictObject({}),
    z.object({
      files: z.array(z.object({ id: z.int(), name: z.string() })),
    }),
  ),
  /** A piece of such a file from `start` on, once: after the last, an empty one, it is not at hand any more. */
  readHandedFile: control(
    z.strictObject({ id: z.int(), start: z.int().min(0) }),
    z.object({ bytes: z.instanceof(Uint8Array), isLast: z.boolean() }),
  ),
  /** Locks an encrypted book and loads the page anew, which then holds nothing of it; nothing for a plain one. */
  lock: control(z.strictObject({}), done),
  lockSettings: control(
    z.strictObject({}),
    z.object({
      /** Minutes without a key or a pointer; null: never. */
      afterMinutes: z.int().nullable(),
      /** By the system's key store, which then opens the book at the start. */
      isKeyKept: z.boolean(),
      /** 'none': the system has no key store; 'plain': it would be kept readable; null: it can be used. */
      keyStoreProblem: z.enum(['none', 'plain']).nullable(),
    }),
  ),
  setLockAfter: control(z.strictObject({ minutes: z.int().min(1).max(600).nullable() }), done),
  keepKey: control(z.strictObject({ passphrase: z.string().min(1).max(1000) }), done),
  forgetKey: control(z.strictObject({}), done),
  showBookInFolder: control(z.strictObject({}), done),
  /** Asks for a book and opens it in the place of the present one, in a new window; null when the user cancelled. */
  chooseBook: control(z.strictObject({}), z.object({ path: z.string().nullable() })),
  /** Asks for a folder; null when the user cancelled. */
  chooseFolder: control(z.strictObject({}), z.object({ folder: z.string().nullable() })),
  /**
   * Ends a running call that was given this job id; its answer is the error STOPPED. Nothing happens when it has
   * ended already.
   */
  stopJob: control(z.strictObject({ jobId }), done),
  /** What may be sent to whoever mends Acquaint: versions, numbers and the log of events, without a name or a note. */
  diagnostics: control(z.strictObject({}), z.object({ text: z.string() })),
  about: control(
    z.strictObject({}),
    z.object({ version: z.string(), electron: z.string(), platform: z.string() }),
  ),
};
