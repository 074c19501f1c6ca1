import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconColumns from '@tabler/icons-react/dist/esm/icons/IconColumns.mjs';
import { type KeyboardEvent, useState } from 'react';
import { text } from '../../text/index.ts';
import classes from './columns-menu.module.css';
import { allColumns, type Column, type ColumnKey, widthOf } from './people-columns.ts';
import type { Columns } from './use-columns.ts';

const words = text.peopleColumns;
/** Pixels that one press makes a column wider or narrower. */
const widthStep = 20;

/** Which columns are shown, in which order, and how wide. */
export function ColumnsMenu({ columns }: { columns: Columns }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={320}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label={words.button}>
          <ActionIcon size="lg" aria-label={words.button} onClick={() => setOpen(!isOpen)}>
            <IconColumns size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title} p="sm">
        <Chooser columns={columns} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Moves one place; at an end it stays. */
function moved(keys: readonly ColumnKey[], key: ColumnKey, step: 1 | -1): ColumnKey[] {
  const from = keys.indexOf(key);
  const to = from + step;
  if (from < 0 || to < 0 || to >= keys.length) return [...keys];
  const next = keys.filter((other) => other !== key);
  next.splice(to, 0, key);
  return next;
}

function Chooser({ columns }: { columns: Columns }) {
  const shown = columns.shown.map(({ key }) => key);
  const ordered = [...columns.shown, ...allColumns.filter(({ key }) => !shown.includes(key))];
  return (
    <>
      <ul className={classes.list}>
        {ordered.map((column) => (
          <Line key={column.key} column={column} shown={shown} columns={columns} />
        ))}
      </ul>
      <p className={classes.hint}>{words.hint}</p>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={columns.reset}>
        {words.reset}
      </Button>
    </>
  );
}

interface LineProps {
  column: Column;
  shown: readonly ColumnKey[];
  columns: Columns;
}

function Line({ column: { key, label }, shown, columns }: LineProps) {
  const isShown = shown.includes(key);
  const move = (step: 1 | -1): void => columns.show(moved(shown, key, step));
  const resize = (step: number): void => columns.resize(key, widthOf(key, columns.choice) + step);
  const acts = new Map<string, () => void>([
    ['ArrowUp', () => move(-1)],
    ['ArrowDown', () => move(1)],
    ['ArrowLeft', () => resize(-widthStep)],
    ['ArrowRight', () => resize(widthStep)],
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.altKey && isShown ? acts.get(event.key) : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <li className={classes.line} onKeyDown={onKeyDown}>
      <Checkbox
        size="sm"
        label={label}
        checked={isShown}
        onChange={() =>
          columns.show(isShown ? shown.filter((other) => other !== key) : [...shown, key])
        }
      />
      {isShown && (
        <span className={classes.moves}>
          <ActionIcon size="sm" aria-label={words.moveUp(label)} onClick={() => move(-1)}>
            <IconArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon size="sm" aria-label={words.moveDown(label)} onClick={() => move(1)}>
            <IconArrowDown size={14} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
