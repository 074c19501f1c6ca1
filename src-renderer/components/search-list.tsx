import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './search-list.module.css';
import type { useSuggestions } from './use-suggestions.ts';

interface SearchListProps {
  list: ReturnType<typeof useSuggestions>;
  words: { readonly label: string; readonly placeholder: string };
  typed: string;
  onType: (typed: string) => void;
  /** Options. */
  children: ReactNode;
  /** Said when nothing is offered; null while something is, or while it is not known yet. */
  nothing: string | null;
}

/** A search box with the list of what fits under it; for the inside of a popover. */
export function SearchList({ list, words, typed, onType, children, nothing }: SearchListProps) {
  return (
    <div>
      <TextInput
        aria-label={words.label}
        placeholder={words.placeholder}
        value={typed}
        data-autofocus
        onChange={(event) => onType(event.currentTarget.value)}
        {...list.inputProps}
      />
      <div {...list.listProps} aria-label={words.label} className={classes.list}>
        {children}
      </div>
      {nothing !== null && (
        <div className={classes.empty} role="status">
          {nothing}
        </div>
      )}
    </div>
  );
}

interface SearchOptionProps {
  list: ReturnType<typeof useSuggestions>;
  /** Among the ids that `list` was given. */
  id: string;
  children: ReactNode;
  /** Said at its right. */
  aside?: string;
}

export function SearchOption({ list, id, children, aside }: SearchOptionProps) {
  return (
    <div {...list.optionProps(id)} className={classes.option}>
      {children}
      {aside !== undefined && <span className={`${classes.aside} numbers`}>{aside}</span>}
    </div>
  );
}
