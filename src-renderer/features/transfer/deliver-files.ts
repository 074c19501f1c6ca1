import { largestFile, pieceSize } from '../../../src-main/contract/file-sizes.ts';
import type { Contract, InputOf } from '../../../src-main/contract/index.ts';
import { isMailbox, MailboxSlimmer } from '../../../src-main/contract/slim-mailbox.ts';
import { api } from '../../api.ts';
import type { Tell } from '../../jobs.ts';
import { text } from '../../text/index.ts';
import { piecesInParcels } from './pieces-in-parcels.ts';

const words = text.transfer.drop;

/** A file as it was chosen; `path` says where in a dropped folder it lay. */
export type ChosenFile = File & { readonly path?: string };
type InputFile = InputOf<Contract['transfer']['plan']>['files'][number];

/** Its name, or its way within the folder that was dropped. */
export function nameOf(file: ChosenFile): string {
  return (file.path ?? file.name).replace(/^\.?\//u, '');
}

/**
 * Brings chosen files to the store, piece by piece so that the window never waits for a large one.
 *
 * @returns the files as the call takes them that is about them
 * @throws Error of a file that is too large, or that cannot be read any more; ApiError
 */
export async function deliverFiles(
  files: readonly ChosenFile[],
  tell: Tell = () => undefined,
): Promise<InputFile[]> {
  const delivery = crypto.randomUUID();
  const contents: Content[] = [];
  for (const file of files) contents.push(await contentOf(file, tell));
  const total = contents.reduce((sum, { size }) => sum + size, 0);
  let delivered = 0;
  for (const parcel of piecesInParcels(contents)) {
    tell(total === 0 ? 0 : delivered / total, words.reading);
    const pieces = [];
    for (const { end, file, of, start } of parcel) {
      const bytes = await readPiece(of.name, of.blob.slice(start, end));
      pieces.push({ file, length: of.size, start, bytes });
      delivered += bytes.length;
    }
    await api.transfer.deliver({ delivery, pieces });
  }
  return files.map((file, at) => ({ name: nameOf(file), bytes: { delivery, file: at } }));
}

interface Content {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly blob: Blob;
}

/** Of a mailbox only who wrote to whom and when is handed on: it may be far larger than memory. */
async function contentOf(file: ChosenFile, tell: Tell): Promise<Content> {
  if (!isMailbox(await readPiece(file.name, file.slice(0, 4096)))) {
    if (file.size > largestFile) throw new Error(words.tooLarge(file.name));
    return { name: file.name, size: file.size, blob: file };
  }
  const slimmer = new MailboxSlimmer();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let start = 0; start < file.size; start += pieceSize) {
    tell(start / file.size, words.reading);
    parts.push(slimmer.push(await readPiece(file.name, file.slice(start, start + pieceSize))));
  }
  parts.push(slimmer.end());
  const blob = new Blob(parts);
  return { name: file.name, size: blob.size, blob };
}

/** A file that was moved, changed or unplugged since it was chosen cannot be read: the browser's own words say less. */
async function readPiece(name: string, piece: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await piece.arrayBuffer());
  } catch {
    throw new Error(words.unreadable(name));
  }
}
