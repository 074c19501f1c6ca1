/**
 * A ZIP as a platform hands it out. Nothing is written to disk, and nothing is expanded before its
 * stated size was checked; zlib then stops at that size, so a lying entry cannot grow past it.
 * (A library that expands first and asks later is what ZIP bombs are made for.)
 * Format: PKWARE APPNOTE 6.3.10; without ZIP64, which archives under 4 GB do not need.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '../../contract/result.ts';
import { decodeCharset, decodeUtf8Strictly } from '../decode-text.ts';

export interface ZipEntry {
  /** As in the archive, with `/` between folders. */
  readonly path: string;
  readonly compressedSize: number;
  readonly size: number;
  /** The bytes. @throws AppError UNREADABLE_FILE, TOO_LARGE */
  readonly read: () => Uint8Array;
}

/** The limit of one file; a contact list of a million people is smaller. */
const MAX_ENTRY_BYTES = 256 * 1024 * 1024;

/** Text shrinks to a tenth, a repetitive list to a fiftieth; only bombs go beyond this. */
const MAX_RATIO = 250;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

/** True if the bytes begin like a ZIP. */
export function isZip(bytes: Uint8Array): boolean {
  const signature = bytes.length < 22 ? 0 : viewOf(bytes).getUint32(0, true);
  return signature === LOCAL_SIGNATURE || signature === END_SIGNATURE;
}

/**
 * The files of an archive, without folders. Reading is left to the caller.
 * @throws AppError UNREADABLE_FILE, TOO_LARGE
 */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) {
    throw new AppError(
      'TOO_LARGE',
      'The archive is in the form for more than 65,535 files or 4 GB. Unpack it and import the ' +
        'folder, or only the contact lists in it.',
    );
  }
  const entries: ZipEntry[] = [];
  let offset = start;
  for (let i = 0; i < count; i++) {
    if (offset + 46 > end || view.getUint32(offset, true) !== ENTRY_SIGNATURE) throw damaged();
    const nameLength = view.getUint16(offset + 28, true);
    const next =
      offset +
      46 +
      nameLength +
      view.getUint16(offset + 30, true) +
      view.getUint16(offset + 32, true);
    if (next > end) throw damaged();
    const name = bytes.subarray(offset + 46, offset + 46 + nameLength);
    const path = decodeName(name).replaceAll('\\', '/');
    if (!path.endsWith('/')) entries.push(makeEntry(bytes, view, offset, path));
    offset = next;
  }
  return entries;
}

function makeEntry(bytes: Uint8Array, view: DataView, offset: number, path: string): ZipEntry {
  const flags = view.getUint16(offset + 8, true);
  const method = view.getUint16(offset + 10, true);
  const checksum = view.getUint32(offset + 16, true);
  const compressedSize = view.getUint32(offset + 20, true);
  const size = view.getUint32(offset + 24, true);
  const local = view.getUint32(offset + 42, true);
  const read = (): Uint8Array => {
    if ((flags & 1) === 1) throw unreadable(path, 'is protected by a password');
    if (method !== 0 && method !== 8) throw unreadable(path, 'is packed in a way unknown here');
    checkSize(path, compressedSize, size);
    const data = dataOf(bytes, view, local, compressedSize);
    const content = method === 0 ? data : inflate(path, data, size);
    if (content.length !== size || crc32(content) !== checksum)
      throw unreadable(path, 'is damaged');
    return content;
  };
  return { path, compressedSize, size, read };
}

function checkSize(path: string, compressedSize: number, size: number): void {
  if (size > MAX_ENTRY_BYTES) {
    throw new AppError(
      'TOO_LARGE',
      `"${shorten(path)}" would be ${Math.round(size / 1048576)} MB; the limit is 256 MB.`,
    );
  }
  if (size > 1048576 && size > compressedSize * MAX_RATIO) {
    throw new AppError(
      'TOO_LARGE',
      `"${shorten(path)}" would grow more than ${MAX_RATIO} times when unpacked; no contact list ` +
        'does, so it is taken for an attack.',
    );
  }
}

function dataOf(bytes: Uint8Array, view: DataView, local: number, size: number): Uint8Array {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_SIGNATURE) throw damaged();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > bytes.length) throw damaged();
  return bytes.subarray(start, start + size);
}

function inflate(path: string, data: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw unreadable(path, 'is damaged, or larger than the archive says');
  }
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let offset = view.byteLength - 22; offset >= lowest; offset--) {
    if (view.getUint32(offset, true) === END_SIGNATURE) return offset;
  }
  throw damaged();
}

/** UTF-8 by flag or in fact; else the character set of old DOS programs. */
function decodeName(bytes: Uint8Array): string {
  return decodeUtf8Strictly(bytes) ?? decodeCharset(bytes, 'cp437');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(): AppError {
  return new AppError(
    'UNREADABLE_FILE',
    'The archive is damaged or cut short: its table of contents cannot be read. ' +
      'Download it again.',
  );
}

function unreadable(path: string, what: string): AppError {
  return new AppError('UNREADABLE_FILE', `"${shorten(path)}" in the archive ${what}.`);
}

function shorten(path: string): string {
  return path.length > 120 ? `…${path.slice(-119)}` : path;
}
