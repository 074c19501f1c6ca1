import type { ReadableBook } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { findPeak } from './fading.ts';
import { meId } from './resolve-person.ts';
import { type EvidenceColumns, evidencePiece } from './tie-pieces.ts';
import { confirmedStrength } from './tie-strengths.ts';

export interface FadingTie {
  readonly personId: PersonId;
  readonly strength: number;
  readonly peak: number;
  readonly peakOn: string;
  readonly lastContactOn: string;
}

/** A tie counts as strong when at its best it was this strong at least. */
const strongFrom = 0.5;
/** Less lost than this is the ordinary course of things. */
const lostAtLeast = 0.15;

/**
 * What "fading" means everywhere (Today, the filter of People, saved views): my ties that were strong once (0.50 at
 * their best at least) and have lost 0.15 or more since, because the talks and meetings they rest on lie back;
 * those that lost most first. A tie with a rating or a stated strength does not fade. Kept until the book changes:
 * weighing thousands of ties is no look into an index.
 */
export function readFadingTies(context: QueryContext): readonly FadingTie[] {
  const { book, clock } = context;
  const version = `${book.value<number>('SELECT total_changes()') ?? 0} ${clock.today}`;
  const kept = keptByBook.get(book);
  if (kept?.version === version) return kept.ties;
  const ties = weighTies(context);
  keptByBook.set(book, { version, ties });
  return ties;
}

const keptByBook = new WeakMap<ReadableBook, { version: string; ties: readonly FadingTie[] }>();

function weighTies({ book, clock, network }: QueryContext): FadingTie[] {
  const me = meId(book);
  if (me === null) return [];
  const graph = network.graph();
  const ties: FadingTie[] = [];
  const byPerson = Map.groupBy(readContactEvidence(book, me), ({ personId }) => personId);
  for (const [personId, rows] of byPerson) {
    const strength = confirmedStrength(graph, me, personId);
    if (strength === null) continue;
    const peak = findPeak(
      rows.flatMap((row) => evidencePiece(row) ?? []),
      clock.today,
    );
    if (peak === null || peak.strength < strongFrom) continue;
    if (peak.strength - strength < lostAtLeast) continue;
    ties.push({
      personId,
      strength,
      peak: peak.strength,
      peakOn: peak.onDate,
      lastContactOn: lastContactOf(rows),
    });
  }
  return ties.sort(
    (a, b) => b.peak - b.strength - (a.peak - a.strength) || a.personId - b.personId,
  );
}

interface ContactEvidenceRow extends EvidenceColumns {
  readonly personId: PersonId;
}

/** All evidence of those of my ties that rest on dated contacts and on no rating or stated strength, tie by tie. */
function readContactEvidence(book: ReadableBook, me: PersonId): ContactEvidenceRow[] {
  return book.all<ContactEvidenceRow>(
    `WITH mine AS (
       SELECT id, high_person_id AS other FROM tie
       WHERE low_person_id = @me AND rating IS NULL AND stated_strength IS NULL
       UNION ALL
       SELECT id, low_person_id FROM tie
       WHERE high_person_id = @me AND rating IS NULL AND stated_strength IS NULL)
     SELECT mine.other AS personId, evidence.kind, evidence.platform_id AS platformId, evidence.direction,
       evidence.on_date AS onDate
     FROM mine
     CROSS JOIN evidence ON evidence.tie_id = mine.id
     WHERE EXISTS (SELECT 1 FROM evidence AS contact
                   WHERE contact.tie_id = mine.id AND contact.kind IN ('message', 'met_at_event')
                     AND contact.on_date IS NOT NULL)
     ORDER BY mine.id`,
    { me },
  );
}

function lastContactOf(rows: readonly ContactEvidenceRow[]): string {
  const days = rows.flatMap(({ kind, onDate }) =>
    onDate !== null && (kind === 'message' || kind === 'met_at_event') ? [onDate] : [],
  );
  return days.reduce((last, day) => (day > last ? day : last), '');
}
