/**
 * Strength of a tie from the evidence for it (DESIGN section 3). The weights are data, so that Settings can show
 * them; no weight stands anywhere else.
 */

/** What kind of thing was seen. Each has a weight below; 'rating' and 'stated' replace the sum instead. */
export type EvidenceKind =
  | 'platform_link'
  | 'follow'
  | 'met_at_event'
  | 'worked_together'
  | 'introduced'
  | 'told'
  | 'handed_list'
  | 'referred'
  | 'message'
  | 'co_attendance'
  | 'same_mail'
  | 'rating'
  | 'stated';

export interface EvidenceWeight {
  /** In (0, 1): what one piece is worth on the day it is dated. */
  readonly weight: number;
  /** Whether a dated piece loses weight with time. */
  readonly fades: boolean;
  /** Whether it only suggests a tie: alone it makes a *possible* one, beside real evidence it adds nothing. */
  readonly inferred: boolean;
}

type WeighedKind = Exclude<EvidenceKind, 'rating' | 'stated'>;

function weigh(weight: number, traits: { fades?: boolean; inferred?: boolean } = {}) {
  return { weight, fades: traits.fades === true, inferred: traits.inferred === true };
}

export const EVIDENCE_WEIGHTS: Readonly<Record<WeighedKind, EvidenceWeight>> = {
  /** A connection on a platform says little of trust; counted once a platform, however many lists show it. */
  platform_link: weigh(0.15),
  /** One way; both ways on one platform: FOLLOW_BOTH_WAYS. */
  follow: weigh(0.05),
  /** Same event, and I noted that they talked. */
  met_at_event: weigh(0.3, { fades: true }),
  worked_together: weigh(0.5),
  /** Introduced by me, and they met. */
  introduced: weigh(0.4),
  told: weigh(0.35),
  /** Between me and the person whose list I was given. */
  handed_list: weigh(0.35),
  referred: weigh(0.6),
  /** A conversation or a message. */
  message: weigh(0.25, { fades: true }),
  /** On the list of the same small event, nothing noted: weaker than a platform link, which both agreed to. */
  co_attendance: weigh(0.1, { inferred: true, fades: true }),
  /** Named in the same mail or chat. */
  same_mail: weigh(0.1, { inferred: true, fades: true }),
};

/** Weight of follows in both directions on one platform, together. */
export const FOLLOW_BOTH_WAYS = 0.1;

/** Strength of a rating by hand, 1 to 5. */
export const RATING_STRENGTHS = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** One piece of evidence for a tie. */
export interface EvidencePiece {
  readonly kind: EvidenceKind;
  /** Platform number or name, whatever the caller keys platforms by; null when none is concerned. */
  readonly platform?: string | number | null;
  /** Of a follow: whether the first of the two people follows the second, or the other way round. */
  readonly direction?: 'forward' | 'backward' | null;
  /** 'YYYY-MM-DD', or null when unknown: such a piece does not fade. */
  readonly date?: string | null;
  /** Of a rating: 1 to 5. Of a stated strength: a number in (0, 1], kept exactly. */
  readonly value?: number | null;
}

export interface CombinedEvidence {
  /** In (0, 1]. */
  readonly strength: number;
  /** False when everything is only inferred: a possible tie. */
  readonly confirmed: boolean;
  /** What decided. */
  readonly basis: 'rating' | 'stated' | 'evidence';
  /** What each piece, in the given order, was worth on that date; 0 when another replaced or covered it. */
  readonly shares: readonly number[];
}

const DAY_MS = 86_400_000;
const DAYS_A_YEAR = 365.25;

/**
 * Share of its weight that evidence keeps: 0.75 * 2^(-age/2y) + 0.25 * 2^(-age/6y).
 *
 * @param ageInYears below 0 counts as 0
 */
export function keptAfter(ageInYears: number): number {
  const age = Math.max(0, ageInYears);
  return 0.75 * 2 ** (-age / 2) + 0.25 * 2 ** (-age / 6);
}

/** Years between two 'YYYY-MM-DD' dates: days / 365.25. Throws RangeError for text that is no date. */
export function yearsBetween(from: string, to: string): number {
  return (toDay(to) - toDay(from)) / DAYS_A_YEAR;
}

/**
 * Strength of the tie that these pieces are evidence for, on a date; null when there are none.
 *
 * Pieces add up as 1 - product(1 - w). A rating replaces the sum, and so does a stated strength, after a rating;
 * of several the one dated last counts, undated ones being the oldest, and of one date the one given last.
 * Throws RangeError for a rating outside 1..5, a stated strength outside (0, 1], or a date that is none.
 */
