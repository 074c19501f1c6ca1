import type { MouseEvent } from 'react';
import type { PersonRow } from '../../../src-main/contract/people.ts';
import type { PeopleTableProps } from './people-table.tsx';
import { type Cursor, idsBetween } from './use-grid-keys.ts';

interface GridMouse extends Pick<PeopleTableProps, 'selection' | 'onOpen'>, Cursor {
  rowAt: (index: number) => PersonRow | undefined;
}

/**
 * The mouse of the table, on one listener for all rows: a click puts the cursor there, on the box it selects,
 * with Shift it extends; on the name, or twice anywhere, it opens the page.
 */
export function useGridMouse({ active, onActive, selection, onOpen, rowAt }: GridMouse) {
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const { index, part } = placeOf(event.target);
    const row = index === null ? undefined : rowAt(index);
    if (index === null || row === undefined) return;
    if (event.shiftKey) selection.add(idsBetween(rowAt, active, index));
    else if (part === 'check' || event.ctrlKey || event.metaKey) selection.toggle(row.id);
    else if (part === 'name') onOpen(row.id);
    onActive(index);
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>): void => {
    const { index, part } = placeOf(event.target);
    const row = index === null ? undefined : rowAt(index);
    if (row !== undefined && part !== 'check') onOpen(row.id);
  };
  const onMouseDown = (event: MouseEvent<HTMLElement>): void => {
    // Shift+click extends the selection of people, not of text.
    if (event.shiftKey) event.preventDefault();
  };
  return { onClick, onDoubleClick, onMouseDown };
}

function placeOf(target: EventTarget): { index: number | null; part: string | null } {
  if (!(target instanceof Element)) return { index: null, part: null };
  const index = target.closest('[data-index]')?.getAttribute('data-index') ?? null;
  const part = target.closest('[data-part]')?.getAttribute('data-part') ?? null;
  return { index: index === null ? null : Number(index), part };
}
