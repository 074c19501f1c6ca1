import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId, ShareId } from '../contract/common.ts';
import type { Share } from '../contract/favours.ts';

/* All SQL of favours: messages passed on, and thanks. */

export interface ShareRow {
  readonly id: ShareId;
  readonly direction: Share['direction'];
  readonly personId: PersonId;
  readonly platformKey: string | null;
  readonly platformName: string | null;
  readonly onDate: string;
  readonly what: string;
  readonly reached: number;
  readonly newLow: number;
  readonly newHigh: number;
}

/** Shares, all or of one person or the one of an id; the latest first. */
export function listShares(
  book: ReadableBook,
  which: { readonly personId?: PersonId | undefined; readonly id?: ShareId } = {},
): ShareRow[] {
  return book.all<ShareRow>(
    `SELECT share.id, direction, person_id AS personId, platform.key AS platformKey,
       platform.name AS platformName, on_date AS onDate, what, reached, new_low AS newLow, new_high AS newHigh
     FROM share LEFT JOIN platform ON platform.id = share.platform_id
     WHERE (@personId IS NULL OR person_id = @personId) AND (@id IS NULL OR share.id = @id)
     ORDER BY on_date DESC, share.id DESC`,
    { personId: which.personId ?? null, id: which.id ?? null },
  );
}

/** Writes a share; its person and platform must be there. */
export function insertShare(
  book: WritableBook,
  share: Pick<Share, 'direction' | 'onDate' | 'what' | 'reached' | 'newLow' | 'newHigh'> & {
    readonly personId: PersonId;
    readonly platformId: number | null;
  },
): ShareId {
  const { id } = book.run(
    `INSERT INTO share (direction, person_id, platform_id, on_date, what, reached, new_low, new_high)
     VALUES (@direction, @personId, @platformId, @onDate, @what, @reached, @newLow, @newHigh)`,
    { ...share },
  );
  return id as ShareId;
}

/** Deletes a share. Outcomes that came from it stay, and say instead that they came from its person. */
export function deleteShare(book: WritableBook, id: ShareId): void {
  book.run(
    `UPDATE outcome SET person_id = (SELECT person_id FROM share WHERE id = @id), share_id = NULL
     WHERE share_id = @id`,
    { id },
  );
  book.run('DELETE FROM share WHERE id = @id', { id });
}

export interface ThanksRow {
  readonly id: number;
  readonly personId: PersonId;
  readonly onDate: string;
  readonly note: string;
}

/** Thanks said, all or to one person or the one of an id; the latest first. */
export function listThanks(
  book: ReadableBook,
  which: { readonly personId?: PersonId | undefined; readonly id?: number } = {},
): ThanksRow[] {
  return book.all<ThanksRow>(
    `SELECT id, person_id AS personId, on_date AS onDate, note FROM thanks
     WHERE (@personId IS NULL OR person_id = @personId) AND (@id IS NULL OR id = @id)
     ORDER BY on_date DESC, id DESC`,
    { personId: which.personId ?? null, id: which.id ?? null },
  );
}

export function deleteThanks(book: WritableBook, id: number): void {
  book.run('DELETE FROM thanks WHERE id = @id', { id });
}

/** Each of the two of every introduction that I made and that came about: once for each introduction. */
export function listIntroducedByMe(book: ReadableBook): PersonId[] {
  return book
    .all<{ first: PersonId; second: PersonId }>(
      `SELECT first_person_id AS first, second_person_id AS second FROM introduction
       WHERE kind = 'make' AND outcome IS NOT 'no_answer' AND (
         SELECT state FROM introduction_change
         WHERE introduction_id = introduction.id AND state <> 'outcome' ORDER BY id DESC LIMIT 1
       ) IN ('made', 'met')`,
    )
    .flatMap(({ first, second }) => [first, second]);
}
