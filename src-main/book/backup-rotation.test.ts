import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBackupsToDelete, keptInAll, keptToday, type KeptBackup } from './backup-rotation.ts';

const backup = (takenAt: string): KeptBackup => ({ name: `book-${takenAt}`, takenAt });
const day = (number: number): string => `2026-06-${String(number).padStart(2, '0')}`;

describe('rotating backups', () => {
  it('keeps three of today, the last of each other day, and ten in all', () => {
    const today = ['08', '10', '12', '14'].map((hour) => backup(`${day(20)}T${hour}:00:00.000Z`));
    const before = Array.from({ length: 12 }, (_, at) => at + 6).flatMap((number) => [
      backup(`${day(number)}T09:00:00.000Z`),
      backup(`${day(number)}T18:00:00.000Z`),
    ]);
    const all = [...before, ...today];
    const doomed = new Set(chooseBackupsToDelete(all, today[3]?.name ?? '', day(20)));
    expect(
      all.filter(({ name }) => !doomed.has(name)).map(({ takenAt }) => takenAt.slice(8, 13)),
    ).toEqual([
      '11T18',
      '12T18',
      '13T18',
      '14T18',
      '15T18',
      '16T18',
      '17T18',
      '20T10',
      '20T12',
      '20T14',
    ]);
  });

  it('keeps the one just made, whatever the clock says', () => {
    const later = Array.from({ length: 10 }, (_, at) => backup(`${day(20 + at)}T09:00:00.000Z`));
    const made = backup(`${day(1)}T09:00:00.000Z`);
    const doomed = chooseBackupsToDelete([...later, made], made.name, day(1));
    expect(doomed).toEqual(later.slice(0, 5).map(({ name }) => name));
  });

  it('keeps those of the last days, though a clock that was ahead has left ten that look newer', () => {
    let all = Array.from({ length: 10 }, (_, at) => backup(`2036-01-${10 + at}T09:00:00.000Z`));
    for (let number = 1; number <= 20; number += 1) {
      const made = backup(`${day(number)}T09:00:00.000Z`);
      all = [...all, made];
      const doomed = new Set(chooseBackupsToDelete(all, made.name, day(number)));
      all = all.filter(({ name }) => !doomed.has(name));
    }
    const left = all.map(({ takenAt }) => takenAt.slice(0, 10)).toSorted();
    expect(left.slice(0, 5)).toEqual([16, 17, 18, 19, 20].map(day));
    expect(left.slice(5).every((date) => date.startsWith('2036'))).toBe(true);
  });

  it('holds its bounds for any set of moments, deletes the older first, and settles', () => {
    const moments = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 })),
      { minLength: 1, maxLength: 40, selector: ([d, h]) => d * 24 + h },
    );
    fc.assert(
      fc.property(moments, fc.nat(), (times, pick) => {
        const all = times.map(([d, h]) =>
          backup(`${day(d)}T${String(h).padStart(2, '0')}:00:00.000Z`),
        );
        const made = all[pick % all.length];
        if (made === undefined) return;
        const today = made.takenAt.slice(0, 10);
        const doomed = new Set(chooseBackupsToDelete(all, made.name, today));
        const kept = all.filter(({ name }) => !doomed.has(name));
        const ofDay = (which: string): number =>
          kept.filter(({ takenAt }) => takenAt.startsWith(which)).length;
        expect(kept).toContain(made);
        expect(kept.length).toBeLessThanOrEqual(keptInAll);
        expect(ofDay(today)).toBeLessThanOrEqual(keptToday);
        const otherDays = new Set(kept.map(({ takenAt }) => takenAt.slice(0, 10)));
        otherDays.delete(today);
        expect([...otherDays].filter((other) => ofDay(other) !== 1)).toEqual([]);
        expect(chooseBackupsToDelete(kept, made.name, today)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
