import type { ReadableBook } from '../book/access.ts';
import type { EventId, IntroductionId, OutcomeId, PersonId, ShareId } from '../contract/common.ts';
import type { Outcome } from '../contract/outcomes.ts';
import { creditLine, type Credit, type IntroductionLink } from './credit-line.ts';

/** A row of the table of outcomes. */
export interface OutcomeRow {
  readonly id: OutcomeId;
  readonly kind: Outcome['kind'];
  readonly title: string;
  readonly clientPersonId: PersonId | null;
  readonly clientOrganisationId: number | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly onDate: string;
  readonly note: string;
  readonly platformId: number | null;
  readonly introductionId: IntroductionId | null;
  readonly eventId: EventId | null;
  readonly personId: PersonId | null;
  readonly shareId: ShareId | null;
  /** Of the share it came from: who had a part in it, and on which platform. */
  readonly sharePersonId: PersonId | null;
  readonly sharePlatformId: number | null;
}

export interface CreditedOutcome extends OutcomeRow {
  readonly credit: Credit;
}

const noCredit: Credit = { line: [], people: [], eventId: null };

/** How all introductions descend from one another. */
export function readIntroductionLinks(book: ReadableBook): Map<IntroductionId, IntroductionLink> {
  const links = book.all<IntroductionLink>(
    `SELECT id, introducer_id AS introducerId, event_id AS eventId, came_from_id AS cameFromId FROM introduction`,
  );
  return new Map(links.map((link) => [link.id, link]));
}

/** All outcomes, the latest first, each with whom and what it is credited to. */
export function readCreditedOutcomes(book: ReadableBook): CreditedOutcome[] {
  const rows = book.all<OutcomeRow>(
    `SELECT outcome.id, kind, title, client_person_id AS clientPersonId,
       client_organisation_id AS clientOrganisationId, amount, currency, outcome.on_date AS onDate, note,
       outcome.platform_id AS platformId, introduction_id AS introductionId, event_id AS eventId,
       outcome.person_id AS personId, share_id AS shareId, share.person_id AS sharePersonId,
       share.platform_id AS sharePlatformId
     FROM outcome LEFT JOIN share ON share.id = outcome.share_id
     ORDER BY outcome.on_date DESC, outcome.id DESC`,
  );
  const links = rows.some(({ introductionId }) => introductionId !== null)
    ? readIntroductionLinks(book)
    : new Map<IntroductionId, IntroductionLink>();
  return rows.map((row) => ({ ...row, credit: creditOf(row, links) }));
}

function creditOf(row: OutcomeRow, links: ReadonlyMap<IntroductionId, IntroductionLink>): Credit {
  if (row.introductionId !== null) return creditLine(links, row.introductionId);
  if (row.eventId !== null) return { ...noCredit, eventId: row.eventId };
  const person = row.personId ?? row.sharePersonId;
  return person === null ? noCredit : { ...noCredit, people: [person] };
}
