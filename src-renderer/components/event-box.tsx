import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventId } from '../../src-main/contract/common.ts';
import { read } from '../api.ts';
import { day } from '../text/common.ts';
import { text } from '../text/index.ts';
import { SearchList, SearchOption } from './search-list.tsx';
import { useSuggestions } from './use-suggestions.ts';

/** A search box over the events with the list under it, latest first; for the inside of a popover. */
export function EventBox({ onChoose }: { onChoose: (id: EventId) => void }) {
  const words = text.people.eventBox;
  const [typed, setTyped] = useState('');
  const { data, isPlaceholderData } = useQuery({
    ...read('events', 'list', { text: typed.trim(), limit: 50 }),
    placeholderData: keepPreviousData,
  });
  const events = data?.rows ?? [];
  const list = useSuggestions({
    ids: events.map(({ id }) => String(id)),
    isOpen: true,
    question: typed,
    isPending: isPlaceholderData,
    onChoose: (key) => {
      const event = events.find(({ id }) => String(id) === key);
      if (event !== undefined) onChoose(event.id);
    },
  });
  return (
    <SearchList
      list={list}
      words={words}
      typed={typed}
      onType={setTyped}
      nothing={data !== undefined && events.length === 0 ? words.none : null}
    >
      {events.map(({ id, title, heldOn }) => (
        <SearchOption
          key={id}
          list={list}
          id={String(id)}
          aside={heldOn === null ? '' : day(heldOn)}
        >
          <span>{title}</span>
        </SearchOption>
      ))}
    </SearchList>
  );
}
