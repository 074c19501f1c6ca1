import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';

/** What a layout needs to know; people are places from 0, and the first one is me, in the middle. */
export interface LayoutInput {
  readonly communities: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly strengths: Float32Array;
}

export interface Layout {
  /** One step nearer to rest; true while there is more to do. */
  step(): boolean;
  /** x and y of each person in turn, me at 0, 0. Of no particular unit: neighbours lie some 14 apart. */
  positions(): Float32Array<ArrayBuffer>;
}

interface Node extends SimulationNodeDatum {
  homeX: number;
  homeY: number;
  pull: number;
}

/** Room that a person takes, on the average; communities are discs of it. */
const spacing = 14;
/** Kept free around me. */
const clearing = 46;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/**
 * Lays a network out: each community gets a disc of its own around me, the largest nearest, people without one a ring
 * outside of all; then forces let ties pull and people make room. Without chance: the same network looks the same.
 */
export function createLayout(input: LayoutInput): Layout {
  const nodes = placeHomes(input.communities);
  const links = Array.from(input.from, (source, at) => ({
    source,
    target: input.to[at] ?? source,
    strength: input.strengths[at] ?? 0,
  })).filter(({ source, target }) => source !== 0 && target !== 0);
  const ticks = nodes.length > 1500 ? 110 : 260;
  const simulation = forceSimulation(nodes)
    .stop()
    .alphaDecay(1 - 0.002 ** (1 / ticks))
    .force(
      'x',
      forceX<Node>(({ homeX }) => homeX).strength(({ pull }) => pull),
    )
    .force(
      'y',
      forceY<Node>(({ homeY }) => homeY).strength(({ pull }) => pull),
    )
    .force('charge', forceManyBody().strength(-22).theta(1.1).distanceMax(160))
    .force(
      'link',
      forceLink<Node, (typeof links)[number]>(links)
        .distance(spacing * 1.6)
        .strength(0.04),
    )
    .force('collide', forceCollide(spacing * 0.36));
  let left = ticks;
  return {
    step() {
      simulation.tick();
      left--;
      return left > 0;
    },
    positions() {
      const xy = new Float32Array(nodes.length * 2);
      nodes.forEach(({ x = 0, y = 0 }, at) => xy.set([x, y], at * 2));
      return xy;
    },
  };
}

function placeHomes(communities: Uint32Array): Node[] {
  const members = new Map<number, number[]>();
  communities.forEach((community, place) => {
    if (place > 0) members.set(community, [...(members.get(community) ?? []), place]);
  });
  const nodes: Node[] = Array.from(communities, () => nodeAt(0, 0, 0.06));
  const discs: Disc[] = [{ x: 0, y: 0, radius: clearing }];
  const ordered = [...members].filter(([number]) => number > 0).toSorted(([a], [b]) => a - b);
  for (const [, places] of ordered) {
    const disc = findRoom(discs, (spacing / 1.7) * Math.sqrt(places.length));
    discs.push(disc);
    places.forEach((place, at) => {
      // a sunflower: even in every direction
      const out = disc.radius * Math.sqrt((at + 0.5) / places.length);
      const angle = at * goldenAngle;
      nodes[place] = nodeAt(disc.x, disc.y, 0.06);
      Object.assign(nodes[place] ?? {}, {
        x: disc.x + out * Math.cos(angle),
        y: disc.y + out * Math.sin(angle),
      });
    });
  }
  const edge = Math.max(...discs.map(({ x, y, radius }) => Math.hypot(x, y) + radius));
  placeRings(nodes, members.get(0) ?? [], edge + spacing * 1.5);
  const [me] = nodes;
  if (me !== undefined) Object.assign(me, { fx: 0, fy: 0, x: 0, y: 0 });
  return nodes;
}

function nodeAt(x: number, y: number, pull: number): Node {
  return { x, y, homeX: x, homeY: y, pull };
}

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The nearest free place along a spiral from the middle. */
function findRoom(taken: readonly Disc[], radius: number): Disc {
  for (let turn = 1; ; turn++) {
    const out = Math.sqrt(turn) * spacing * 0.8;
    const x = out * Math.cos(turn * 0.21);
    const y = out * Math.sin(turn * 0.21);
    const isFree = taken.every(
      (disc) => Math.hypot(disc.x - x, disc.y - y) > disc.radius + radius + spacing * 1.4,
    );
    if (isFree) return { x, y, radius };
  }
}

/** Rings around everything, as many as are needed. */
function placeRings(nodes: Node[], places: readonly number[], inner: number): void {
  let radius = inner;
  let at = 0;
  while (at < places.length) {
    const room = Math.max(1, Math.floor((2 * Math.PI * radius) / spacing));
    const onRing = places.slice(at, at + room);
    onRing.forEach((place, index) => {
      const angle = (index / onRing.length) * 2 * Math.PI;
      nodes[place] = nodeAt(radius * Math.cos(angle), radius * Math.sin(angle), 0.6);
    });
    at += room;
    radius += spacing;
  }
}
