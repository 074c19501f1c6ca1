import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api.ts';
import { text } from '../text/index.ts';

/** One of the book's platforms by its key, or none. */
export function PlatformSelect(
  props: Pick<SelectProps, 'label' | 'placeholder' | 'value' | 'onChange'>,
) {
  const { data: platforms = [] } = useQuery(read('book', 'platforms', {}));
  return (
    <Select
      {...props}
      data={platforms.map(({ key, name }) => ({ value: key, label: name }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': text.common.picker.clear }}
    />
  );
}
