/** SQL of the imports and of the questions that they leave. */
import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { ImportId, PersonId } from '../contract/common.ts';
import type { ListChangeKind } from './plan-list-changes.ts';

export interface ImportRow {
  readonly id: ImportId;
  readonly format: string;
  readonly sourceName: string;
  readonly ownerId: PersonId | null;
  readonly platform: string | null;
  readonly importedAt: string;
  readonly created: number;
  readonly matched: number;
  readonly unsure: number;
  readonly unchanged: number;
  readonly tiesCreated: number;
  readonly tiesUnchanged: number;
  readonly came: number;
  readonly went: number;
  readonly moved: number;
  /** Changes not settled yet. */
  readonly open: number;
}

/** All imports, the newest first. */
export function listImports(book: ReadableBook): ImportRow[] {
  return book.all<ImportRow>(
    `SELECT import.id, format, source_name AS sourceName, owner_id AS ownerId, platform.key AS platform,
       imported_at AS importedAt, people_created AS created, people_matched AS matched,
       people_unsure AS unsure, people_unchanged AS unchanged, ties_created AS tiesCreated,
       ties_unchanged AS tiesUnchanged,
       count(*) FILTER (WHERE kind = 'came') AS came, count(*) FILTER (WHERE kind = 'went') AS went,
       count(*) FILTER (WHERE kind = 'moved') AS moved,
       count(*) FILTER (WHERE kind IS NOT NULL AND done_on IS NULL) AS open
     FROM import LEFT JOIN platform ON platform.id = import.platform_id
     LEFT JOIN list_change ON list_change.import_id = import.id
     GROUP BY import.id ORDER BY import.id DESC`,
  );
}

export interface QuestionRow {
  readonly id: number;
  readonly a: PersonId;
  readonly b: PersonId;
  readonly reason: string;
}

/** Questions that wait for an answer, oldest first. */
export function listQuestions(book: ReadableBook, offset: number, limit: number): QuestionRow[] {
  return book.all<QuestionRow>(
    `SELECT id, low_person_id AS a, high_person_id AS b, reason FROM identity_question
     WHERE answer IS NULL ORDER BY id LIMIT @limit OFFSET @offset`,
    { offset, limit },
  );
}

export function countQuestions(book: ReadableBook): number {
  return book.value<number>('SELECT count(*) FROM identity_question WHERE answer IS NULL') ?? 0;
}

/** A question, answered or not. */
export function findQuestion(
  book: ReadableBook,
  id: number,
): (QuestionRow & { readonly answer: 'same' | 'different' | null }) | undefined {
  return book.get(
    `SELECT id, low_person_id AS a, high_person_id AS b, reason, answer
     FROM identity_question WHERE id = @id`,
    { id },
  );
}

export function saveAnswer(
  book: WritableBook,
  id: number,
  answer: 'same' | 'different',
  now: string,
): void {
  book.run('UPDATE identity_question SET answer = @answer, answered_at = @now WHERE id = @id', {
    id,
    answer,
    now,
  });
}

export interface ListChangeRow {
  readonly id: number;
  readonly personId: PersonId;
  readonly kind: ListChangeKind;
  readonly onDate: string;
  readonly was: string | null;
  readonly became: string | null;
  readonly doneOn: string | null;
  readonly email: string | null;
}

/** Who came, went or moved by one import: what is open first, moves before the rest, then by name. */
export function listListChanges(
  book: ReadableBook,
  wanted: {
    readonly importId: ImportId;
    readonly kind: ListChangeKind | null;
    readonly offset: number;
    readonly limit: number;
  },
): ListChangeRow[] {
  return book.all<ListChangeRow>(
    `SELECT list_change.id, person_id AS personId, kind, on_date AS onDate, was, became, done_on AS doneOn,
       (SELECT value FROM contact_point WHERE contact_point.person_id = person.id AND kind = 'email'
        ORDER BY is_primary DESC, id LIMIT 1) AS email
     FROM list_change JOIN person ON person.id = person_id
     WHERE import_id = @importId AND (@kind IS NULL OR list_change.kind = @kind)
     ORDER BY done_on IS NOT NULL, kind = 'moved' DESC, kind, folded_name, list_change.id
     LIMIT @limit OFFSET @offset`,
    wanted,
  );
}

export function countListChanges(
  book: ReadableBook,
  importId: ImportId,
  kind: ListChangeKind | null,
): number {
  return (
    book.value<number>(
      'SELECT count(*) FROM list_change WHERE import_id = @importId AND (@kind IS NULL OR kind = @kind)',
      { importId, kind },
    ) ?? 0
  );
}

/** Marks changes as dealt with on a day, or as open (null). Returns how many there were. */
export function settleListChanges(
  book: WritableBook,
  changeIds: readonly number[],
  doneOn: string | null,
): number {
  return book.run(
    'UPDATE list_change SET done_on = @doneOn WHERE id IN (SELECT value FROM json_each(@ids))',
    { doneOn, ids: JSON.stringify(changeIds) },
  ).changes;
}

/** A change of jobs that an import found; undefined when it is gone. */
export function findMove(
  book: ReadableBook,
  id: number,
): { readonly importId: number; readonly personId: PersonId; readonly onDate: string } | undefined {
  return book.get(
    `SELECT import_id AS importId, person_id AS personId, on_date AS onDate FROM list_change
     WHERE id = @id AND kind = 'moved'`,
    { id },
  );
}

/** Ends on a day the jobs of a person that an import declared past. Returns how many had no end yet. */
export function endLeftRoles(
  book: WritableBook,
  move: { readonly importId: number; readonly personId: number; readonly onDate: string },
): number {
  return book.run(
    `UPDATE role SET ended_on = @onDate
     WHERE person_id = @personId AND is_current = 0 AND ended_on IS NULL
       AND (started_on IS NULL OR started_on <= @onDate)
       AND id IN (SELECT row_id FROM import_update
         WHERE import_id = @importId AND table_name = 'role' AND json_extract(after, '$.is_current') = 0)`,
    move,
  ).changes;
}

/** Begins on a day the present jobs of a person that an import brought. Returns how many had no beginning yet. */
export function beginNewRoles(
  book: WritableBook,
  move: { readonly importId: number; readonly personId: number; readonly onDate: string },
): number {
  return book.run(
    `UPDATE role SET started_on = @onDate
     WHERE person_id = @personId AND import_id = @importId AND is_current = 1 AND started_on IS NULL`,
    move,
  ).changes;
}
