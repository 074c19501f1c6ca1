import { Select } from '@mantine/core';
import type { AskSort } from '../../../src-main/contract/networks.ts';
import { noTieFilters, TieFilters, type TieFilterValue } from '../../components/tie-filters.tsx';
import { text } from '../../text/index.ts';

const words = text.ask.filters;

export interface AskFilterValue extends TieFilterValue {
  /** Most ties in a chain, 1..6. */
  readonly hops: number;
  readonly sort: AskSort;
}
export const noFilters: AskFilterValue = { ...noTieFilters, hops: 4, sort: 'strength' };

interface AskFiltersProps {
  value: AskFilterValue;
  onChange: (value: AskFilterValue) => void;
}

/** Which ties an answer may use, and how long its chains may be. */
export function AskFilters({ value, onChange }: AskFiltersProps) {
  return (
    <TieFilters value={value} onChange={onChange}>
      <Select
        label={words.hops}
        data={[1, 2, 3, 4, 5, 6].map((ties) => ({
          value: String(ties),
          label: words.hopsValue(ties),
        }))}
        value={String(value.hops)}
        allowDeselect={false}
        onChange={(hops) => onChange({ ...value, hops: Number(hops ?? noFilters.hops) })}
      />
    </TieFilters>
  );
}
