/** SQL of the imports and of the questions that they leave. */
import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { ImportId, PersonId } from '../contract/common.ts';

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
}

/** All imports, the newest first. */
export function listImports(book: ReadableBook): ImportRow[] {
  return book.all<ImportRow>(
    `SELECT import.id, format, source_name AS sourceName, owner_id AS ownerId, platform.key AS platform,
       imported_at AS importedAt, people_created AS created, people_matched AS matched,
       people_unsure AS unsure, people_unchanged AS unchanged, ties_created AS tiesCreated,
       ties_unchanged AS tiesUnchanged
     FROM import LEFT JOIN platform ON platform.id = import.platform_id
     ORDER BY import.id DESC`,
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
