import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonId, TagId } from '../../src-main/contract/common.ts';
import { read } from '../api.ts';
import { text } from '../text/index.ts';
import { foldText } from './fold-text.ts';
import { SearchList, SearchOption } from './search-list.tsx';
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
  const nothing = canCreate
    ? words.none
    : tags.length === 0
      ? words.nothingToRemove
      : words.noneFits;
  return (
    <SearchList
      list={list}
      words={words}
      typed={typed}
      onType={setTyped}
      nothing={data !== undefined && fits.length === 0 && !isNew ? nothing : null}
    >
      {fits.map((tag) => (
        <SearchOption
          key={tag.id}
          list={list}
          id={String(tag.id)}
          aside={text.common.people(tag.people)}
        >
          <TagMark tag={tag} />
        </SearchOption>
      ))}
      {isNew && (
        <SearchOption list={list} id="new">
          {words.make(name)}
        </SearchOption>
      )}
    </SearchList>
  );
}
