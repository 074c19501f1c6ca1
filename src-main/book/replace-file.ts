import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: whoever looks finds what was there before or the new content. On a full disk an
 * earlier export stays as it was, and no torn one takes its place.
 *
 * @param content in one piece or several, each asked for when the one before is written
 * @throws the file system's error, or what asking for a piece throws, with nothing left behind
 */
export async function replaceFile(
  path: string,
  content: Uint8Array | Iterable<Uint8Array>,
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
