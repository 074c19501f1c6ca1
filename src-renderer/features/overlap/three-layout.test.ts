import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutThree, placeNames } from './three-layout.ts';
import { lensArea } from './venn-layout.ts';

const box = { width: 440, height: 330 };

describe('the diagram of three networks', () => {
  it('keeps areas, and those of each two, in proportion where that can be', () => {
    const parts = new Map([
      [1, 40],
      [2, 30],
      [3, 12],
      [4, 25],
      [5, 8],
      [6, 9],
      [7, 6],
    ]);
    const { circles, labels } = layoutThree(parts, box);
    const [a, b, c] = circles;
    if (a === undefined || b === undefined || c === undefined) throw new Error('three circles');
    const area = (radius: number) => Math.PI * radius ** 2;
    const unit = area(a.radius) / 66;
    expect(area(b.radius) / unit).toBeCloseTo(57, 3);
    expect(area(c.radius) / unit).toBeCloseTo(48, 3);
    const pairs = [
      [a, b, 18],
      [a, c, 14],
      [b, c, 15],
    ] as const;
    for (const [one, other, shared] of pairs) {
      const apart = Math.hypot(one.x - other.x, one.y - other.y);
      expect(lensArea(one.radius, other.radius, apart) / unit).toBeCloseTo(shared, 2);
    }
    expect(labels.map(({ part }) => part).toSorted((x, y) => x - y)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('stays within its box and writes no number for a part with nobody, whatever the counts', () => {
    expect.hasAssertions();
    const anyParts = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(anyParts, (counts) => {
        const parts = new Map(counts.map((people, at) => [at + 1, people]));
        const { circles, labels } = layoutThree(parts, box);
        for (const { x, y, radius } of circles) {
          expect(x - radius).toBeGreaterThan(-0.01);
          expect(x + radius).toBeLessThan(box.width + 0.01);
          expect(y - radius).toBeGreaterThan(-0.01);
          expect(y + radius).toBeLessThan(box.height + 0.01);
        }
        for (const { part } of labels) expect(parts.get(part)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the names of three circles', () => {
  it('stand over a circle where nothing is, and under one with another above it', () => {
    const circles = [
      { x: 120, y: 120, radius: 90 },
      { x: 320, y: 120, radius: 60 },
      { x: 120, y: 260, radius: 60 },
    ];
    const [first, second, third] = placeNames(circles, [40, 60, 80], box);
    expect(first).toMatchObject({ anchor: 'middle' });
    expect(first?.y).toBeLessThan(30);
    expect(second?.y).toBeLessThan(60);
    expect(third?.y).toBeGreaterThan(320);
  });

  it('go to the free side of a small circle at the shoulder of a large one', () => {
    const circles = [
      { x: 160, y: 160, radius: 150 },
      { x: 300, y: 110, radius: 60 },
      { x: 160, y: 330, radius: 40 },
    ];
    const [, second] = placeNames(circles, [30, 120, 60], box);
    expect(second).toMatchObject({ anchor: 'start' });
    expect(second?.y).toBeLessThan(50);
  });
});
