/** What planning one file came to: counts, rows to look at, and what else is worth a sentence. */
import { planCategories } from '../contract/import-plan.ts';
import type { EditionChanges } from './list-edition.ts';
import type { LeftOut } from './parsed-file.ts';
import type { PlannedChange } from './plan-list-changes.ts';
import type { Place } from './plan-decisions.ts';
import type { PlannedRows } from './planned-rows.ts';
import type { RowSuggestion } from './suggest-row-answer.ts';
import type { Ref, Stage } from './plan-stage.ts';

export type Category = (typeof planCategories)[number];
type PeopleCategory = Exclude<Category, 'leftOut'>;

export interface PlannedRow {
  readonly line: number;
  readonly name: string;
  readonly detail: string;
  readonly category: Category;
  readonly reason: string;
  readonly person: Ref | null;
  /** Whom the row may be: what can be decided before the import is applied. */
  readonly questions?: readonly PlannedQuestion[];
}

export interface PlannedQuestion extends RowSuggestion {
  /** By which it is answered. */
  readonly key: string;
  readonly reason: string;
  /** Somebody of the book (an id), or null: the person whom `row` brings. */
  readonly person: Ref | null;
  readonly row: Place | null;
}

export interface PlannedFile {
  readonly file: string;
  readonly format: string;
  readonly formatTitle: string;
  /** Key of the platform. */
  readonly platform: string | null;
  readonly ownerName: string | null;
  readonly people: Readonly<Record<PeopleCategory, number>>;
  readonly ties: { readonly created: number; readonly unchanged: number };
  /** New ties that are inferred only: a small event, one letter. */
  readonly possibleTies: number;
  /** What the list says against the one read before it. */
  readonly changes: readonly PlannedChange[];
  readonly edition: EditionChanges;
  readonly leftOut: readonly LeftOut[];
  readonly remarks: readonly string[];
  readonly rows: PlannedRows;
  /** Null: the file brings nothing new and leaves no record of itself. */
  readonly importRef: Ref | null;
}

/** How many rows are of each category. */
export function countRows(rows: PlannedRows): Record<PeopleCategory, number> {
  const counts = { created: 0, matched: 0, unsure: 0, unchanged: 0, leftOut: 0 };
  for (let at = 0; at < rows.length; at++) counts[rows.categoryAt(at)]++;
  const { leftOut: _, ...people } = counts;
  return people;
}

export interface ImportRecord {
  readonly format: string;
  readonly fileName: string;
  /** Of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly owner: Ref | null;
  readonly platform: Ref | null;
  readonly event: Ref | null;
  readonly now: string;
}

/** Stages the record of an import with what became of each row. */
export function stageImport(
  stage: Stage,
  importRef: Ref,
  record: ImportRecord,
  rows: PlannedRows,
  ties: PlannedFile['ties'],
): void {
  const people = countRows(rows);
  stage.insert(
    'import',
    {
      format: record.format,
      source_name: record.fileName,
      source_sha256: record.sha256,
      owner_id: record.owner,
      platform_id: record.platform,
      event_id: record.event,
      imported_at: record.now,
      people_created: people.created,
      people_matched: people.matched,
      people_unsure: people.unsure,
      people_unchanged: people.unchanged,
      ties_created: ties.created,
      ties_unchanged: ties.unchanged,
    },
    importRef,
  );
  for (let at = 0; at < rows.length; at++) {
    const category = rows.categoryAt(at);
    stage.insert('import_row', {
      import_id: importRef,
      line: rows.lineAt(at),
      outcome: category === 'leftOut' ? 'left_out' : category,
      person_id: rows.personAt(at),
      reason: rows.reasonAt(at),
    });
  }
}
