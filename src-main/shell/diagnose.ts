import { arch, platform, release } from 'node:os';
import { storeContract } from '../contract/index.ts';
import type { EventLog } from './event-log.ts';
import type { StoreClient } from './store-client.ts';

/** So many lines of the log, the newest. */
const shownLines = 200;

/** What runs here, by name. */
export function readVersions(acquaint: string): Record<string, string> {
  const { chrome, electron, node } = process.versions;
  return { acquaint, electron, chrome, node, system: `${platform()} ${release()} ${arch()}` };
}

/**
 * What helps whoever mends Acquaint, and says nothing of whom the book is about: versions, how the book is, how much is in
 * it, how many backups there are, and the log of events. Neither its place nor a path of a backup, which name the user.
 */
export async function diagnose(
  store: Pick<StoreClient, 'invoke'>,
  log: Pick<EventLog, 'read'>,
): Promise<string> {
  const { backups, book } = storeContract;
  const status = await store.invoke('book.status', {});
  const found = status.ok ? book.status.output.safeParse(status.value).data : undefined;
  const list = await store.invoke('backups.list', {});
  const copies = list.ok ? backups.list.output.safeParse(list.value).data : undefined;
  const facts = {
    book: status.ok ? found?.state : status.error.code,
    refusal: found?.refusal?.code ?? null,
    counts: found?.counts ?? null,
    backups: copies?.copies.length ?? null,
    damagedBackups: copies?.copies.filter(({ bytesAre }) => bytesAre === 'changed').length ?? null,
    isInCloudFolder: copies === undefined ? null : copies.cloud !== null,
  };
  const lines = log.read().trimEnd().split('\n').slice(-shownLines);
  return `${JSON.stringify(facts, null, 2)}\n${lines.join('\n')}\n`;
}
