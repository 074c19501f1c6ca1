import { z } from 'zod';
import { control, query } from './define.ts';
import { personId, personRef } from './common.ts';

const erasureProof = z.object({
  /** Every place that was searched, and how much was found there. */
  places: z.array(
    z.object({
      place: z.string(),
      /** Rows that refer to them, texts that mention them, or their names and addresses in a file's bytes. */
      kind: z.enum(['rows', 'texts', 'bytes']),
      found: z.int(),
    }),
  ),
  isClean: z.boolean(),
});
export type ErasureProof = z.infer<typeof erasureProof>;

const chosen = z.array(personId).min(1).max(1000);

export const erasure = {
  /** What erasing these people would take, before it is done. */
  preview: query(
    z.strictObject({ ids: chosen }),
    z.object({
      people: z.array(personRef),
      /** Names and addresses that others bear too and that therefore stay. */
      shared: z.array(z.string()),
      /** Undo steps that go with them: all, since any may hold them. */
      undoSteps: z.int(),
    }),
  ),
  /**
   * Forgets people for good: rows, mentions, search index, undo log, free pages, backups. Cannot be undone. A
   * control, since it works on the file and its backups.
   */
  erase: control(
    z.strictObject({ ids: chosen, prove: z.boolean().default(true) }),
    z.object({
      erased: z.array(personRef),
      redactions: z.int(),
      shared: z.array(z.string()),
      backups: z.object({
        cleaned: z.int(),
        /** Backups that could not be opened, by name: look at them, and delete them by hand. */
        unreadable: z.array(z.string()),
        /** Files that could not be cleaned, the book's own among them: tried again when the book is next opened. */
        left: z.array(z.string()),
        /** The second folder for backups, when it could not be reached: it is cleaned once it can. */
        waiting: z.string().nullable(),
      }),
      proof: erasureProof.nullable(),
    }),
  ),
  /** Searches everywhere for a text, such as the name of somebody erased earlier. */
  prove: control(
    z.strictObject({ texts: z.array(z.string().trim().min(2).max(300)).min(1).max(20) }),
    z.object({
      /** Whether any of the texts is kept as the hash of an erased name. */
      isOnErasedList: z.boolean(),
      proof: erasureProof,
    }),
  ),
  /** How many marks are kept, and people who were imported long ago and never met with: candidates for forgetting. */
  overview: query(
    z.strictObject({
      years: z.int().min(1).max(50).default(5),
      limit: z.int().min(1).max(500).default(50),
    }),
    z.object({
      erasedMarks: z.int(),
      lastErasedOn: z.string().nullable(),
      forgotten: z.array(personRef.extend({ importedOn: z.string() })),
      forgottenTotal: z.int(),
    }),
  ),
};
