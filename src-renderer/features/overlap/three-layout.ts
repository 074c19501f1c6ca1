import { type Circle, distanceFor, radiusOf } from './venn-layout.ts';

export interface ThreeLayout {
  readonly circles: readonly Circle[];
  /** Where the count of each part is written; parts with nobody, or too small to be drawn, have none. */
  readonly labels: readonly { readonly part: number; readonly x: number; readonly y: number }[];
}

/** Points a side at which parts are looked for: fine enough to tell where a number fits. */
const grid = 72;
/** A part with fewer points than this share of the grid is too small for a number. */
const leastShare = 0.004;

/**
 * Three circles whose areas, and the area each two of them share, are in proportion to the counts. Where all three
 * meet follows from that and cannot be chosen as well: its number is always written, its area is near to it.
 *
 * @param parts people by part, 1 to 7: bit 0 for the first network, 1 for the second, 2 for the third
 */
export function layoutThree(
  parts: ReadonlyMap<number, number>,
  box: { readonly width: number; readonly height: number },
): ThreeLayout {
  const inAll = (bits: number): number =>
    [...parts].reduce((sum, [part, people]) => sum + ((part & bits) === bits ? people : 0), 0);
  const radii = [1, 2, 4].map((bit) => radiusOf(inAll(bit)));
  const [a = 0, b = 0, c = 0] = radii;
  const ab = distanceFor(a, b, { shared: inAll(3) });
  const ac = distanceFor(a, c, { shared: inAll(5) });
  const bc = distanceFor(b, c, { shared: inAll(6) });
  // the third centre lies where both distances hold; where they cannot, as near to it as may be
  const along = ab === 0 ? 0 : (ab ** 2 + ac ** 2 - bc ** 2) / (2 * ab);
  const x = Math.max(-ac, Math.min(ac, along));
  const raw = [
    { x: 0, y: 0, radius: a },
    { x: ab, y: 0, radius: b },
    { x, y: Math.sqrt(Math.max(0, ac ** 2 - x ** 2)), radius: c },
  ];
  const circles = fit(raw, box);
  return { circles, labels: placeLabels(circles, parts, box) };
}

function fit(
  circles: readonly Circle[],
  box: { readonly width: number; readonly height: number },
): Circle[] {
  const left = Math.min(...circles.map(({ x, radius }) => x - radius));
  const right = Math.max(...circles.map(({ x, radius }) => x + radius));
  const top = Math.min(...circles.map(({ y, radius }) => y - radius));
  const bottom = Math.max(...circles.map(({ y, radius }) => y + radius));
  const width = Math.max(right - left, 1e-9);
  const height = Math.max(bottom - top, 1e-9);
  const scale = Math.min(box.width / width, box.height / height);
  return circles.map(({ x, y, radius }) => ({
    x: (x - left) * scale + (box.width - width * scale) / 2,
    y: (y - top) * scale + (box.height - height * scale) / 2,
    radius: radius * scale,
  }));
}

export interface NamePlace {
  readonly x: number;
  /** Of the line on which the letters stand. */
  readonly y: number;
  readonly anchor: 'middle' | 'start' | 'end';
}

/** Height of a name, and how far it stands from its circle, in the units of the box. */
const tall = 14;
const apart = 7;

/**
 * Where the name of each circle stands: over or under it, beginning, ending or in the middle there; where it covers
 * least of the other circles, and of equal places the first.
 *
 * @param widths of the names, in the units of the box
 */
export function placeNames(
  circles: readonly Circle[],
  widths: readonly number[],
  box: { readonly width: number },
): NamePlace[] {
  return circles.map((circle, at) => {
    const width = widths[at] ?? 0;
    const ways = [
      circle.y - circle.radius - apart,
      circle.y + circle.radius + apart + tall,
    ].flatMap((y) =>
      (['middle', 'start', 'end'] as const).map((anchor) => ({ x: circle.x, y, anchor })),
    );
    const costs = ways.map((way) => coverOf(way, width, circles, at, box));
    const [first] = ways;
    return ways[costs.indexOf(Math.min(...costs))] ?? first ?? { x: 0, y: 0, anchor: 'middle' };
  });
}

/** How much of a name lies on other circles or beside the box, of a few points of it. */
function coverOf(
  { x, y, anchor }: NamePlace,
  width: number,
  circles: readonly Circle[],
  own: number,
  box: { readonly width: number },
): number {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  let covered = 0;
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const pointX = left + share * width;
    if (pointX < 0 || pointX > box.width) covered++;
    for (const pointY of [y, y - tall]) {
      if (circles.some((other, at) => at !== own && isInside(other, pointX, pointY))) covered++;
    }
  }
  return covered;
}

function isInside({ x, y, radius }: Circle, pointX: number, pointY: number): boolean {
  return Math.hypot(x - pointX, y - pointY) < radius + 2;
}

/** The middle of each part's points; of a part in two pieces or bent, the point of it nearest to the middle. */
function placeLabels(
  circles: readonly Circle[],
  parts: ReadonlyMap<number, number>,
  box: { readonly width: number; readonly height: number },
): { part: number; x: number; y: number }[] {
  const points = new Map<number, { x: number; y: number }[]>();
  for (let row = 0; row < grid; row++) {
    for (let column = 0; column < grid; column++) {
      const x = ((column + 0.5) / grid) * box.width;
      const y = ((row + 0.5) / grid) * box.height;
      const part = circles.reduce(
        (bits, circle, at) =>
          Math.hypot(circle.x - x, circle.y - y) < circle.radius ? bits | (1 << at) : bits,
        0,
      );
      points.set(part, [...(points.get(part) ?? []), { x, y }]);
    }
  }
  return [...points].flatMap(([part, found]) => {
    if (part === 0 || (parts.get(part) ?? 0) === 0) return [];
    if (found.length < leastShare * grid * grid) return [];
    const middle = {
      x: found.reduce((sum, point) => sum + point.x, 0) / found.length,
      y: found.reduce((sum, point) => sum + point.y, 0) / found.length,
    };
    const away = (point: { x: number; y: number }): number =>
      Math.hypot(point.x - middle.x, point.y - middle.y);
    const nearest = found.reduce((best, point) => (away(point) < away(best) ? point : best));
    return [{ part, ...nearest }];
  });
}
