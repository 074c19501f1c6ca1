import { findCommunities } from './communities.ts';
import type { CompactGraph } from './compact-graph.ts';
import { findConstraint } from './constraint.ts';
import { GraphBuilder } from './graph-builder.ts';
import {
  findNeighbourhood,
  type Neighbourhood,
  type NeighbourhoodOptions,
} from './neighbourhood.ts';

/** What a map of the network around one person shows; all lists by place in `around.people`. */
export interface Surroundings {
  readonly around: Neighbourhood;
  /** Numbers of communities from 1; 0: in none. */
  readonly communities: Uint32Array;
  /** Burt's constraint of each among those on the map; null: no ties. */
  readonly constraints: readonly (number | null)[];
  /** Numbers of the platforms of each one's ties towards the middle. */
  readonly platforms: readonly (readonly number[])[];
}

/** The part of the network around a person, in communities that would stay if that person were away. */
export function findSurroundings(
  graph: CompactGraph,
  me: number,
  options: NeighbourhoodOptions,
): Surroundings {
  const { checkpoint } = options;
  const around = findNeighbourhood(graph, me, {
    ...options,
    checkpoint: (done) => checkpoint?.(done / 4),
  });
  const communities = findCommunities(around.people.length, around, 0);
  const constraints = findConstraints(around, (done) => checkpoint?.(0.5 + done / 2));
  return { around, communities, constraints, platforms: readPlatforms(graph, around) };
}

/** By place: numbers of the platforms of the ties towards the one in the middle. */
function readPlatforms(graph: CompactGraph, { people, hops, from, to }: Neighbourhood): number[][] {
  const platforms = people.map(() => new Set<number>());
  from.forEach((near, at) => {
    const far = to[at] ?? near;
    if ((hops[near] ?? 0) >= (hops[far] ?? 0)) return;
    const tie = graph.tie(people[near] ?? 0, people[far] ?? 0);
    for (const platform of tie?.platforms ?? []) platforms[far]?.add(platform);
  });
  return platforms.map((numbers) => [...numbers]);
}

/** By place: Burt's constraint among those on the map, whose ties beyond it are not looked at. */
function findConstraints(
  { people, from, to, strengths }: Neighbourhood,
  checkpoint: (done: number) => void,
): (number | null)[] {
  const builder = new GraphBuilder(from.length);
  people.forEach((_, place) => builder.addPerson(place + 1));
  from.forEach((place, at) => {
    builder.addTie(place + 1, (to[at] ?? place) + 1, strengths[at] ?? 1);
  });
  const part = builder.build({ me: 1 });
  return people.map((_, place) => {
    if (place % 256 === 0) checkpoint(place / people.length);
    return findConstraint(part, place + 1);
  });
}
