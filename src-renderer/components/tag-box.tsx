import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonId, TagId } from '../../src-main/contract/common.ts';
import { read } from '../api.ts';
import { text } from '../text/index.ts';
import { foldText } from './fold-text.ts';
import classes from './tag-box.module.css';
import { TagMark } from './tag-mark.tsx';
import { useSuggestions } from './use-suggestions.ts';

interface TagBoxProps {
  /** Called with a tag of the book, or with a new name (`id` null) where that is allowed. */
  onChoose: (tag: { id: TagId | null; name: string }) => void;
  /** Whether a name that is no tag yet may be chosen. */
  canCreate: boolean;
  /** Tags that are not offered. */
  without?: readonly TagId[];
  /** Only tags that any of these people bear are offered. */
  among?: ReadonlySet<PersonId>;
}

/** A search box over the tags with the list under it; for the inside of a popover. */
export function TagBox({ onChoose, canCreate, without = [], among }: TagBoxProps) {
  const words = text.people.tagBox;
  const { data } = useQuery(read('tags', 'list', among === undefined ? {} : { among: [...among] }));
  const tags = data ?? [];
  const [typed, setTyped] = useState('');
  const name = typed.trim().replace(/^#/u, '');
  const isSame = (other: string) => foldText(other) === foldText(name);
  const fits = tags.filter(
    (tag) => !without.includes(tag.id) && foldText(tag.name).includes(foldText(name)),
  );
  const isNew = canCreate && name !== '' && !tags.some((tag) => isSame(tag.name));
  const list = useSuggestions({
    ids: [...fits.map((tag) => String(tag.id)), ...(isNew ? ['new'] : [])],
    isOpen: true,
    question: typed,
    onChoose: (key) => {
      const tag = fits.find(({ id }) => String(id) === key);
      onChoose(tag ?? { id: null, name });
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
        {fits.map((tag) => (
          <div key={tag.id} {...list.optionProps(String(tag.id))} className={classes.option}>
            <TagMark tag={tag} />
            <span className={`${classes.count} numbers`}>{text.common.people(tag.people)}</span>
          </div>
        ))}
        {isNew && (
          <div {...list.optionProps('new')} className={classes.option}>
            {words.make(name)}
          </div>
        )}
      </div>
      {data !== undefined && fits.length === 0 && !isNew && (
        <div className={classes.empty} role="status">
          {canCreate ? words.none : tags.length === 0 ? words.nothingToRemove : words.noneFits}
        </div>
      )}
    </div>
  );
}
