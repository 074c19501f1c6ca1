import { pieceSize } from '../../../src-main/contract/file-sizes.ts';

/** Pieces of small files that go together. */
const mostPieces = 1000;

/** A part of a file: bytes from `start` up to `end`. */
export interface Piece<File> {
  readonly of: File;
  /** Its place among the files. */
  readonly file: number;
  readonly start: number;
  readonly end: number;
}

/** Cuts files into parcels of so many bytes: large ones into pieces, small ones together. An empty file is a piece too. */
export function* piecesInParcels<File extends { readonly size: number }>(
  files: readonly File[],
  most = pieceSize,
): Generator<readonly Piece<File>[]> {
  let parcel: Piece<File>[] = [];
  let room = most;
  for (const [file, of] of files.entries()) {
    let start = 0;
    do {
      const end = Math.min(of.size, start + room);
      parcel.push({ of, file, start, end });
      room -= end - start;
      start = end;
      if (room === 0 || parcel.length === mostPieces) {
        yield parcel;
        parcel = [];
        room = most;
      }
    } while (start < of.size);
  }
  if (parcel.length > 0) yield parcel;
}
