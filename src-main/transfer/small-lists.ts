/** What a plan keeps of each of a hundred thousand people: mostly nothing or one thing, which shall take no more room than that. */

/** Shared, since most of what a file names is new. */
export const none: readonly never[] = [];

/** Shared as well, where a list of the caller's own is wanted; never added to. */
export const empty: never[] = [];

/** The list with one more at its end: a few have an array of just their size, which one that is pushed to has not. */
export function extended<Item>(list: readonly Item[], item: Item): Item[] {
  if (list.length < few) return [...list, item];
  (list as Item[]).push(item);
  return list as Item[];
}

const few = 8;

export function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** What is kept under the key, found or made the first time. */
export function remember<Key, Value>(kept: Map<Key, Value>, key: Key, find: () => Value): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = find();
  kept.set(key, found);
  return found;
}
