import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../api.ts';
import { text } from '../../text/index.ts';
import classes from './ask-filters.module.css';

const words = text.ask.filters;

export interface AskFilterValue {
  readonly platform: string | null;
  /** Least strength of every tie, 0 for any. */
  readonly minimumStrength: number;
  /** Most ties in a chain, 1..6. */
  readonly hops: number;
  readonly withPossible: boolean;
}
export const noFilters: AskFilterValue = {
  platform: null,
  minimumStrength: 0,
  hops: 4,
  withPossible: false,
};

/** The steps of the strength meter, by where each begins. */
const strengths = [
  { value: 0.2, level: 2 },
  { value: 0.4, level: 3 },
  { value: 0.6, level: 4 },
] as const;

interface AskFiltersProps {
  value: AskFilterValue;
  onChange: (value: AskFilterValue) => void;
}

/** Which ties an answer may use. */
export function AskFilters({ value, onChange }: AskFiltersProps) {
  const { data: platforms = [] } = useQuery(read('book', 'platforms', {}));
  const change = (part: Partial<AskFilterValue>): void => onChange({ ...value, ...part });
  return (
    <div className={classes.root}>
      <Select
        label={words.platform}
        placeholder={words.anyPlatform}
        data={platforms.map(({ key, name }) => ({ value: key, label: name }))}
        value={value.platform}
        clearable
        onChange={(platform) => change({ platform })}
      />
      <Select
        label={words.strength}
        data={[
          { value: '0', label: words.anyStrength },
          ...strengths.map((step) => ({
            value: String(step.value),
            label: text.common.strength.word(step.level),
          })),
        ]}
        value={String(value.minimumStrength)}
        allowDeselect={false}
        onChange={(strength) => change({ minimumStrength: Number(strength ?? 0) })}
      />
      <Select
        label={words.hops}
        data={[1, 2, 3, 4, 5, 6].map((ties) => ({
          value: String(ties),
          label: words.hopsValue(ties),
        }))}
        value={String(value.hops)}
        allowDeselect={false}
        onChange={(hops) => change({ hops: Number(hops ?? noFilters.hops) })}
      />
      <Checkbox
        className={classes.possible}
        label={words.possible}
        checked={value.withPossible}
        onChange={(event) => change({ withPossible: event.currentTarget.checked })}
      />
    </div>
  );
}
