import type { Contract, InputOf } from '../../../src-main/contract/index.ts';
import { isMailbox, MailboxSlimmer } from '../../../src-main/contract/slim-mailbox.ts';
import { text } from '../../text/index.ts';

/** The most that one file may have; the store refuses more as well. */
const largestFile = 512 * 1024 * 1024;
/** A mailbox is read in pieces of so many bytes. */
const pieceSize = 4 * 1024 * 1024;

/** A file as it was chosen; `path` says where in a dropped folder it lay. */
export type ChosenFile = File & { readonly path?: string };
type InputFile = InputOf<Contract['transfer']['plan']>['files'][number];

/** A chosen file as it is handed to the store. */
export async function readFile(file: ChosenFile): Promise<InputFile> {
  return { name: nameOf(file), bytes: await readBytes(file) };
}

/** Its name, or its way within the folder that was dropped. */
export function nameOf(file: ChosenFile): string {
  return (file.path ?? file.name).replace(/^\.?\//u, '');
}

/** Of a mailbox only who wrote to whom and when is handed on: it may be far larger than memory. */
async function readBytes(file: ChosenFile): Promise<Uint8Array<ArrayBuffer>> {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  if (!isMailbox(head)) {
    if (file.size > largestFile) throw new Error(text.transfer.drop.tooLarge(file.name));
    return new Uint8Array(await file.arrayBuffer());
  }
  const slimmer = new MailboxSlimmer();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let start = 0; start < file.size; start += pieceSize) {
    const piece = await file.slice(start, start + pieceSize).arrayBuffer();
    parts.push(slimmer.push(new Uint8Array(piece)));
  }
  parts.push(slimmer.end());
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
