import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutVenn, lensArea, type Circle, type VennCounts } from './venn-layout.ts';

const box = { width: 480, height: 240 };

/** Area of a region by counting the points of a fine grid that lie in it: knows nothing of segments and chords. */
function countArea(isInside: (x: number, y: number) => boolean): number {
  const step = 0.5;
  let points = 0;
  for (let x = step / 2; x < box.width; x += step) {
    for (let y = step / 2; y < box.height; y += step) if (isInside(x, y)) points++;
  }
  return points * step * step;
}

function contains(circle: Circle): (x: number, y: number) => boolean {
  return (x, y) => (x - circle.x) ** 2 + (y - circle.y) ** 2 <= circle.radius ** 2;
}

const someCounts: fc.Arbitrary<VennCounts> = fc.record({
  onlyA: fc.nat(5000),
  shared: fc.nat(5000),
  onlyB: fc.nat(5000),
});

describe('the area-true diagram', () => {
  it.each([
    { onlyA: 291, shared: 62, onlyB: 53 },
    { onlyA: 345, shared: 8, onlyB: 231 },
    { onlyA: 100, shared: 100, onlyB: 0 },
    { onlyA: 10, shared: 0, onlyB: 40 },
  ])('gives $onlyA / $shared / $onlyB their areas, counted on a grid', (counts) => {
    const { a, b } = layoutVenn(counts, box);
    const [inA, inB] = [contains(a), contains(b)];
    const perPerson = (Math.PI * a.radius ** 2) / (counts.onlyA + counts.shared);
    const tolerance = perPerson * 3 + 120;
    const near = (area: number, people: number): void =>
      expect(Math.abs(area - people * perPerson)).toBeLessThan(tolerance);
    near(
      countArea((x, y) => inA(x, y) && inB(x, y)),
      counts.shared,
    );
    near(
      countArea((x, y) => inA(x, y) && !inB(x, y)),
      counts.onlyA,
    );
    near(
      countArea((x, y) => inB(x, y) && !inA(x, y)),
      counts.onlyB,
    );
  });

  it('stays inside its box and uses it in one direction, whatever the counts', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        fc.pre(counts.onlyA + counts.onlyB + counts.shared > 0);
        const { a, b } = layoutVenn(counts, box);
        const left = Math.min(a.x - a.radius, b.x - b.radius);
        const right = Math.max(a.x + a.radius, b.x + b.radius);
        const height = 2 * Math.max(a.radius, b.radius);
        expect(left).toBeGreaterThanOrEqual(-1e-6);
        expect(right).toBeLessThanOrEqual(box.width + 1e-6);
        expect(height).toBeLessThanOrEqual(box.height + 1e-6);
        expect(Math.max((right - left) / box.width, height / box.height)).toBeCloseTo(1, 6);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps lens and circles in proportion, whatever the counts', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        fc.pre(counts.onlyA + counts.shared > 0 && counts.onlyB + counts.shared > 0);
        const { a, b } = layoutVenn(counts, box);
        const perPerson = (Math.PI * a.radius ** 2) / (counts.onlyA + counts.shared);
        const lens = lensArea(a.radius, b.radius, Math.abs(b.x - a.x));
        expect(lens / perPerson).toBeCloseTo(counts.shared, 3);
        expect((Math.PI * b.radius ** 2) / perPerson).toBeCloseTo(counts.onlyB + counts.shared, 3);
      }),
      { numRuns: 2000 },
    );
  });

  it('draws nothing for two people who know nobody', () => {
    const { a, b } = layoutVenn({ onlyA: 0, shared: 0, onlyB: 0 }, box);
    expect([a.radius, b.radius]).toEqual([0, 0]);
  });

  it('keeps people who share nobody apart', () => {
    const { a, b } = layoutVenn({ onlyA: 10, shared: 0, onlyB: 40 }, box);
    expect(b.x - b.radius).toBeGreaterThan(a.x + a.radius);
  });
});
