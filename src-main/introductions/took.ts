import type { ReadableBook } from '../book/access.ts';
import type { IntroductionId } from '../contract/common.ts';
import type { TookIntroduction } from '../contract/introductions.ts';

/* Introductions that took: what says, from elsewhere and later, that two people I introduced know each other. */

interface Took {
  readonly id: IntroductionId;
  readonly sign: TookIntroduction['sign'];
  readonly isAcknowledged: boolean;
}

interface SignRow {
  readonly id: IntroductionId;
  /** Of whom: the same for every introduction of the two. */
  readonly pair: string;
  readonly joinedOn: string;
  readonly tookSeenOn: string | null;
  readonly kind: TookIntroduction['sign']['kind'];
  readonly name: string | null;
  /** When it is dated, else when it came into the book; null when nobody knows. */
  readonly onDate: string | null;
  /** 0: means only that they may know each other. */
  readonly isProof: 0 | 1;
}

/**
 * Introductions I made that came about, with the day on which the two were brought together: the first change
 * to 'made' or 'met' after the last one to a state before those (a card moved too far and back proves nothing).
 */
const joined = `joined AS (
  SELECT introduction.id, first_person_id AS first, second_person_id AS second,
    min(first_person_id, second_person_id) || ' ' || max(first_person_id, second_person_id) AS pair,
    took_seen_on AS tookSeenOn,
    (SELECT min(changed_on) FROM introduction_change
     WHERE introduction_id = introduction.id AND state IN ('made', 'met') AND id > coalesce((
       SELECT max(id) FROM introduction_change WHERE introduction_id = introduction.id
         AND state IN ('idea', 'asked', 'permission_asked', 'accepted', 'declined')), 0)) AS joinedOn
  FROM introduction
  WHERE kind = 'make' AND state IN ('made', 'met', 'outcome') AND outcome IS NOT 'no_answer')`;

/** Evidence of the tie other than an introduction's. What has no date counts from the day it was imported. */
const evidenceSigns = `
  SELECT joined.id, pair, joinedOn, tookSeenOn,
    CASE WHEN evidence.kind IN ('platform_link', 'follow', 'handed_list') THEN 'list'
      WHEN evidence.kind IN ('co_attendance', 'met_at_event') THEN 'event'
      WHEN evidence.kind = 'worked_together' THEN 'role'
      WHEN evidence.kind = 'message' THEN 'message' ELSE 'told' END AS kind,
    coalesce(platform.name, event.title) AS name,
    coalesce(evidence.on_date, substr(import.imported_at, 1, 10)) AS onDate,
    evidence.kind <> 'co_attendance' AS isProof
  FROM joined
  JOIN tie ON low_person_id = min(first, second) AND high_person_id = max(first, second)
  JOIN evidence ON evidence.tie_id = tie.id
  LEFT JOIN platform ON platform.id = evidence.platform_id
  LEFT JOIN event ON event.id = evidence.event_id
  LEFT JOIN import ON import.id = evidence.import_id
  WHERE joinedOn IS NOT NULL AND evidence.introduction_id IS NULL`;

/** One workplace today: since the later of the two began there (or came into the book as being there). */
const roleSigns = `
  SELECT joined.id, pair, joinedOn, tookSeenOn, 'role', organisation.name,
    max(coalesce(one.started_on, substr(importOfOne.imported_at, 1, 10), ''),
      coalesce(other.started_on, substr(importOfOther.imported_at, 1, 10), '')), 1
  FROM joined
  JOIN role AS one ON one.person_id = first AND one.is_current = 1
  JOIN role AS other ON other.person_id = second AND other.is_current = 1
    AND other.organisation_id = one.organisation_id
  JOIN organisation ON organisation.id = one.organisation_id
  LEFT JOIN import AS importOfOne ON importOfOne.id = one.import_id
  LEFT JOIN import AS importOfOther ON importOfOther.id = other.import_id
  WHERE joinedOn IS NOT NULL`;

/**
 * The introductions that took, with the earliest sign of it; the latest first. A sign is later than the
 * introduction, not still to come (an event both will go to), and not from one. Where something says that the two knew
 * each other by then, or may have (it has no date), nothing is claimed; having been at the same small event before says
 * nothing. Of two who were introduced several times, the last time before the signs is the one that took.
 */
export function readTook(book: ReadableBook, today: string): Took[] {
  const rows = book.all<SignRow>(`WITH ${joined} ${evidenceSigns} UNION ALL ${roleSigns}`);
  const took = new Map<string, Took & { readonly joinedOn: string }>();
  for (const [id, signs] of Map.groupBy(rows, (row) => row.id)) {
    const isOlder = signs.some(
      ({ isProof, joinedOn, onDate }) =>
        isProof === 1 && (onDate === null || onDate === '' || onDate <= joinedOn),
    );
    const [first] = signs
      .flatMap(({ kind, name, joinedOn, onDate }) =>
        onDate !== null && onDate > joinedOn && onDate <= today ? [{ kind, name, onDate }] : [],
      )
      .toSorted((a, b) => (a.onDate < b.onDate ? -1 : 1));
    const [own] = signs;
    if (isOlder || first === undefined || own === undefined) continue;
    const { pair, joinedOn, tookSeenOn } = own;
    const known = took.get(pair);
    if (known !== undefined && known.joinedOn > joinedOn) continue;
    took.set(pair, { id, joinedOn, sign: first, isAcknowledged: tookSeenOn !== null });
  }
  return [...took.values()].toSorted((a, b) => (a.sign.onDate < b.sign.onDate ? 1 : -1));
}
