import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventId } from '../../src-main/contract/common.ts';
import { read } from '../api.ts';
import { day } from '../text/common.ts';
import { text } from '../text/index.ts';
import classes from './tag-box.module.css';
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
    <div>
      <TextInput
        aria-label={words.label}
        placeholder={words.placeholder}
        value={typed}
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
        {...list.inputProps}
      />
      <div {...list.listProps} aria-label={words.label} className={classes.list}>
        {events.map(({ id, title, heldOn }) => (
          <div key={id} {...list.optionProps(String(id))} className={classes.option}>
            <span>{title}</span>
            <span className={`${classes.count} numbers`}>{heldOn === null ? '' : day(heldOn)}</span>
          </div>
        ))}
      </div>
      {data !== undefined && events.length === 0 && (
        <div className={classes.empty} role="status">
          {words.none}
        </div>
      )}
    </div>
  );
}
