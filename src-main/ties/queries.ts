import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { jsonIds } from '../tables/persons.ts';

export interface TieFacts {
  readonly other: PersonId;
  readonly rating: number | null;
  /** Keys of the platforms with evidence, separated by commas; null when there are none. */
  readonly platforms: string | null;
}

/** Ratings and platforms of the ties between a person and some others. */
export function readTieFacts(
  book: ReadableBook,
  id: PersonId,
  others: readonly PersonId[],
): Map<PersonId, TieFacts> {
  const rows = book.all<TieFacts>(
    `SELECT wanted.value AS other, tie.rating,
       (SELECT group_concat(key) FROM (
          SELECT DISTINCT platform.key FROM evidence JOIN platform ON platform.id = evidence.platform_id
          WHERE evidence.tie_id = tie.id ORDER BY platform.id)) AS platforms
     FROM json_each(@others) AS wanted
     CROSS JOIN tie ON tie.low_person_id = min(wanted.value, @id) AND tie.high_person_id = max(wanted.value, @id)`,
    { id, others: jsonIds(others) },
  );
  return new Map(rows.map((row) => [row.other, row]));
}

/** Sets or takes back the rating of a tie. */
export function updateRating(book: WritableBook, tieId: number, rating: number | null): void {
  book.run('UPDATE tie SET rating = @rating WHERE id = @tieId', { tieId, rating });
}

/** True if nothing is left that makes this a tie: no evidence, no rating, no stated strength. */
export function isBareTie(book: ReadableBook, tieId: number): boolean {
  return (
    book.value(
      `SELECT 1 FROM tie WHERE id = @tieId AND rating IS NULL AND stated_strength IS NULL
         AND NOT EXISTS (SELECT 1 FROM evidence WHERE tie_id = @tieId)`,
      { tieId },
    ) !== undefined
  );
}

export interface ReportedSize {
  readonly personId: PersonId;
  readonly platformId: number;
  readonly size: number;
  readonly sharedWithMe: number | null;
  readonly seenOn: string;
}

/** Keeps the size of a network as reported on a day; a second report of the same day replaces the first. */
export function keepReportedSize(book: WritableBook, reported: ReportedSize): void {
  const row = { ...reported };
  const known = book.value<number>(
    `SELECT id FROM reported_size
     WHERE person_id = @personId AND platform_id = @platformId AND seen_on = @seenOn`,
    { personId: row.personId, platformId: row.platformId, seenOn: row.seenOn },
  );
  if (known === undefined) {
    book.run(
      `INSERT INTO reported_size (person_id, platform_id, size, shared_with_me, seen_on)
       VALUES (@personId, @platformId, @size, @sharedWithMe, @seenOn)`,
      row,
    );
    return;
  }
  book.run(
    'UPDATE reported_size SET size = @size, shared_with_me = @sharedWithMe WHERE id = @known',
    {
      known,
      size: row.size,
      sharedWithMe: row.sharedWithMe,
    },
  );
}
