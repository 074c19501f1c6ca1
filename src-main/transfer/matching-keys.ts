/** Under which texts the matching index keeps what it knows. */
import { type AccountMarks, comparableUrl } from '../tables/accounts.ts';
import { foldName } from '../tables/fold-name.ts';
import type { Ref } from './plan-stage.ts';

/** What makes two files two editions of one list. */
export interface ListKey {
  readonly format: string;
  readonly owner: Ref | null;
  readonly event: Ref | null;
}

export function listText({ format, owner, event }: ListKey): string {
  return `${format} ${owner} ${event}`;
}

/** A URL identifies only where nothing better does: links to pages of X differ in their ids alone. */
export function strongMarks({ externalId, handle, url }: AccountMarks): string[] {
  const found: string[] = [];
  if (externalId) found.push(`id:${externalId}`);
  if (handle) found.push(`handle:${handle.toLowerCase()}`);
  if (found.length === 0 && url) found.push(`url:${comparableUrl(url)}`);
  return found;
}

/** All strong marks in one text, by which what is known of them is kept; null: there is none. */
export function marksKey(marks: AccountMarks): string | null {
  const { externalId, handle } = marks;
  // a handle alone, as most platforms give it, is its own key: it has no space in it, which the others have
  if (handle && !externalId && !handle.includes(' ')) return handle.toLowerCase();
  const said = strongMarks(marks);
  return said.length === 0 ? null : ` ${said.join(' ')}`;
}

export function weakKey(displayName: string): string {
  return `name:${foldName(displayName)}`;
}

export function sameText(a: string | null, b: string): boolean {
  return a !== null && a.normalize('NFC') === b.normalize('NFC');
}
