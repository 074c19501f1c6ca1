/**
 * Geometry of an area-true diagram of two sets: the areas of the circles and of the lens they share are in
 * proportion to the counts, so that what looks like half is half.
 */

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface VennLayout {
  readonly a: Circle;
  readonly b: Circle;
  /** Where the count of each part is written: the middle of the part on the line through both centres. */
  readonly labels: { readonly onlyA: number; readonly shared: number; readonly onlyB: number };
  /** Width of each part on that line, in the units of the box; a label wider than this has to move out. */
  readonly widths: { readonly onlyA: number; readonly shared: number; readonly onlyB: number };
}

export interface VennCounts {
  readonly onlyA: number;
  readonly shared: number;
  readonly onlyB: number;
}

/** Gap between circles that share nobody, as a share of the larger radius. */
const apart = 0.12;
/** Bisection halves the interval: 60 steps leave nothing that a pixel could show. */
const steps = 60;

/**
 * Lays two circles side by side, as large as the box allows, centred.
 *
 * @param counts whole numbers >= 0; a circle for an empty set has radius 0
 */
export function layoutVenn(
  counts: VennCounts,
  box: { readonly width: number; readonly height: number },
): VennLayout {
  const rawA = radiusOf(counts.onlyA + counts.shared);
  const rawB = radiusOf(counts.onlyB + counts.shared);
  const rawDistance = distanceFor(rawA, rawB, counts);
  const left = Math.min(-rawA, rawDistance - rawB);
  const right = Math.max(rawA, rawDistance + rawB);
  const tallest = 2 * Math.max(rawA, rawB);
  if (tallest === 0) return emptyLayout(box);
  const scale = Math.min(box.width / (right - left), box.height / tallest);
  const start = (box.width - (right - left) * scale) / 2 - left * scale;
  const y = box.height / 2;
  const a = { x: start, y, radius: rawA * scale };
  const b = { x: start + rawDistance * scale, y, radius: rawB * scale };
  return { a, b, ...partsOf(a, b) };
}

/** Area shared by two circles whose centres lie `distance` apart (the lens). */
export function lensArea(radiusA: number, radiusB: number, distance: number): number {
  if (distance >= radiusA + radiusB) return 0;
  const smaller = Math.min(radiusA, radiusB);
  if (distance <= Math.abs(radiusA - radiusB)) return Math.PI * smaller ** 2;
  const segment = (r: number, other: number): number => {
    const toChord = (distance ** 2 + r ** 2 - other ** 2) / (2 * distance);
    const half = Math.acos(Math.max(-1, Math.min(1, toChord / r)));
    return r ** 2 * (half - Math.sin(2 * half) / 2);
  };
  return segment(radiusA, radiusB) + segment(radiusB, radiusA);
}

/** Radius of a circle whose area is the count. */
export function radiusOf(count: number): number {
  return Math.sqrt(count / Math.PI);
}

/** The distance at which the lens has the area of the shared count. */
export function distanceFor(
  radiusA: number,
  radiusB: number,
  { shared }: Pick<VennCounts, 'shared'>,
): number {
  if (shared === 0) return radiusA + radiusB + apart * Math.max(radiusA, radiusB);
  let near = Math.abs(radiusA - radiusB);
  let far = radiusA + radiusB;
  for (let step = 0; step < steps; step++) {
    const middle = (near + far) / 2;
    // the lens shrinks as the centres move apart
    if (lensArea(radiusA, radiusB, middle) > shared) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

function partsOf(a: Circle, b: Circle): Pick<VennLayout, 'labels' | 'widths'> {
  const [leftA, rightA] = [a.x - a.radius, a.x + a.radius];
  const [leftB, rightB] = [b.x - b.radius, b.x + b.radius];
  const lensLeft = Math.max(leftA, leftB);
  const lensRight = Math.min(rightA, rightB);
  const overlaps = lensLeft < lensRight;
  const endA = overlaps ? Math.min(rightA, lensLeft) : rightA;
  const startB = overlaps ? Math.max(leftB, lensRight) : leftB;
  // a circle that lies inside the other leaves it a crescent on one side only
  const onlyA = widest([leftA, endA], [overlaps ? Math.max(leftA, lensRight) : rightA, rightA]);
  const onlyB = widest([startB, rightB], [leftB, overlaps ? Math.min(rightB, lensLeft) : leftB]);
  const shared: Span = overlaps
    ? [lensLeft, lensRight]
    : [(rightA + leftB) / 2, (rightA + leftB) / 2];
  return {
    labels: { onlyA: middleOf(onlyA), shared: middleOf(shared), onlyB: middleOf(onlyB) },
    widths: { onlyA: widthOf(onlyA), shared: widthOf(shared), onlyB: widthOf(onlyB) },
  };
}

type Span = readonly [number, number];

function widest(first: Span, second: Span): Span {
  return widthOf(second) > widthOf(first) ? second : first;
}

function widthOf([start, end]: Span): number {
  return Math.max(0, end - start);
}

function middleOf([start, end]: Span): number {
  return (start + end) / 2;
}

function emptyLayout({ width, height }: { width: number; height: number }): VennLayout {
  const point = { x: width / 2, y: height / 2, radius: 0 };
  const middle = { onlyA: point.x, shared: point.x, onlyB: point.x };
  return { a: point, b: point, labels: middle, widths: { onlyA: 0, shared: 0, onlyB: 0 } };
}
