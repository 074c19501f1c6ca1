import type { ReadableBook } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { meId } from '../tables/resolve-person.ts';
import { evidencePiece } from '../tables/tie-pieces.ts';
import { confirmedStrength } from '../tables/tie-strengths.ts';
import { findPeak } from './fading.ts';
import { readContactEvidence, type ContactEvidenceRow } from './queries.ts';

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
 * My strong ties that have lost most since their best day, those that lost most first. Kept until the book
 * changes: weighing thousands of ties is the one part of Today that is not a look into an index.
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
  const byPerson = Map.groupBy(
    readContactEvidence(book, me, clock.today),
    ({ personId }) => personId,
  );
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

function lastContactOf(rows: readonly ContactEvidenceRow[]): string {
  const days = rows.flatMap(({ kind, onDate }) =>
    onDate !== null && (kind === 'message' || kind === 'met_at_event') ? [onDate] : [],
  );
  return days.reduce((last, day) => (day > last ? day : last), '');
}
