import { TextInput } from '@mantine/core';
import IconCopyCheck from '@tabler/icons-react/dist/esm/icons/IconCopyCheck.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconTags from '@tabler/icons-react/dist/esm/icons/IconTags.mjs';
import type { TablerIcon } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { isTyping } from '../../commands/keys.ts';
import { Keys } from '../../components/keys.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import type { PeopleSearch } from '../../people-search.ts';
import { text } from '../../text/index.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { AddFilter, FilterChips } from './filters/filter-bar.tsx';
import type { FilterKind } from './filters/filter-kinds.ts';
import classes from './people-page.module.css';
import type { Columns } from './use-columns.ts';
import { ViewsMenu } from './views/views-menu.tsx';

interface PeopleToolbarProps {
  search: PeopleSearch;
  onChange: (next: PeopleSearch) => void;
  columns: Columns;
  /** Arrow down in the search box leads into the table. */
  onLeaveDown: () => void;
}

/** Search box, views, filters and columns; below them the filters that hold. */
export function PeopleToolbar({ search, onChange, columns, onLeaveDown }: PeopleToolbarProps) {
  const [editing, setEditing] = useState<FilterKind | null>(null);
  const filter = { search, onChange, onEdit: setEditing };
  return (
    <>
      <div className={classes.toolbar} role="search">
        <SearchBox search={search} onChange={onChange} onLeaveDown={onLeaveDown} />
        <ViewsMenu search={search} onChange={onChange} />
        <AddFilter {...filter} />
        <div className={classes.end}>
          <ToolLink to="/labels" icon={IconTags} label={text.labels.title} />
          <ToolLink to="/duplicates" icon={IconCopyCheck} label={text.duplicates.title} />
          <ColumnsMenu columns={columns} />
        </div>
      </div>
      <FilterChips {...filter} editing={editing} />
    </>
  );
}

interface ToolLinkProps {
  to: '/labels' | '/duplicates';
  icon: TablerIcon;
  label: string;
}

/** A page about the whole list; where there is little room, its sign alone. */
function ToolLink({ to, icon: Icon, label }: ToolLinkProps) {
  return (
    <LinkButton to={to} variant="subtle" color="gray" px="xs" aria-label={label} title={label}>
      <Icon size={16} aria-hidden />
      <span className={classes.toolLabel}>{label}</span>
    </LinkButton>
  );
}

type SearchBoxProps = Pick<PeopleToolbarProps, 'search' | 'onChange' | 'onLeaveDown'>;

function SearchBox({ search, onChange, onLeaveDown }: SearchBoxProps) {
  const input = useSlashFocus();
  const [typed, setTyped] = useState(search.text ?? '');
  // The address may change from elsewhere (filters cleared, a step back): then the box follows.
  const [seen, setSeen] = useState(search.text);
  if (seen !== search.text) {
    setSeen(search.text);
    if ((search.text ?? '') !== typed.trim()) setTyped(search.text ?? '');
  }
  const ask = (value: string): void => {
    setTyped(value);
    const { text: _before, ...rest } = search;
    onChange(value.trim() === '' ? rest : { ...rest, text: value.trim() });
  };
  return (
    <TextInput
      ref={input}
      className={classes.search}
      type="search"
      aria-label={text.people.searchLabel}
      placeholder={text.people.searchPlaceholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={typed === '' ? <Keys shortcut="/" /> : null}
      value={typed}
      onChange={(event) => ask(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') ask('');
        else if (event.key === 'ArrowDown' || event.key === 'Enter') onLeaveDown();
        else return;
        event.preventDefault();
      }}
    />
  );
}

/** "/" leads to the search box from anywhere on the page. */
function useSlashFocus() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return input;
}
