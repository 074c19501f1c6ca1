import { describe, expect, it } from 'vitest';
import {
  allColumns,
  type ColumnChoice,
  columnsFor,
  templateOf,
  widthNeeded,
  widthOf,
} from './people-columns.ts';

const usual: ColumnChoice = { shown: null, widths: {} };
const keys = (choice: ColumnChoice, room: number) => columnsFor(choice, room).map(({ key }) => key);

describe('the columns of the table of people', () => {
  it('are as many of the usual ones as there is room for, what they do and the tie last to go', () => {
    expect(keys(usual, 2000)).toEqual([
      'organisation',
      'tags',
      'platforms',
      'strength',
      'lastContact',
    ]);
    expect(keys(usual, 200)).toEqual([]);
    expect(keys(usual, 600)).toEqual(['organisation', 'strength']);
    let before = 5;
    for (let room = 1600; room > 200; room -= 10) {
      const columns = columnsFor(usual, room);
      expect(widthNeeded(columns, usual)).toBeLessThanOrEqual(
        Math.max(room, widthNeeded([], usual)),
      );
      expect(columns.length).toBeLessThanOrEqual(before);
      before = columns.length;
    }
  });

  it('are those chosen, in that order, however little room there is', () => {
    expect(keys({ shown: ['phone', 'email'], widths: {} }, 100)).toEqual(['phone', 'email']);
  });

  it('are never narrower than can be read, nor wider than a screen', () => {
    const choice: ColumnChoice = { shown: ['email', 'phone'], widths: { email: 3, phone: 9000 } };
    expect(widthOf('email', choice)).toBe(70);
    expect(widthOf('phone', choice)).toBe(600);
    expect(templateOf(columnsFor(choice, 900), choice)).toBe(
      '36px minmax(190px, 190fr) minmax(70px, 70fr) minmax(600px, 600fr)',
    );
  });

  it('have a name each, and no two the same', () => {
    expect(new Set(allColumns.map(({ label }) => label)).size).toBe(allColumns.length);
  });
});
