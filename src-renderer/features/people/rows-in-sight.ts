/** Pixels. All rows are equally high, so that where a row lies is a product and nothing has to be measured. */
export const rowHeight = 44;
export const headHeight = 34;

export interface RowsInSight {
  readonly first: number;
  readonly count: number;
}

/** Which rows are seen, the lowest perhaps in part, of a list scrolled to `top` in `room` pixels of height. */
export function rowsInSight(top: number, room: number): RowsInSight {
  return { first: Math.floor(top / rowHeight), count: Math.ceil(room / rowHeight) };
}

/** Where to scroll from `now` so that a row is seen whole, below the head that stays, with the least movement. */
export function topToShow(index: number, now: number, room: number): number {
  const highest = index * rowHeight;
  const lowest = highest + rowHeight - (room - headHeight);
  return Math.min(Math.max(now, lowest), highest);
}
