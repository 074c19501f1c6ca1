import type { RowImage } from './row-images.ts';

/**
 * A row that a command, an undo or a redo changed, or a run of rows that came together: a large import is a million rows,
 * and an object for each would be most of the memory it takes. Their content now is in the book itself.
 */
export interface RowChange {
  readonly table: string;
  readonly firstId: number;
  /** Ids of a run are in a row; of a single row it is `firstId` again. */
  readonly lastId: number;
  /** The row before the change; null when it did not exist, as those of a run. */
  readonly before: RowImage | null;
}

/** A change of one row of which nobody needs to know what it was. */
export function changeOf(table: string, id: number): RowChange {
  return { table, firstId: id, lastId: id, before: null };
}

/** How many rows changes are about; a row that changed twice counts twice. */
export function countRows(changes: readonly RowChange[]): number {
  let rows = 0;
  for (const { firstId, lastId } of changes) rows += lastId - firstId + 1;
  return rows;
}

/** The id of each row; not for changes without bounds. */
export function idsOf(changes: readonly RowChange[]): number[] {
  const ids: number[] = [];
  for (const { firstId, lastId } of changes) {
    for (let id = firstId; id <= lastId; id++) ids.push(id);
  }
  return ids;
}
