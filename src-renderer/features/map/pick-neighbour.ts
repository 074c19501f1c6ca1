export type Direction = 'left' | 'right' | 'up' | 'down';

const vectors: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The place whose point lies nearest in a direction from a point, or null when nobody lies there. What lies aside
 * counts as twice as far, and what lies more than half as much again aside as ahead does not count at all.
 *
 * @param positions x and y of each in turn, y growing downwards
 * @param isShown which places can be gone to
 */
export function pickNeighbour(
  positions: Float32Array,
  from: number,
  direction: Direction,
  isShown: (place: number) => boolean,
): number | null {
  const [dx, dy] = vectors[direction];
  const x = positions[from * 2] ?? 0;
  const y = positions[from * 2 + 1] ?? 0;
  let best: number | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let place = 0; place * 2 < positions.length; place++) {
    if (place === from || !isShown(place)) continue;
    const offX = (positions[place * 2] ?? 0) - x;
    const offY = (positions[place * 2 + 1] ?? 0) - y;
    const ahead = offX * dx + offY * dy;
    const aside = Math.abs(offX * dy) + Math.abs(offY * dx);
    if (ahead <= 0 || aside > ahead * 1.5) continue;
    const distance = ahead + aside * 2;
    if (distance >= bestDistance) continue;
    best = place;
    bestDistance = distance;
  }
  return best;
}
