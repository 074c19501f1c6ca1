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

export function weakKey(displayName: string): string {
  return `name:${foldName(displayName)}`;
}

export function sameText(a: string | null, b: string): boolean {
  return a !== null && a.normalize('NFC') === b.normalize('NFC');
}

export function remember<Value>(kept: Map<string, Value>, key: string, find: () => Value): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = find();
  kept.set(key, found);
  return found;
}

export function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** One value, as in most lists, takes no array. */
export type OneOrMore<Value> = Value | Value[];

export function appendOne<Key, Value extends number | object>(
  map: Map<Key, OneOrMore<Value>>,
  key: Key,
  value: Value,
): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, value);
  else if (Array.isArray(known)) known.push(value);
  else map.set(key, [known, value]);
}

/** All of them; not to be changed. */
export function listOf<Value>(values: OneOrMore<Value> | undefined): readonly Value[] {
  if (values === undefined) return none;
  return Array.isArray(values) ? values : [values];
}

/** Shared, since most of what a file names is new. */
export const none: readonly never[] = [];
