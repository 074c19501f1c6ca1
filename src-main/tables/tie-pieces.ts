import type { EvidenceKind } from './tie-evidence.ts';
import type { EvidencePiece } from '../graph/strength.ts';

/** The columns of a tie, or of one of its evidence rows, that decide what the tie is worth. */
export interface TieColumns {
  readonly rating: number | null;
  readonly statedStrength: number | null;
}
export interface EvidenceColumns {
  readonly kind: EvidenceKind;
  readonly platformId: number | null;
  readonly direction: 'low_to_high' | 'high_to_low' | null;
  readonly onDate: string | null;
}

/** What replaces the sum of the evidence: a rating by hand, a strength stated in a file, or nothing. */
export function replacingPieces(tie: TieColumns): EvidencePiece[] {
  const pieces: EvidencePiece[] = [];
  if (tie.rating !== null) pieces.push({ kind: 'rating', value: tie.rating });
  if (tie.statedStrength !== null) pieces.push({ kind: 'stated', value: tie.statedStrength });
  return pieces;
}

/** A row of evidence as the graph weighs it; null for a row of kind 'stated', whose value stands in its tie. */
export function evidencePiece(row: EvidenceColumns): EvidencePiece | null {
  if (row.kind === 'stated') return null;
  return {
    kind: row.kind,
    platform: row.platformId,
    direction:
      row.direction === null ? null : row.direction === 'low_to_high' ? 'forward' : 'backward',
    date: row.onDate,
  };
}
