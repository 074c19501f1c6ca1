import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLayout, type LayoutInput } from './layout.ts';
import { type Direction, pickNeighbour } from './pick-neighbour.ts';

/** Two circles of `size` people who all know one another, and some people in none. */
function twoCircles(size: number, alone: number): LayoutInput {
  const from: number[] = [];
  const to: number[] = [];
  for (const first of [1, 1 + size]) {
    for (let a = first; a < first + size; a++) {
      for (let b = a + 1; b < first + size; b++) {
        from.push(a);
        to.push(b);
      }
    }
  }
  const communities = [
    0,
    ...Array.from({ length: 2 * size + alone }, (_, at) => Math.floor(at / size) + 1),
  ];
  return {
    communities: Uint32Array.from(communities, (number) => (number > 2 ? 0 : number)),
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    strengths: Float32Array.from(from, () => 0.5),
  };
}

function settle(input: LayoutInput): Float32Array {
  const layout = createLayout(input);
  while (layout.step());
  return layout.positions();
}

const distance = (xy: Float32Array, a: number, b: number): number =>
  Math.hypot((xy[a * 2] ?? 0) - (xy[b * 2] ?? 0), (xy[a * 2 + 1] ?? 0) - (xy[b * 2 + 1] ?? 0));

describe('the layout of a network', () => {
  it('is the same each time, with me in the middle', () => {
    const first = settle(twoCircles(6, 5));
    expect(settle(twoCircles(6, 5))).toEqual(first);
    expect([first[0], first[1]]).toEqual([0, 0]);
  });

  it('keeps circles together and apart from one another, and lone people outside', () => {
    const size = 7;
    const xy = settle(twoCircles(size, 6));
    const within: number[] = [];
    const between: number[] = [];
    for (let a = 1; a <= size; a++) {
      for (let b = a + 1; b <= 2 * size; b++)
        (b <= size ? within : between).push(distance(xy, a, b));
    }
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(within)).toBeLessThan(mean(between) / 2);
    const members = Array.from({ length: 2 * size }, (_, at) => distance(xy, 0, at + 1));
    const lone = Array.from({ length: 6 }, (_, at) => distance(xy, 0, 2 * size + 1 + at));
    expect(Math.min(...lone)).toBeGreaterThan(Math.max(...members));
  });

  it('lays out also nobody but me, and nobody in any circle', () => {
    const none = new Uint32Array(0);
    const alone = { from: none, to: none, strengths: new Float32Array(0) };
    expect([...settle({ communities: new Uint32Array(1), ...alone })]).toEqual([0, 0]);
    const xy = settle({ communities: new Uint32Array(4), ...alone });
    expect(xy.every(Number.isFinite)).toBe(true);
  });
});

describe('going to a neighbour by arrow keys', () => {
  const anyPoint = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
  const anyDirection = fc.constantFrom<Direction>('left', 'right', 'up', 'down');

  it('always moves in the direction of the key, to somebody shown', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(fc.array(anyPoint, { minLength: 1 }), anyDirection, (points, direction) => {
        const xy = Float32Array.from(points.flat());
        const isShown = (place: number) => place % 3 !== 1;
        const next = pickNeighbour(xy, 0, direction, isShown);
        if (next === null) return;
        const [dx, dy] = [
          (xy[next * 2] ?? 0) - (xy[0] ?? 0),
          (xy[next * 2 + 1] ?? 0) - (xy[1] ?? 0),
        ];
        const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
        expect(ahead).toBeGreaterThan(0);
        expect(isShown(next)).toBe(true);
      }),
    );
  });

  it('prefers the nearest, and what lies straight ahead', () => {
    const xy = Float32Array.from([0, 0, 10, 0, 20, 0, 8, 7, -5, 0]);
    const everybody = () => true;
    expect(pickNeighbour(xy, 0, 'right', everybody)).toBe(1);
    expect(pickNeighbour(xy, 0, 'left', everybody)).toBe(4);
    expect(pickNeighbour(xy, 4, 'left', everybody)).toBeNull();
  });
});
