import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesInParcels } from './pieces-in-parcels.ts';

it('brings every byte of every file once and in order, in parcels that are full but for the last', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 16 }),
      (sizes, most) => {
        const files = sizes.map((size) => ({ size }));
        const parcels = [...piecesInParcels(files, most)];
        const bytesOf = (parcel: (typeof parcels)[number]): number =>
          parcel.reduce((sum, { end, start }) => sum + end - start, 0);

        const bytes = parcels
          .flat()
          .flatMap(({ end, file, start }) =>
            Array.from({ length: end - start }, (_, at) => `${file}:${start + at}`),
          );
        expect(bytes).toEqual(
          sizes.flatMap((size, file) => Array.from({ length: size }, (_, at) => `${file}:${at}`)),
        );
        expect([...new Set(parcels.flat().map(({ file }) => file))]).toEqual([...files.keys()]);
        expect(parcels.flat().every(({ file, of }) => of === files[file])).toBe(true);
        expect(parcels.slice(0, -1).every((parcel) => bytesOf(parcel) === most)).toBe(true);
        expect(parcels.every((parcel) => parcel.length > 0 && bytesOf(parcel) <= most)).toBe(true);
      },
    ),
  );
});

it('puts no more than a thousand small files into a parcel', () => {
  const parcels = [...piecesInParcels(Array.from({ length: 2500 }, () => ({ size: 1 })))];
  expect(parcels.map((parcel) => parcel.length)).toEqual([1000, 1000, 500]);
});
