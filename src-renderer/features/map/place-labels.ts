import { type Box, LabelGrid } from './label-grid.ts';
import { markScale, type SceneData, type View } from './scene-data.ts';

/** Words on the map. They move along with what they name until the map rests, and are placed anew then. */
export interface Label {
  readonly text: string;
  readonly kind: 'name' | 'caption';
  /** Of whom it is the name; null for a caption. */
  readonly place: number | null;
  /** Where what they name stands, in the network's own measure. */
  readonly x: number;
  readonly y: number;
  /** How far from there their middle is, in pixels. */
  readonly dx: number;
  readonly dy: number;
  /** Half of their width, in pixels. */
  readonly half: number;
}

export const fonts: Readonly<Record<Label['kind'], string>> = {
  name: "500 12px 'Inter Variable', system-ui, sans-serif",
  caption: "600 14px 'Source Serif 4 Variable', Georgia, serif",
};
const heights: Readonly<Record<Label['kind'], number>> = { name: 15, caption: 18 };

/** Pixels at the lower edge on which nothing is written. */
export const footer = 40;

/** Where the buttons stand, in the lower right corner. */
const buttons = { width: 52, height: 120 };

/** Names written at once, at most. */
const mostNames = 60;
/** From so many people on, names are only written from near: from afar they would hide what the groups are called. */
const manyPeople = 300;
const nearFrom = 1.3;
/** The share of a name that may cover marks; of the largest few, who are looked for first, more. */
const coverAllowed = 0.04;
const coverAllowedOfLargest = 0.3;
const largest = 8;
/** The share of a group's people above (or below) whom its caption stands: a few that lie far off do not carry it away. */
const outlying = 0.1;

interface LabelInput {
  readonly data: Pick<SceneData, 'names' | 'radii' | 'isShown' | 'captions'>;
  /** x and y of everybody in turn, in the network's own measure. */
  readonly positions: Float32Array;
  readonly view: View;
  /** Of words in their font, in pixels. */
  readonly widthOf: (text: string, kind: Label['kind']) => number;
}

/**
 * The words for a view in which nothing moves: what the groups are called, then names, the largest marks first; each
 * where it covers fewest marks, and left out where it would run into other words.
 */
export function placeLabels(input: LabelInput): Label[] {
  const { data, view } = input;
  const grid = new LabelGrid(view.width, view.height);
  // the line on keys and the buttons stand there, over the map
  grid.putWords({ left: 0, right: view.width, top: view.height - footer, bottom: view.height });
  grid.putWords({
    left: view.width - buttons.width,
    right: view.width,
    top: view.height - buttons.height,
    bottom: view.height,
  });
  for (let place = 0; place < data.names.length; place++) {
    const { x, y, radius } = screenAt(input, place);
    grid.putMark(x, y, radius);
  }
  return [...placeCaptions(input, grid), ...placeNames(input, grid)];
}

/** Where words stand in a view. */
export function boxOf({ x, y, dx, dy, half, kind }: Label, view: View): Box {
  const [middleX, middleY] = [x * view.k + view.x + dx, y * view.k + view.y + dy];
  const tall = heights[kind] / 2;
  return {
    left: middleX - half,
    right: middleX + half,
    top: middleY - tall,
    bottom: middleY + tall,
  };
}

/** A name under its mark, also where it covers others: of whoever is pointed at. */
export function labelBelow(input: LabelInput, place: number): Label {
  const [below] = waysToName(input, place);
  return below;
}

function placeNames(input: LabelInput, grid: LabelGrid): Label[] {
  const { data, view } = input;
  if (data.names.length > manyPeople && view.k < nearFrom) return [];
  const candidates = data.names
    .map((_, place) => place)
    .filter((place) => data.isShown[place] !== 0 && isInside(screenAt(input, place), view))
    .toSorted((a, b) => (data.radii[b] ?? 0) - (data.radii[a] ?? 0))
    .slice(0, mostNames * 6);
  const placed: Label[] = [];
  for (const [rank, place] of candidates.entries()) {
    if (placed.length === mostNames) break;
    const allowed = rank < largest ? coverAllowedOfLargest : coverAllowed;
    const label = takeBest(grid, view, waysToName(input, place), allowed);
    if (label !== null) placed.push(label);
  }
  return placed;
}

function placeCaptions(input: LabelInput, grid: LabelGrid): Label[] {
  return input.data.captions.flatMap((caption) => {
    const label = takeBest(grid, input.view, waysToCaption(input, caption), 1);
    return label === null ? [] : [label];
  });
}

/** The way of placing words that covers fewest marks, of equal ones the first; null if none is free or good enough. */
function takeBest(
  grid: LabelGrid,
  view: View,
  ways: readonly Label[],
  allowed: number,
): Label | null {
  let best: Label | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const label of ways) {
    const cover = grid.coverOf(boxOf(label, view));
    if (cover !== null && cover <= allowed && cover < least) [best, least] = [label, cover];
  }
  if (best !== null) grid.putWords(boxOf(best, view));
  return best;
}

/** Below, above, to the right and to the left of the mark. */
function waysToName(input: LabelInput, place: number): [Label, ...Label[]] {
  const { data, positions, view } = input;
  const text = data.names[place] ?? '';
  const half = input.widthOf(text, 'name') / 2;
  const radius = (data.radii[place] ?? 0) * markScale(view.k);
  const [x, y] = [positions[place * 2] ?? 0, positions[place * 2 + 1] ?? 0];
  const [down, aside] = [radius + 4 + heights.name / 2, radius + 5 + half];
  const way = (dx: number, dy: number): Label => ({
    text,
    kind: 'name',
    place,
    x,
    y,
    dx,
    dy,
    half,
  });
  return [way(0, down), way(0, -down), way(aside, 0), way(-aside, 0)];
}

/** Over the group, further up, or under it; in the middle of its width, and within the window's. */
function waysToCaption(
  input: LabelInput,
  { label: text, places }: SceneData['captions'][number],
): Label[] {
  const { positions, view } = input;
  const xs = places.map((place) => positions[place * 2] ?? 0).toSorted((a, b) => a - b);
  const ys = places.map((place) => positions[place * 2 + 1] ?? 0).toSorted((a, b) => a - b);
  const at = (sorted: readonly number[], share: number): number =>
    sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [x, top, bottom] = [at(xs, 0.5), at(ys, outlying), at(ys, 1 - outlying)];
  const half = input.widthOf(text, 'caption') / 2;
  const middle = x * view.k + view.x;
  const isInView = middle > 0 && middle < view.width;
  const dx = isInView ? Math.max(half + 4, Math.min(view.width - half - 4, middle)) - middle : 0;
  const away = 10 + heights.caption / 2;
  const way = (y: number, dy: number): Label => ({
    text,
    kind: 'caption',
    place: null,
    x,
    y,
    dx,
    dy,
    half,
  });
  return [
    ...[0, 1, 2].map((step) => way(top, -away - step * (heights.caption + 2))),
    way(bottom, away),
    way(bottom, away + heights.caption + 2),
  ];
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function screenAt({ data, positions, view }: LabelInput, place: number): Point {
  return {
    x: (positions[place * 2] ?? 0) * view.k + view.x,
    y: (positions[place * 2 + 1] ?? 0) * view.k + view.y,
    radius: (data.radii[place] ?? 0) * markScale(view.k),
  };
}

function isInside({ x, y }: Point, { width, height }: View): boolean {
  return x > 0 && y > 0 && x < width && y < height;
}
