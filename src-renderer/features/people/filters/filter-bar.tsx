import { Button, Menu, Popover } from '@mantine/core';
import IconFilterOff from '@tabler/icons-react/dist/esm/icons/IconFilterOff.mjs';
import IconFilterPlus from '@tabler/icons-react/dist/esm/icons/IconFilterPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { Fragment, useRef } from 'react';
import type { PeopleSearch } from '../../../people-search.ts';
import { text } from '../../../text/index.ts';
import classes from './filter-bar.module.css';
import { FilterEditor } from './filter-editor.tsx';
import {
  type FilterKind,
  filterGroups,
  initialParts,
  kindsOf,
  plainKinds,
  without,
  withoutAll,
} from './filter-kinds.ts';
import { summarise } from './summarise.ts';
import { useFilterNames } from './use-filter-names.ts';

const words = text.peopleFilters;

interface FilterProps {
  search: PeopleSearch;
  onChange: (next: PeopleSearch) => void;
  /** The kind whose form is open. */
  editing: FilterKind | null;
  onEdit: (kind: FilterKind | null) => void;
}

/** The menu of all kinds of filter. */
export function AddFilter({ search, onChange, onEdit }: Omit<FilterProps, 'editing'>) {
  const choose = (kind: FilterKind): void => {
    if (!kindsOf(search).includes(kind)) onChange({ ...search, ...initialParts[kind] });
    if (!plainKinds.has(kind)) onEdit(kind);
  };
  return (
    <Menu position="bottom-start" width={230} returnFocus={false}>
      <Menu.Target>
        <Button
          variant="default"
          aria-label={words.addLabel}
          leftSection={<IconFilterPlus size={16} aria-hidden />}
        >
          {words.add}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.kinds}>
        {Object.entries(filterGroups).map(([group, kinds]) => (
          <Fragment key={group}>
            <Menu.Label>{words.groups[group as keyof typeof filterGroups]}</Menu.Label>
            {kinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => choose(kind)}>
                {words.kinds[kind]}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The filters that hold, as chips that can be changed and taken away. */
export function FilterChips({ search, onChange, editing, onEdit }: FilterProps) {
  const nameOf = useFilterNames(search);
  const row = useRef<HTMLDivElement>(null);
  const held = kindsOf(search);
  const shown = editing === null || held.includes(editing) ? held : [...held, editing];
  if (shown.length === 0) return null;
  const remove = (kind: FilterKind): void => {
    onEdit(null);
    onChange(without(search, kind));
    // The button that had the focus is gone: the keyboard goes on from the next chip.
    const buttons = row.current?.querySelectorAll<HTMLElement>('[data-chip]') ?? [];
    const next = [...buttons].find((button) => button.dataset['chip'] !== kind);
    next?.focus();
  };
  return (
    <div ref={row} role="group" aria-label={words.active} className={classes.row}>
      {shown.map((kind) => (
        <Chip
          key={kind}
          kind={kind}
          summary={held.includes(kind) ? summarise(search, kind, nameOf) : words.kinds[kind]}
          search={search}
          isEditing={editing === kind}
          onChange={onChange}
          onEdit={onEdit}
          onRemove={() => remove(kind)}
        />
      ))}
      {held.length > 1 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconFilterOff size={15} aria-hidden />}
          onClick={() => onChange(withoutAll(search))}
        >
          {words.clearAll}
        </Button>
      )}
    </div>
  );
}

interface ChipProps extends Omit<FilterProps, 'editing'> {
  kind: FilterKind;
  summary: string;
  isEditing: boolean;
  onRemove: () => void;
}

function Chip({ kind, summary, search, isEditing, onChange, onEdit, onRemove }: ChipProps) {
  const remove = (
    <button
      type="button"
      className={classes.remove}
      aria-label={words.remove(summary)}
      onClick={onRemove}
    >
      <IconX size={14} aria-hidden />
    </button>
  );
  if (plainKinds.has(kind)) {
    return (
      <span className={classes.chip}>
        <span className={classes.summary}>{summary}</span>
        {remove}
      </span>
    );
  }
  return (
    <Popover
      opened={isEditing}
      onChange={(isOpen) => onEdit(isOpen ? kind : null)}
      position="bottom-start"
      width={340}
      trapFocus
      returnFocus
    >
      <span className={classes.chip}>
        <Popover.Target>
          <button
            type="button"
            className={classes.summary}
            data-chip={kind}
            aria-label={words.edit(summary)}
            onClick={() => onEdit(isEditing ? null : kind)}
          >
            {summary}
          </button>
        </Popover.Target>
        {remove}
      </span>
      <Popover.Dropdown aria-label={words.kinds[kind]}>
        <FilterEditor kind={kind} search={search} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}
