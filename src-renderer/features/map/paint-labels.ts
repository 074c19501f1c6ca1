import type { Marks, Painting } from './scene-data.ts';
import { screenOf } from './paint-people.ts';

const nameFont = "500 12px 'Inter Variable', system-ui, sans-serif";
const captionFont = "600 14px 'Source Serif 4 Variable', Georgia, serif";
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
  const taken = captionPoints(painting).map(({ box }) => box);
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

interface Caption {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

/** Above the topmost of each group; one that would run into a larger group's moves up, or is left out. */
function captionPoints(painting: Painting): Caption[] {
  const placed: Caption[] = [];
  for (const { label, places } of painting.data.captions) {
    let sum = 0;
    let top = Number.POSITIVE_INFINITY;
    for (const place of places) {
      const [x, y, radius] = screenOf(painting, place);
      sum += x;
      top = Math.min(top, y - radius);
    }
    const half = label.length * 4.1;
    const x = keepIn(sum / Math.max(1, places.length), half, painting.view.width);
    for (let step = 0; step < 3; step++) {
      const y = top - 12 - step * 22;
      const box = { left: x - half, right: x + half, top: y - 10, bottom: y + 10 };
      if (placed.some((other) => overlaps(other.box, box))) continue;
      placed.push({ label, x, y, box });
      break;
    }
  }
  return placed;
}

/** Moves words in that would stick out at a side of the view, unless their middle is outside of it. */
function keepIn(middle: number, half: number, width: number): number {
  if (middle < 0 || middle > width) return middle;
  return Math.max(half + 4, Math.min(width - half - 4, middle));
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
