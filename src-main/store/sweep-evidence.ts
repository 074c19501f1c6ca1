import type { ReadableBook } from '../book/access.ts';
import { EVIDENCE_WEIGHTS } from '../graph/index.ts';
import type { EvidenceKind } from '../tables/tie-evidence.ts';
import type { EvidenceColumns } from '../tables/tie-pieces.ts';
import type { EvidencePatterns } from './evidence-patterns.ts';
import { inChunks, readIdSpan } from './sweep-in-chunks.ts';

/*
 * A row of evidence is read as one whole number, tie and all that decides what it is worth, because each value
 * that crosses from SQLite costs as much as everything else. Only what fades has a date beside it.
 */

const kinds: readonly EvidenceKind[] = [
  ...(Object.keys(EVIDENCE_WEIGHTS) as EvidenceKind[]),
  'stated',
];
const fadingKinds = kinds.filter((kind) => kind !== 'stated' && EVIDENCE_WEIGHTS[kind].fades);
const isFading = kinds.map((kind) => fadingKinds.some((fading) => fading === kind));
const directions = [null, 'low_to_high', 'high_to_low'] as const;
const kindBits = 5;
const directionBits = 2;
const datedBit = 2 ** (kindBits + directionBits);
const codesAPlatform = datedBit * 2;

const kindCode = `CASE kind ${kinds.map((kind, code) => `WHEN '${kind}' THEN ${code}`).join(' ')} END`;
const directionCode = `CASE WHEN direction IS NULL THEN 0 WHEN direction = 'low_to_high' THEN 1 ELSE 2 END`;
const codeSql = `coalesce(platform_id, 0) * ${codesAPlatform} + (on_date IS NOT NULL) * ${datedBit}
  + ${directionCode} * ${2 ** kindBits} + ${kindCode}`;
const fades = `(on_date IS NOT NULL AND kind IN (${fadingKinds.map((kind) => `'${kind}'`).join(', ')}))`;

/** Goes through all evidence: `take` is given the tie and the number of the piece in `patterns`. */
export function* sweepEvidence(
  book: ReadableBook,
  patterns: EvidencePatterns,
  take: (tieId: number, piece: number) => void,
): Generator<number, void> {
  const platforms = book.value<number>('SELECT max(id) FROM platform') ?? 0;
  const codes = (platforms + 1) * codesAPlatform;
  const lastTie = book.value<number>('SELECT max(id) FROM tie') ?? 0;
  if (!Number.isSafeInteger((lastTie + 1) * codes)) {
    throw new RangeError(
      'The numbers of ties and platforms in this book are too large to be read.',
    );
  }
  const lasting = new Map<number, number>();
  const fading = new Map<string, Map<number, number>>();
  for (const chunk of inChunks(book, 'evidence', readIdSpan(book, 'evidence'))) {
    const range = { from: chunk.from, to: chunk.to };
    const packed = book.column<number>(
      `SELECT tie_id * ${codes} + ${codeSql} FROM evidence WHERE id BETWEEN @from AND @to ORDER BY id`,
      range,
    );
    const dates = book.column<string>(
      `SELECT on_date FROM evidence WHERE id BETWEEN @from AND @to AND ${fades} ORDER BY id`,
      range,
    );
    let nextDate = 0;
    for (const value of packed) {
      const tieId = Math.floor(value / codes);
      const code = value - tieId * codes;
      const canFade = (code & datedBit) !== 0 && isFading[code % 2 ** kindBits] === true;
      const onDate = canFade ? (dates[nextDate++] ?? null) : null;
      const pieces = onDate === null ? lasting : piecesOf(fading, onDate);
      take(tieId, pieceOf(patterns, pieces, code, onDate));
    }
    yield chunk.done;
  }
}

function piecesOf(fading: Map<string, Map<number, number>>, onDate: string): Map<number, number> {
  let pieces = fading.get(onDate);
  if (pieces === undefined) {
    pieces = new Map();
    fading.set(onDate, pieces);
  }
  return pieces;
}

/** The number of a piece, given out when it is met for the first time. */
function pieceOf(
  patterns: EvidencePatterns,
  known: Map<number, number>,
  code: number,
  onDate: string | null,
): number {
  const found = known.get(code);
  if (found !== undefined) return found;
  const made = patterns.addPiece(columnsOf(code, onDate));
  known.set(code, made);
  return made;
}

function columnsOf(code: number, onDate: string | null): EvidenceColumns {
  const kind = kinds[code % 2 ** kindBits];
  if (kind === undefined) throw new Error('The book has evidence of a kind that is not known.');
  const direction = directions[Math.floor(code / 2 ** kindBits) % 2 ** directionBits] ?? null;
  const platform = Math.floor(code / codesAPlatform);
  return { kind, platformId: platform === 0 ? null : platform, direction, onDate };
}
