import { z } from 'zod';
import { command, control, query } from './define.ts';
import { line, nothing, personRef, platform } from './common.ts';
import { errorCodes } from './result.ts';

const counts = z.object({
  /** Without me. */
  people: z.int(),
  ties: z.int(),
  events: z.int(),
  introductions: z.int(),
  organisations: z.int(),
  questions: z.int(),
});

/** What the screen of a refusal can tell beyond its sentence; null where it does not matter or cannot be told. */
const refusalFacts = z.object({
  /** The disk that is full or read-only: the highest folder on it, and how many bytes it has room for. */
  disk: z.object({ place: z.string(), freeBytes: z.number() }).nullable(),
  /** What keeps the book from being written. */
  unwritable: z.enum(['disk', 'folder', 'file']).nullable(),
  /** The version of the book, the newest that this program knows, and which release the book's is of, if that can be told. */
  versions: z.object({ book: z.int(), ours: z.int(), release: z.string().nullable() }).nullable(),
  /** When the file was last written, ISO 8601 in UTC. */
  writtenAt: z.string().nullable(),
  missing: z.enum(['file', 'folder']).nullable(),
});
export type RefusalFacts = z.infer<typeof refusalFacts>;

export const bookStatus = z.object({
  /** 'none': no book is open yet; 'refused': the file could not be opened, see `refusal`; 'locked': it is encrypted. */
  state: z.enum(['none', 'open', 'refused', 'locked']),
  /** 'backup': a copy of the book is looked into, or the book itself is only read; nothing can be changed. */
  kind: z.enum(['own', 'sample', 'backup']),
  /** When the backup that is looked into was made, ISO 8601 in UTC; null when none is, or the book itself is read. */
  backupOf: z.string().nullable(),
  path: z.string().nullable(),
  /** The user's own book is, whatever is shown in its place. */
  isEncrypted: z.boolean(),
  refusal: z
    .object({ code: z.enum(errorCodes), message: z.string(), facts: refusalFacts })
    .nullable(),
  me: personRef.nullable(),
  counts,
  /** What undo and redo would do next, by name. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  /** The day it is here, 'YYYY-MM-DD'. */
  today: z.string(),
});
export type BookStatus = z.infer<typeof bookStatus>;

export const book = {
  /** A control, since it must answer when no book is open. */
  status: control(nothing, bookStatus),
  /** Says who I am: an existing person of that exact name, or a new one. */
  setMe: command(z.strictObject({ name: line }), z.object({ me: personRef })),
  /** Tries again to open the user's own book after a refusal; nothing when it is open. */
  openAgain: control(nothing, bookStatus),
  /** Shows a book that cannot be written, or whose disk is full; nothing can be changed. `backups.leave` ends that. */
  openToRead: control(
    z.strictObject({ passphrase: z.string().min(1).max(1000).optional() }),
    bookStatus,
  ),
  /** Begins a new book in the place of one that is missing; the backups of that one stay. */
  startNew: control(nothing, bookStatus),
  openSample: control(nothing, bookStatus),
  /** Leaves the sample without a trace and goes back to the user's own book. */
  closeSample: control(nothing, bookStatus),
  undo: control(nothing, z.object({ label: z.string() })),
  redo: control(nothing, z.object({ label: z.string() })),
  platforms: query(nothing, z.array(platform)),
  /** Integrity of the file and of the rules that SQL alone cannot hold; problems are sentences. */
  check: query(nothing, z.object({ ok: z.boolean(), problems: z.array(z.string()), counts })),
};

/** Sent to windows after a commit: which families of data changed, so that just these are fetched anew. */
export const changedTopics = [
  'book',
  'people',
  'ties',
  'events',
  'topics',
  'introductions',
  'outcomes',
  'imports',
] as const;
export type ChangedTopic = (typeof changedTopics)[number];
