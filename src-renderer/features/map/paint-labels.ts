import type { Marks, Painting } from './scene-data.ts';
import { screenOf } from './paint-people.ts';

const nameFont = "500 12px 'Inter Variable', system-ui, sans-serif";
const captionFont = "600 15px 'Source Serif 4 Variable', Georgia, serif";
/** Names written at once, at most. */
const mostNames = 60;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Places whose names fit into the view without running into one another, the largest marks first. Worked out while
 * nothing moves; until the next time the same names move along.
 */
export function chooseNames(painting: Painting): number[] {
  const { context, data, view } = painting;
  // from afar names would only be in the way of what the groups are called
  if (data.names.length > 300 && view.k < 1.3) return [];
  context.font = nameFont;
  const taken: Box[] = captionBoxes(painting);
  const places = Array.from(data.names, (_, place) => place)
    .filter((place) => data.isShown[place] !== 0)
    .filter((place) => {
      const [x, y] = screenOf(painting, place);
      return x > 0 && y > 0 && x < view.width && y < view.height;
    })
    .toSorted((a, b) => (data.radii[b] ?? 0) - (data.radii[a] ?? 0));
  const chosen: number[] = [];
  for (const place of places.slice(0, mostNames * 6)) {
    const box = nameBox(painting, place);
    if (taken.some((other) => overlaps(other, box))) continue;
    taken.push(box);
    chosen.push(place);
    if (chosen.length === mostNames) break;
  }
  return chosen;
}

export function paintNames(painting: Painting, places: readonly number[], marks: Marks): void {
  const lifted = [marks.focus, marks.hover, ...marks.chain].filter((place) => place !== null);
  const { context, colours } = painting;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const place of new Set([...places, ...lifted])) {
    const [x, y, radius] = screenOf(painting, place);
    const isLifted = lifted.includes(place);
    context.font = isLifted ? nameFont.replace('500', '700') : nameFont;
    write(painting, painting.data.names[place] ?? '', x, y + radius + 4, colours.text);
  }
}

/** What the groups are called, over the middle of each. */
export function paintCaptions(painting: Painting): void {
  const { context, colours } = painting;
  context.font = captionFont;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { label, x, y } of captionPoints(painting)) write(painting, label, x, y, colours.text);
}

function captionPoints(painting: Painting): { label: string; x: number; y: number }[] {
  return painting.data.captions.map(({ label, places }) => {
    const points = places.map((place) => screenOf(painting, place));
    const middle = (axis: 0 | 1): number =>
      points.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, points.length);
    const top = Math.min(...points.map(([, y, radius]) => y - radius));
    return { label, x: middle(0), y: Math.max(top - 12, middle(1) - painting.view.height) };
  });
}

function captionBoxes(painting: Painting): Box[] {
  return captionPoints(painting).map(({ label, x, y }) => {
    const half = label.length * 4.2;
    return { left: x - half, right: x + half, top: y - 11, bottom: y + 11 };
  });
}

function nameBox(painting: Painting, place: number): Box {
  const [x, y, radius] = screenOf(painting, place);
  const half = (painting.data.names[place] ?? '').length * 3.4 + 3;
  return { left: x - half, right: x + half, top: y - radius, bottom: y + radius + 18 };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Words with a rim of the background, readable over lines and marks. */
function write(painting: Painting, words: string, x: number, y: number, colour: string): void {
  const { context, colours } = painting;
  context.lineWidth = 3.5;
  context.lineJoin = 'round';
  context.strokeStyle = colours.background;
  context.strokeText(words, x, y);
  context.fillStyle = colour;
  context.fillText(words, x, y);
}
