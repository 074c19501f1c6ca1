import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../api.ts';
import { foldText } from './fold-text.ts';

/*
 * Fields for the name of something that may be in the book already: what is there is offered, so that one thing is
 * not written in two ways; any other name makes it new.
 */

type NameFieldProps = Pick<AutocompleteProps, 'label' | 'placeholder' | 'mt'> & {
  value: string;
  onChange: (value: string) => void;
  'data-autofocus'?: boolean;
  /** In a popover the list must not lie outside, where a click would close it. */
  isInPopover?: boolean;
};

const offered = 8;

/** The name of an organisation. */
export function OrganisationField({ isInPopover = false, ...field }: NameFieldProps) {
  const typed = field.value.trim();
  const { data = [] } = useQuery({
    ...read('people', 'organisations', { text: typed, limit: offered }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <Autocomplete
      {...field}
      data={typed === '' ? [] : [...new Set(data.map(({ name }) => name))]}
      filter={({ options }) => options}
      comboboxProps={{ withinPortal: !isInPopover }}
    />
  );
}

/** The name of a topic; another word for it is understood as well. */
export function TopicField({ isInPopover = false, ...field }: NameFieldProps) {
  const { data = [] } = useQuery(read('topics', 'list', {}));
  const typed = foldText(field.value.trim());
  const words = data.flatMap(({ name, synonyms }) => [name, ...synonyms]);
  return (
    <Autocomplete
      {...field}
      data={typed === '' ? [] : words.filter((word) => foldText(word).includes(typed))}
      filter={({ options }) => options}
      limit={offered}
      comboboxProps={{ withinPortal: !isInPopover }}
    />
  );
}
