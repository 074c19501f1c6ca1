import type { KeyboardEvent } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import type { PersonRow } from '../../../src-main/contract/people.ts';
import type { PeopleTableProps } from './people-table.tsx';

type RowAt = (index: number) => PersonRow | undefined;

export interface Cursor {
  /** Index of the row that the keyboard is on. */
  active: number;
  onActive: (index: number) => void;
}

interface GridKeys
  extends Pick<PeopleTableProps, 'total' | 'selection' | 'onOpen' | 'onSelectAll' | 'onRemove'>,
    Cursor {
  rowAt: RowAt;
  scrollTo: (index: number) => void;
  /** How many rows one page key moves. */
  pageRows: () => number;
}

/** The keyboard of the table: arrows and page keys move, Shift extends, Space selects, Enter opens. */
export function useGridKeys(grid: GridKeys): (event: KeyboardEvent) => void {
  const { total, active, selection } = grid;
  const moves = new Map<string, () => number>([
    ['ArrowDown', () => active + 1],
    ['ArrowUp', () => active - 1],
    ['PageDown', () => active + grid.pageRows()],
    ['PageUp', () => active - grid.pageRows()],
    ['Home', () => 0],
    ['End', () => total - 1],
  ]);
  const moveTo = (wanted: number, isExtending: boolean): void => {
    const next = Math.min(Math.max(0, wanted), total - 1);
    if (isExtending) selection.add(idsBetween(grid.rowAt, active, next));
    grid.onActive(next);
    grid.scrollTo(next);
  };
  const current = grid.rowAt(active);
  const acts = new Map<string, () => void>([
    [' ', () => current !== undefined && selection.toggle(current.id)],
    ['Enter', () => current !== undefined && grid.onOpen(current.id)],
    ['Escape', selection.clear],
    ['Delete', grid.onRemove],
  ]);
  return (event) => {
    // Keys of the buttons in the head are theirs.
    if (event.target !== event.currentTarget || event.altKey) return;
    const mod = event.ctrlKey || event.metaKey;
    const move = moves.get(event.key);
    const act = mod ? undefined : acts.get(event.key);
    if (mod && event.key.toLowerCase() === 'a') grid.onSelectAll();
    else if (move !== undefined && total > 0) moveTo(move(), event.shiftKey);
    else if (act !== undefined) act();
    else return;
    event.preventDefault();
  };
}

/** Ids of the loaded rows from one index to another, both included, in either direction. */
export function idsBetween(rowAt: RowAt, a: number, b: number): PersonId[] {
  const ids: PersonId[] = [];
  for (let index = Math.min(a, b); index <= Math.max(a, b); index += 1) {
    const row = rowAt(index);
    if (row !== undefined) ids.push(row.id);
  }
  return ids;
}
