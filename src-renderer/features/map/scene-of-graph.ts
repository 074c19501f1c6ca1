import { communityLabel, type Grouping, type MapGraph } from './map-groups.ts';
import type { SceneData } from './scene-data.ts';

export type SizeBy = 'ties' | 'brokerage';

const smallest = 3.4;
const grows = 7.5;
const myRadius = 11;
/** From so many people on, marks are smaller, so that ties and gaps can be seen between them. */
const crowdedFrom = 1000;
const crowdedScale = 0.55;
/** Communities named on the map, at most. */
const mostCaptions = 12;

/** What a person is large by: ties, or how far from constraint (1 - Burt's constraint, at least 0). */
export function sizeOf(person: MapGraph['people'][number], by: SizeBy): number {
  if (by === 'ties') return person.ties;
  return person.constraint === null ? 0 : Math.max(0, 1 - person.constraint);
}

/** What is painted of a network. `only` is the one group in full colour, or null for all. */
export function sceneOfGraph(
  graph: MapGraph,
  { groupOf }: Grouping,
  options: { sizeBy: SizeBy; only: number | null; isByCommunity: boolean },
): SceneData {
  const { sizeBy, only, isByCommunity } = options;
  const sizes = graph.people.map((person) => sizeOf(person, sizeBy));
  const largest = Math.max(1e-9, ...sizes.slice(1));
  // areas, not radii, are in proportion
  const scale = graph.people.length > crowdedFrom ? crowdedScale : 1;
  const radii = Float32Array.from(
    sizes,
    (size) => scale * (smallest + grows * Math.sqrt(size / largest)),
  );
  radii[0] = myRadius;
  return {
    names: graph.people.map(({ name }) => name),
    radii,
    groupOf,
    hasMarks: !isByCommunity,
    isShown: Uint8Array.from(groupOf, (group, place) =>
      only === null || group === only || place === 0 ? 1 : 0,
    ),
    from: graph.from,
    to: graph.to,
    captions: isByCommunity ? captionsOf(graph) : [],
  };
}

function captionsOf(graph: MapGraph): SceneData['captions'] {
  const least = graph.people.length > 300 ? 12 : 3;
  return graph.communities
    .filter(({ size }) => size >= least)
    .slice(0, mostCaptions)
    .map(({ number }) => ({
      label: communityLabel(graph, number),
      places: graph.people.flatMap(({ community }, place) => (community === number ? [place] : [])),
    }));
}
