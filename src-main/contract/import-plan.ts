/** What an import would do, as it is shown: shared by the methods of `transfer.ts`. */
import { z } from 'zod';
import { importId, personRef } from './common.ts';

export const planCategories = ['created', 'matched', 'unsure', 'unchanged', 'leftOut'] as const;

export const peopleCounts = z.object({
  created: z.int(),
  matched: z.int(),
  unsure: z.int(),
  unchanged: z.int(),
});
export const tieCounts = z.object({ created: z.int(), unchanged: z.int() });
/** What a newer export of a list says against the one before it. */
const listChangeKinds = ['came', 'went', 'moved'] as const;
export const listChangeKind = z.enum(listChangeKinds);
export const changeCounts = z.object({ came: z.int(), went: z.int(), moved: z.int() });
const leftOut = z.object({ line: z.int(), reason: z.string() });

/** What one file would do. The counts are exact: applying does just this, or nothing. */
const filePlan = z.object({
  file: z.string(),
  format: z.string(),
  formatTitle: z.string(),
  platform: z.string().nullable(),
  owner: z.string().nullable(),
  people: peopleCounts,
  ties: tieCounts,
  /** New ties that are only possible: two people at a small event, or in one letter. */
  possibleTies: z.int(),
  changes: changeCounts.extend({
    /** People who would be gone if the file is the whole list: more than half of it, so that is asked first. */
    doubtful: z.int(),
    /** Ties that had no other reason than the list. */
    tiesEnded: z.int(),
  }),
  leftOut: z.array(leftOut),
  leftOutTotal: z.int(),
  /** Facts worth a sentence: files in the archive that are left alone, a charset that was guessed. */
  remarks: z.array(z.string()),
});

export const planRow = z.object({
  line: z.int(),
  name: z.string(),
  detail: z.string(),
  category: z.enum(planCategories),
  /** By what it was matched, why it is a question, or why it is left out. */
  reason: z.string(),
  person: personRef.nullable(),
});

export const importReport = z.object({
  importId: importId.nullable(),
  people: peopleCounts,
  ties: tieCounts,
  changes: changeCounts,
  leftOut: z.array(leftOut),
});

/** Of a move: the job before and after, in words. */
export const jobChange = { was: z.string().nullable(), became: z.string().nullable() };

export const importPlan = z.object({
  planId: z.string(),
  files: z.array(filePlan),
  /** Files that are not taken at all, each with a sentence why. */
  leftAlone: z.array(z.object({ path: z.string(), reason: z.string() })),
});

export const identityAnswer = z.enum(['same', 'different']);

/** What speaks for either answer; null where nothing does, or both. */
export const suggestion = { suggests: identityAnswer.nullable(), because: z.array(z.string()) };
