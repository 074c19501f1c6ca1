import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from './label-grid.ts';
import { boxOf, type Label, placeLabels } from './place-labels.ts';

const view = { x: 0, y: 0, k: 1, width: 600, height: 400 };

interface Person {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function labelsOf(
  people: readonly Person[],
  captions: readonly { label: string; places: readonly number[] }[] = [],
): Label[] {
  return placeLabels({
    data: {
      names: people.map(({ name }) => name),
      radii: Float32Array.from(people, ({ radius }) => radius),
      isShown: Uint8Array.from(people, () => 1),
      captions,
    },
    positions: Float32Array.from(people.flatMap(({ x, y }) => [x, y])),
    view,
    widthOf: (text, kind) => text.length * (kind === 'name' ? 6 : 8),
  });
}

const run = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) > Math.max(one.left, other.left) &&
  Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top);

const anyPerson = fc.record({
  name: fc.string({ minLength: 1, maxLength: 24 }),
  x: fc.double({ min: 0, max: view.width, noNaN: true }),
  y: fc.double({ min: 0, max: view.height, noNaN: true }),
  radius: fc.double({ min: 2, max: 12, noNaN: true }),
});

describe('words on the map', () => {
  it('never run into one another, nor out of the window, however crowded it is', () => {
    fc.assert(
      fc.property(
        fc.array(anyPerson, { minLength: 1, maxLength: 120 }),
        fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 5 }),
        (people, groups) => {
          const labels = labelsOf(
            people,
            groups.map((label, group) => ({
              label,
              places: people.flatMap((_, at) => (at % groups.length === group ? [at] : [])),
            })),
          );
          const boxes = labels.map((label) => boxOf(label, view));
          for (const [at, box] of boxes.entries()) {
            expect(box.left >= 0 && box.top >= 0).toBe(true);
            // the grid's cells reach over the edge by less than one of them
            expect(box.right < view.width + 4 && box.bottom < view.height + 4).toBe(true);
            for (const other of boxes.slice(at + 1)) expect(run(box, other)).toBe(false);
          }
        },
      ),
    );
  });

  it('stand below a mark that is alone, and elsewhere where another mark is below', () => {
    const [alone] = labelsOf([{ name: 'Ann', x: 300, y: 200, radius: 6 }]);
    expect(alone).toMatchObject({ text: 'Ann', dx: 0 });
    expect(alone?.dy).toBeGreaterThan(6);
    const two = labelsOf([
      { name: 'Ann', x: 300, y: 200, radius: 9 },
      { name: 'Tom', x: 300, y: 216, radius: 6 },
    ]);
    const ann = two.find(({ text }) => text === 'Ann');
    expect(ann).toMatchObject({ dx: 0 });
    expect(ann?.dy).toBeLessThan(0);
  });

  it('go to the larger mark where there is room for one only', () => {
    const crowd = Array.from({ length: 300 }, (_, at) => ({
      name: `Somebody ${at}`,
      x: 20 + (at % 20) * 29,
      y: 10 + Math.floor(at / 20) * 26,
      radius: at === 150 ? 8 : 5,
    }));
    expect(labelsOf(crowd).map(({ text }) => text)).toContain('Somebody 150');
  });

  it('name a group where most of it is, not where one of it strayed', () => {
    const people = Array.from({ length: 20 }, (_, at) => ({
      name: '',
      x: 300,
      y: at === 0 ? 10 : 250 + at,
      radius: 3,
    }));
    const [caption] = labelsOf(people, [{ label: 'Print', places: people.map((_, at) => at) }]);
    const box = caption === undefined ? null : boxOf(caption, view);
    expect(box?.top).toBeGreaterThan(180);
  });
});
