import { z } from 'zod';
import { columnKind, columnMapping } from './columns.ts';
import { command, control, query } from './define.ts';
import {
  done,
  eventId,
  importId,
  isoDate,
  line,
  personId,
  personRef,
  platformKey,
  typed,
  window,
} from './common.ts';
import { deliver, inputFile } from './deliveries.ts';
import {
  changeCounts,
  identityAnswer,
  importPlan,
  importReport,
  jobChange,
  listChangeKind,
  peopleCounts,
  planCategories,
  planRow,
  suggestion,
  tieCounts,
} from './import-plan.ts';

const importOwner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('me') }),
  z.strictObject({ kind: z.literal('person'), id: personId }),
  /** Found by exact name, or made when the import is applied. */
  z.strictObject({ kind: z.literal('named'), name: line }),
]);

export const transfer = {
  deliver,
  /** Reads files and says what importing them would do; nothing is written. The plan is kept until applied or replaced. */
  plan: control(
    z.strictObject({
      files: z.array(inputFile).min(1).max(1000),
      owner: importOwner.default({ kind: 'me' }),
      format: z.string().max(50).optional(),
      platform: platformKey.optional(),
      /** Which event a list of attendees belongs to: one of the book, or one found by title and day or made. */
      event: z
        .union([
          z.strictObject({ id: eventId }),
          z.strictObject({ title: line, heldOn: isoDate.nullable() }),
        ])
        .optional(),
      /**
       * Whether people who are missing from a newer edition of a list are marked as gone: `careful` not where that
       * would be more than half of the list, `all` in any case, `none` never.
       */
      departures: z.enum(['careful', 'all', 'none']).default('careful'),
      /** What the columns of a table hold, by the name of its file; remembered once the plan is applied. */
      columns: z
        .array(z.strictObject({ file: z.string().max(1000), kinds: columnMapping }))
        .max(1000)
        .default([]),
      /** E-mail addresses of the owner, for mailboxes and calendars; kept with the owner. */
      mine: z.array(line).max(50).default([]),
    }),
    importPlan,
  ),
  /** Works the plan out anew with answers to its questions, all that were given so far. It gets another id. */
  decide: control(
    z.strictObject({
      planId: z.string(),
      answers: z
        .array(z.strictObject({ key: z.string().max(100), answer: identityAnswer }))
        .max(100_000),
    }),
    importPlan,
  ),
  /** The columns of a table with a guess of what they hold, or what was chosen before, and some values of each. */
  describeTable: control(
    z.strictObject({ file: inputFile }),
    z.object({
      columns: z.array(
        z.object({
          header: z.string(),
          kind: columnKind.nullable(),
          samples: z.array(z.string()),
        }),
      ),
      isRemembered: z.boolean(),
    }),
  ),
  planRows: query(
    z.strictObject({
      planId: z.string(),
      file: z.int().min(0),
      category: z.enum(planCategories),
      /** Only rows with this in their name, detail or reason. */
      search: typed.default(''),
      ...window,
    }),
    z.object({ total: z.int(), rows: z.array(planRow) }),
  ),
  /** Rows of the plan that may be somebody known, one entry for each such person. */
  planQuestions: query(
    z.strictObject({ planId: z.string(), ...window }),
    z.object({
      total: z.int(),
      /** Keys of all questions that can be answered with 'same' together: more than the name speaks for one person alone. */
      alike: z.array(z.string()),
      rows: z.array(
        z.object({
          ...suggestion,
          /** By which it is answered. */
          key: z.string(),
          file: z.string(),
          line: z.int(),
          name: z.string(),
          hint: z.string(),
          /** `person`: null where another row of the import brings them. */
          known: z.object({ person: personRef.nullable(), name: z.string(), hint: z.string() }),
          reason: z.string(),
        }),
      ),
    }),
  ),
  planChanges: query(
    z.strictObject({
      planId: z.string(),
      file: z.int().min(0),
      kind: listChangeKind,
      ...window,
    }),
    z.object({
      total: z.int(),
      rows: z.array(z.object({ ...jobChange, name: z.string(), person: personRef.nullable() })),
    }),
  ),
  /** Carries out a plan in one transaction. A book that changed since makes the plan void (CONFLICT). */
  apply: command(
    z.strictObject({ planId: z.string() }),
    z.object({ files: z.array(importReport.extend({ file: z.string() })) }),
  ),
  discard: control(z.strictObject({ planId: z.string() }), done),
  imports: query(
    z.strictObject({}),
    z.array(
      z.object({
        id: importId,
        format: z.string(),
        sourceName: z.string(),
        owner: personRef.nullable(),
        platform: z.string().nullable(),
        importedAt: z.string(),
        people: peopleCounts,
        ties: tieCounts,
        /** `open`: of those who came, went or moved, how many were not settled yet. */
        changes: changeCounts.extend({ open: z.int() }),
      }),
    ),
  ),
  /** Who came, went or moved by one import, those not settled first; `email` is where to congratulate. */
  changes: query(
    z.strictObject({ importId, kind: listChangeKind.optional(), ...window }),
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          ...jobChange,
          id: z.int(),
          kind: listChangeKind,
          person: personRef,
          onDate: isoDate,
          doneOn: isoDate.nullable(),
          email: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What taking a past import out would take away, and what would stay and why. */
  takeOutPreview: query(
    z.strictObject({ importId }),
    z.object({
      fileName: z.string(),
      people: z.int(),
      ties: z.int(),
      /** Addresses, numbers, roles, accounts, tags and other fields. */
      values: z.int(),
      contacts: z.int(),
      /** Rows that the import changed or took away, and that become again what they were. */
      putBack: z.int(),
      kept: z.array(
        z.object({ person: personRef.nullable(), what: z.string(), reason: z.string() }),
      ),
      keptTotal: z.int(),
    }),
  ),
  /** Takes a past import out of the book, later edits permitting, in one step of undo. */
  takeOut: command(z.strictObject({ importId }), done),
  /** Notes that changes were dealt with (congratulated, put aside), or that they were not after all. */
  settleChanges: command(
    z.strictObject({
      changeIds: z.array(z.int().positive()).min(1).max(500),
      isDone: z.boolean().default(true),
    }),
    done,
  ),
  /**
   * Dates a change of jobs by the day of the list that told it: the job that was left ends then, the new one begins then,
   * where the book has no better day; the change is dealt with. In one step of undo.
   */
  updateMovedRole: command(
    z.strictObject({ changeId: z.int().positive() }),
    z.object({ ended: z.int(), begun: z.int() }),
  ),
  /** People who may be one and the same, as imports left them to be decided. */
  questions: query(
    z.strictObject({ ...window }),
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          id: z.int(),
          a: personRef.extend({ hint: z.string() }),
          b: personRef.extend({ hint: z.string() }),
          reason: z.string(),
          ...suggestion,
        }),
      ),
    }),
  ),
  /** 'same' joins the two into `keep`; 'different' is remembered and never asked again. */
  answer: command(
    z.strictObject({
      questionId: z.int().positive(),
      answer: identityAnswer,
      keep: personId.optional(),
    }),
    done,
  ),
};
