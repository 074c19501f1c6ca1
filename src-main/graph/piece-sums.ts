import { checksum } from './checksum.ts';

/**
 * Bytes of a packed copy that are summed at a time: whoever reads them has them in the cache yet, and several can read at
 * once.
 */
export const PIECE_BYTES = 256 * 1024;
/** Words of the sum of a piece. */
export const SUM_WORDS = 4;

/** Words at the beginning of the first piece that no sum covers: among them the sum of all sums. */
const WORDS_NOT_SUMMED = 6;

/** The sum of a piece, given its words and its number. */
export function sumPiece(words: Uint32Array, piece: number): Uint32Array {
  return checksum(piece === 0 ? words.subarray(WORDS_NOT_SUMMED) : words);
}

/** The sums of all pieces, one behind the other. */
export function sumPieces(words: Uint32Array): Uint32Array {
  const wordsAPiece = PIECE_BYTES / Uint32Array.BYTES_PER_ELEMENT;
  const pieces = Math.ceil(words.length / wordsAPiece);
  const sums = new Uint32Array(pieces * SUM_WORDS);
  for (let piece = 0; piece < pieces; piece++) {
    const part = words.subarray(piece * wordsAPiece, (piece + 1) * wordsAPiece);
    sums.set(sumPiece(part, piece), piece * SUM_WORDS);
  }
  return sums;
}
