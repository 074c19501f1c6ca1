import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';

export interface ReportedSize {
  readonly platform: string;
  readonly size: number;
  readonly sharedWithMe: number | null;
  /** 'YYYY-MM-DD' */
  readonly seenOn: string;
}

/** The newest size that was reported of a person's network on each platform. */
export function readReportedSizes(book: ReadableBook, personId: PersonId): ReportedSize[] {
  return book.all<ReportedSize>(
    `SELECT platform.key AS platform, size, shared_with_me AS sharedWithMe, seen_on AS seenOn
     FROM reported_size JOIN platform ON platform.id = reported_size.platform_id
     WHERE person_id = @personId AND reported_size.id = (
       SELECT newest.id FROM reported_size AS newest
       WHERE newest.person_id = @personId AND newest.platform_id = reported_size.platform_id
       ORDER BY newest.seen_on DESC, newest.id DESC LIMIT 1)
     ORDER BY platform.id`,
    { personId },
  );
}

/** Networks of a person known by size only: on platforms where no list of theirs was imported. */
export function readUnlistedSizes(
  book: ReadableBook,
  personId: PersonId,
  platform?: string,
): ReportedSize[] {
  const listed = new Set(
    book.column<string>(
      `SELECT platform.key FROM circle JOIN platform ON platform.id = circle.platform_id
       WHERE circle.owner_id = @personId`,
      { personId },
    ),
  );
  return readReportedSizes(book, personId).filter(
    (size) => !listed.has(size.platform) && (platform === undefined || size.platform === platform),
  );
}
