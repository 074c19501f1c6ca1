/** Files that arrive in pieces, before the call that is about them. */
import type { contract, ParsedInputOf } from '../contract/index.ts';
import { AppError } from '../contract/result.ts';

type Transfer = (typeof contract)['transfer'];
type Delivery = ParsedInputOf<Transfer['deliver']>;
type Piece = Delivery['pieces'][number];
type InputFile = ParsedInputOf<Transfer['plan']>['files'][number];

/** An input file with its bytes, whichever way they came. */
export type WholeFile = Omit<InputFile, 'bytes'> & { readonly bytes: Uint8Array };

interface ArrivingFile {
  readonly bytes: Uint8Array;
  /** How many of them are there. */
  arrived: number;
}

/** One may still be on its way for a call that nobody waits for any more, while the next arrives. */
const mostDeliveries = 2;

/** The deliveries whose call has not come yet, the last two: one that was broken off must not stay for ever. */
export class Deliveries {
  readonly #deliveries = new Map<string, Map<number, ArrivingFile>>();

  /** @throws AppError INVALID_INPUT for a piece that does not follow the one before it */
  add({ delivery, pieces }: Delivery): void {
    const files = this.#deliveries.get(delivery) ?? this.#begin(delivery);
    for (const piece of pieces) addPiece(files, piece);
  }

  /**
   * A file with its bytes; should they have been delivered, they are not here any more afterwards.
   *
   * @throws AppError NOT_FOUND when they did not arrive, or not all of them
   */
  take({ bytes, ...file }: InputFile): WholeFile {
    return { ...file, bytes: bytes instanceof Uint8Array ? bytes : this.#take(file.name, bytes) };
  }

  #begin(delivery: string): Map<number, ArrivingFile> {
    const files = new Map<number, ArrivingFile>();
    this.#deliveries.set(delivery, files);
    for (const eldest of this.#deliveries.keys()) {
      if (this.#deliveries.size <= mostDeliveries) break;
      this.#deliveries.delete(eldest);
    }
    return files;
  }

  #take(name: string, { delivery, file }: Exclude<InputFile['bytes'], Uint8Array>): Uint8Array {
    const files = this.#deliveries.get(delivery);
    const found = files?.get(file);
    if (found === undefined || found.arrived < found.bytes.length) {
      throw new AppError(
        'NOT_FOUND',
        `"${name}" did not arrive whole, so nothing was read. Choose it again.`,
      );
    }
    files?.delete(file);
    if (files?.size === 0) this.#deliveries.delete(delivery);
    return found.bytes;
  }
}

function addPiece(files: Map<number, ArrivingFile>, { bytes, file, length, start }: Piece): void {
  let arriving = files.get(file);
  if (arriving === undefined) {
    arriving = { bytes: new Uint8Array(length), arrived: 0 };
    files.set(file, arriving);
  }
  const isNext = start === arriving.arrived && length === arriving.bytes.length;
  if (!isNext || start + bytes.length > length) {
    throw new AppError('INVALID_INPUT', 'The pieces of a file arrived in another order.');
  }
  arriving.bytes.set(bytes, start);
  arriving.arrived += bytes.length;
}
