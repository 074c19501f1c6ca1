import {
  combineEvidence,
  EVIDENCE_WEIGHTS,
  keptAfter,
  type EvidencePiece,
} from '../graph/strength.ts';

/*
 * Which ties are fading: those that were strong once and have lost most of it, because the talks and meetings
 * they rest on lie back. A tie loses strength between contacts only and gains it on the day of one, so that its
 * best day is the day of one of its dated contacts.
 */

export interface Peak {
  /** Strength on its best day, in (0, 1]. */
  readonly strength: number;
  /** 'YYYY-MM-DD'. */
  readonly onDate: string;
}

const dayMs = 86_400_000;
const daysAYear = 365.25;
/** Share kept after so many days; a list of messages asks for the same ages over and over. */
const keptByDay: number[] = [];

function keptAfterDays(days: number): number {
  return (keptByDay[days] ??= keptAfter(days / daysAYear));
}

/**
 * When the tie that these pieces are evidence for was strongest, as `combineEvidence` counts it; of several such
 * days the last. Null when nothing dated in it can fade, or when it rests on a rating or a stated strength, which
 * do not fade. Pieces dated after `today` have not come yet.
 */
export function findPeak(pieces: readonly EvidencePiece[], today: string): Peak | null {
  if (pieces.some(({ kind }) => kind === 'rating' || kind === 'stated')) return null;
  const contacts = pieces
    .filter((piece) => canFade(piece) && (piece.date ?? '') <= today)
    .map(({ date, kind }) => ({ date: date ?? '', day: dayOf(date), weight: weightOf(kind) }))
    .sort((a, b) => a.day - b.day);
  // What does not fade counts from the beginning: of most of it nobody knows since when it holds.
  const lasting = combineEvidence(
    pieces.filter((piece) => !canFade(piece) && !isInferred(piece)),
    today,
  );
  const missingAlways = 1 - (lasting?.strength ?? 0);
  let peak: Peak | null = null;
  contacts.forEach((contact, at) => {
    if (contacts[at + 1]?.day === contact.day) return;
    let missing = missingAlways;
    for (let i = 0; i <= at; i++) {
      const earlier = contacts[i];
      if (earlier !== undefined) {
        missing *= 1 - earlier.weight * keptAfterDays(contact.day - earlier.day);
      }
    }
    if (peak === null || 1 - missing >= peak.strength) {
      peak = { strength: 1 - missing, onDate: contact.date };
    }
  });
  return peak;
}

/** Inferred evidence never counts here: beside a real contact it adds nothing. */
function isInferred({ kind }: EvidencePiece): boolean {
  return kind !== 'rating' && kind !== 'stated' && EVIDENCE_WEIGHTS[kind].inferred;
}

function canFade(piece: EvidencePiece): boolean {
  const { kind, date = null } = piece;
  if (kind === 'rating' || kind === 'stated' || date === null) return false;
  return EVIDENCE_WEIGHTS[kind].fades && !isInferred(piece);
}

function weightOf(kind: EvidencePiece['kind']): number {
  return kind === 'rating' || kind === 'stated' ? 0 : EVIDENCE_WEIGHTS[kind].weight;
}

function dayOf(date: string | null | undefined): number {
  return Math.round(Date.parse(`${date ?? ''}T00:00:00Z`) / dayMs);
}
