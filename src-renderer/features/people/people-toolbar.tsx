import { Button, TextInput } from '@mantine/core';
import IconFilterOff from '@tabler/icons-react/dist/esm/icons/IconFilterOff.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useEffect, useRef, useState } from 'react';
import { isTyping } from '../../commands/keys.ts';
import { Keys } from '../../components/keys.tsx';
import type { PeopleSearch } from '../../search-params.ts';
import { text } from '../../text/index.ts';
import { PeopleFilters } from './people-filters.tsx';
import classes from './people-page.module.css';
import { hasFilter } from './people-question.ts';

interface PeopleToolbarProps {
  search: PeopleSearch;
  onChange: (next: PeopleSearch) => void;
  /** Arrow down in the search box leads into the table. */
  onLeaveDown: () => void;
}

/** Search box and filters. */
export function PeopleToolbar(props: PeopleToolbarProps) {
  const { search, onChange } = props;
  return (
    <div className={classes.toolbar} role="search">
      <SearchBox search={search} onChange={onChange} onLeaveDown={props.onLeaveDown} />
      <PeopleFilters search={search} onChange={onChange} />
      {hasFilter(search) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() =>
            onChange({ sort: search.sort, direction: search.direction } as PeopleSearch)
          }
        >
          {text.people.filters.clear}
        </Button>
      )}
    </div>
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
