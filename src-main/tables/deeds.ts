import type { ReadableBook } from '../book/access.ts';
import type { IntroductionId, PersonId, ShareId } from '../contract/common.ts';
import { readCreditedOutcomes, type CreditedOutcome } from './credited-outcomes.ts';
import { meId } from './resolve-person.ts';

/** Something that somebody did for me, or through which something came to me. */
export type DeedRow = {
  readonly personId: PersonId /** 'YYYY-MM-DD' */;
  readonly onDate: string;
} & (
  | {
      readonly kind: 'introduction';
      readonly introductionId: IntroductionId;
      readonly toId: PersonId;
    }
  | { readonly kind: 'share'; readonly shareId: ShareId; readonly what: string }
  | { readonly kind: 'outcome'; readonly outcome: CreditedOutcome }
);

interface IntroductionDeed {
  readonly personId: PersonId;
  readonly introductionId: IntroductionId;
  readonly toId: PersonId;
  readonly onDate: string;
}

/**
 * What others did for me, in no order: introductions they asked through or gave that came about, messages of
 * mine that they passed on, and outcomes that they are credited with. What I did myself is no favour to me.
 */
export function readDeeds(book: ReadableBook): DeedRow[] {
  const me = meId(book);
  const introductions = book.all<IntroductionDeed>(
    `SELECT introducer_id AS personId, introduction.id AS introductionId, second_person_id AS toId,
       change.changed_on AS onDate
     FROM introduction JOIN introduction_change AS change ON change.id = (
       SELECT id FROM introduction_change
       WHERE introduction_id = introduction.id AND state <> 'outcome' ORDER BY id DESC LIMIT 1)
     WHERE kind IN ('ask', 'received') AND introduction.state IN ('made', 'met', 'outcome')
       AND change.state IN ('made', 'met') AND outcome IS NOT 'no_answer'`,
  );
  const shares = book.all<{ personId: PersonId; shareId: ShareId; what: string; onDate: string }>(
    `SELECT person_id AS personId, id AS shareId, what, on_date AS onDate FROM share
     WHERE direction = 'received'`,
  );
  const outcomes = readCreditedOutcomes(book).flatMap((outcome) =>
    outcome.credit.people.map((personId) => ({
      kind: 'outcome' as const,
      personId,
      onDate: outcome.onDate,
      outcome,
    })),
  );
  const all: DeedRow[] = [
    ...introductions.map((row) => ({ kind: 'introduction' as const, ...row })),
    ...shares.map((row) => ({ kind: 'share' as const, ...row })),
    ...outcomes,
  ];
  return all.filter(({ personId }) => personId !== me);
}

/** The day on which I last thanked each person; people never thanked are left out. */
function readLastThanks(book: ReadableBook): Map<PersonId, string> {
  const rows = book.all<{ personId: PersonId; onDate: string }>(
    'SELECT person_id AS personId, max(on_date) AS onDate FROM thanks GROUP BY person_id',
  );
  return new Map(rows.map(({ personId, onDate }) => [personId, onDate]));
}

/**
 * What people did for me since I last thanked them, by person, the latest first. Thanks cover all deeds up to
 * their day, whether or not they name them.
 */
export function readThanksOwed(book: ReadableBook): Map<PersonId, DeedRow[]> {
  const thanked = readLastThanks(book);
  const owed = readDeeds(book)
    .filter(({ personId, onDate }) => onDate > (thanked.get(personId) ?? ''))
    .toSorted((a, b) => (a.onDate < b.onDate ? 1 : -1));
  return Map.groupBy(owed, ({ personId }) => personId);
}
