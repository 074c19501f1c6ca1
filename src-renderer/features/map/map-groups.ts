import type { Answer } from '../../api.ts';
import { text } from '../../text/index.ts';

export type MapGraph = Answer<'map', 'graph'>;
export type ColourBy = 'community' | 'tag' | 'platform';

/** A group of people of one colour. */
export interface Group {
  readonly label: string;
  readonly people: number;
}

export interface Grouping {
  /** At most as many as there are colours; what is left over has none. */
  readonly groups: readonly Group[];
  /** By place: number of the group, or -1. */
  readonly groupOf: Int8Array;
}

/** Colours that can be told from one another. */
const mostGroups = 10;
const words = text.map;

/**
 * Who has which colour. Who belongs to several groups has that of the largest: the answer gives a person's tags and
 * platforms, and their order decides.
 */
export function groupPeople(
  graph: MapGraph,
  by: ColourBy,
  platformName: (key: string) => string,
): Grouping {
  const keys = graph.people.map((person): readonly (number | string)[] => {
    if (by === 'community') return person.community === 0 ? [] : [person.community];
    return by === 'tag' ? person.tags : person.platforms;
  });
  const times = new Map<number | string, number>();
  for (const key of keys.flat()) times.set(key, (times.get(key) ?? 0) + 1);
  const ranked = [...times].toSorted(([, a], [, b]) => b - a).slice(0, mostGroups);
  const places = new Map(ranked.map(([key], at) => [key, at]));
  const groupOf = Int8Array.from(keys, (own) => {
    const found = own.flatMap((key) => places.get(key) ?? []);
    return found.length === 0 ? -1 : Math.min(...found);
  });
  groupOf[0] = -1;
  const groups = ranked.map(([key], at) => ({
    label: labelOf(graph, by, key, platformName),
    people: groupOf.filter((group) => group === at).length,
  }));
  return { groups, groupOf };
}

function labelOf(
  graph: MapGraph,
  by: ColourBy,
  key: number | string,
  platformName: (key: string) => string,
): string {
  if (by === 'platform') return platformName(String(key));
  if (by === 'tag') return `#${graph.tags.find(({ id }) => id === key)?.name ?? ''}`;
  return communityLabel(graph, Number(key));
}

/** "3 · #print", or "Community 3" where its people have nothing in common. */
export function communityLabel(graph: MapGraph, number: number): string {
  const name = graph.communities.find((community) => community.number === number)?.name ?? null;
  return name === null ? words.community(number) : words.namedCommunity(number, name);
}