export function combineEvidence(
  pieces: readonly EvidencePiece[],
  onDate: string,
): CombinedEvidence | null {
  if (pieces.length === 0) return null;
  for (const basis of ['rating', 'stated'] as const) {
    const at = latestOf(pieces, basis);
    if (at < 0) continue;
    const strength = replacingStrength(basis, pieces[at].value ?? null);
    const shares = pieces.map((_, i) => (i === at ? strength : 0));
    return { strength, confirmed: true, basis, shares };
  }
  const weighed = pieces.map((piece) => weighPiece(piece, onDate));
  const confirmed = isConfirmed(weighed);
  const shares = weighed.map((_, i) => shareAmong(weighed, i, confirmed));
  return { strength: sumShares(weighed, confirmed), confirmed, basis: 'evidence', shares };
}

/** All that one piece brings into the sum: worked out once, it serves every tie that has the same piece. */
export interface WeighedPiece {
  /** In (0, 1): what it is worth by itself on the day. */
  readonly share: number;
  readonly inferred: boolean;
  /** Pieces of one such group count once, however often they are seen; null: each counts. */
  readonly countsOnceAs: string | null;
  /** Of a follow; null for all else. */
  readonly direction: 'forward' | 'backward' | null;
}

/** Throws RangeError for a rating or a stated strength, which replace the sum, and for a date that is none. */
export function weighPiece(piece: EvidencePiece, onDate: string): WeighedPiece {
  const { kind, platform = null } = piece;
  const { fades, inferred, weight } = weightOf(kind);
  const date = piece.date ?? null;
  const share = date === null || !fades ? weight : weight * keptAfter(yearsBetween(date, onDate));
  // links and follows on one platform, and the handing over of a list
  const isPerPlatform = kind === 'platform_link' || kind === 'follow';
  const countsOnceAs = isPerPlatform ? `${kind} ${platform}` : kind === 'handed_list' ? kind : null;
  const direction = kind === 'follow' ? (piece.direction ?? 'forward') : null;
  return { share, inferred, countsOnceAs, direction };
}

/** Whether anything among the pieces is more than inferred. */
export function isConfirmed(pieces: readonly WeighedPiece[]): boolean {
  for (let i = 0; i < pieces.length; i++) if (!pieces[i].inferred) return true;
  return false;
}

/** 1 - product(1 - w) over what each piece is worth among the others: in (0, 1], 0 for none. */
export function sumShares(pieces: readonly WeighedPiece[], confirmed: boolean): number {
  let sum = 0;
  for (let i = 0; i < pieces.length; i++) sum += shareAmong(pieces, i, confirmed) * (1 - sum);
  return sum;
}

/** What a piece is worth among the others: nothing when they cover it, more for follows in both directions. */
function shareAmong(pieces: readonly WeighedPiece[], at: number, confirmed: boolean): number {
  const { countsOnceAs, direction, inferred, share } = pieces[at];
  if (confirmed && inferred) return 0;
  if (countsOnceAs === null) return share;
  for (let i = 0; i < at; i++) if (pieces[i].countsOnceAs === countsOnceAs) return 0;
  if (direction === null) return share;
  for (let i = at + 1; i < pieces.length; i++) {
    const other = pieces[i];
    if (other.countsOnceAs === countsOnceAs && other.direction !== direction)
      return FOLLOW_BOTH_WAYS;
  }
  return share;
}

function weightOf(kind: EvidenceKind): EvidenceWeight {
  if (kind === 'rating' || kind === 'stated') {
    throw new RangeError(`Evidence of kind ${kind} has no weight: it replaces the sum.`);
  }
  return EVIDENCE_WEIGHTS[kind];
}

/** Index of the piece of a kind dated last, or -1. */
function latestOf(pieces: readonly EvidencePiece[], kind: EvidenceKind): number {
  let latest = -1;
  pieces.forEach((piece, i) => {
    if (piece.kind !== kind) return;
    // ISO dates sort as text, and the empty text before them all.
    if (latest < 0 || (piece.date ?? '') >= (pieces[latest].date ?? '')) latest = i;
  });
  return latest;
}

function replacingStrength(basis: 'rating' | 'stated', value: number | null): number {
  if (basis === 'rating') {
    const strength = RATING_STRENGTHS[(value ?? 0) - 1];
    if (strength === undefined) throw new RangeError(`A rating is 1 to 5, not ${value}.`);
    return strength;
  }
  if (value === null || !(value > 0 && value <= 1)) {
    throw new RangeError(`A stated strength lies in (0, 1]; ${value} does not.`);
  }
  return value;
}

/** Days by date, as far as dates were asked for: a sweep over a book asks for the same few thousand again and again. */
const knownDays = new Map<string, number>();
const MOST_KNOWN_DAYS = 10_000;

/** Days since 1970 of a 'YYYY-MM-DD' date. */
function toDay(date: string): number {
  const known = knownDays.get(date);
  if (known !== undefined) return known;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new RangeError(`"${date}" is not a date of the form YYYY-MM-DD.`);
  if (knownDays.size === MOST_KNOWN_DAYS) knownDays.clear();
  knownDays.set(date, time / DAY_MS);
  return time / DAY_MS;
}
