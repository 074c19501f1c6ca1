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

/** One of the things that identify an account, in the form in which it is compared. */
interface StrongMark {
  readonly kind: 'id' | 'handle' | 'url';
  readonly value: string;
}

/** The surest first. A URL identifies only where nothing better does: links to pages of X differ in their ids alone. */
export function strongMarks({ externalId, handle, url }: AccountMarks): StrongMark[] {
  const found: StrongMark[] = [];
  if (externalId) found.push({ kind: 'id', value: externalId });
  if (handle) found.push({ kind: 'handle', value: handle.toLowerCase() });
  if (found.length === 0 && url) found.push({ kind: 'url', value: comparableUrl(url) });
  return found;
}

/** As in the key of an account. */
export function markText({ kind, value }: StrongMark): string {
  return `${kind}:${value}`;
}

/** All strong marks in one text, by which what is known of them is kept; null: there is none. */
export function marksKey(marks: AccountMarks): string | null {
  const { externalId, handle } = marks;
  // a handle alone, as most platforms give it, is its own key: it has no space in it, which the others have
  if (handle && !externalId && !handle.includes(' ')) return handle.toLowerCase();
  const said = strongMarks(marks);
  return said.length === 0 ? null : ` ${said.map(markText).join(' ')}`;
}

export function weakKey(displayName: string): string {
  return `name:${foldName(displayName)}`;
}

export function sameText(a: string | null, b: string): boolean {
  return a !== null && a.normalize('NFC') === b.normalize('NFC');
}
