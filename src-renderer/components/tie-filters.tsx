import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PersonRef, tieFilter } from '../../src-main/contract/common.ts';
import type { z } from 'zod';
import { read } from '../api.ts';
import { text } from '../text/index.ts';
import { PeopleChips } from './people-chips.tsx';
import { PersonPicker } from './person-picker.tsx';
import classes from './tie-filters.module.css';

const words = text.common.filters;

/** Which ties a question may use, as a filter bar holds it. */
export interface TieFilterValue {
  readonly platform: string | null;
  /** Least strength of every tie, 0 for any. */
  readonly minimumStrength: number;
  readonly withPossible: boolean;
  /** People who are treated as absent. */
  readonly without: readonly PersonRef[];
}
export const noTieFilters: TieFilterValue = {
  platform: null,
  minimumStrength: 0,
  withPossible: false,
  without: [],
};

/** The same filter as a method of the store takes it. */
export function toTieFilter(value: TieFilterValue): z.input<typeof tieFilter> {
  return {
    ...(value.platform === null ? {} : { platform: value.platform }),
    ...(value.minimumStrength > 0 ? { minimumStrength: value.minimumStrength } : {}),
    withPossible: value.withPossible,
    without: value.without.map(({ id }) => id),
  };
}

/** The steps of the strength meter, by where each begins. */
const strengths = [
  { value: 0.2, level: 2 },
  { value: 0.4, level: 3 },
  { value: 0.6, level: 4 },
] as const;

interface TieFiltersProps<Value extends TieFilterValue> {
  value: Value;
  onChange: (value: Value) => void;
  /** Further boxes of one page, shown after those that all pages share. */
  children?: ReactNode;
}

/** The one filter bar of all questions about who knows whom: it says which ties and people an answer may use. */
export function TieFilters<Value extends TieFilterValue>(props: TieFiltersProps<Value>) {
  const { value, onChange } = props;
  const { data: platforms = [] } = useQuery(read('book', 'platforms', {}));
  const change = (part: Partial<TieFilterValue>): void => onChange({ ...value, ...part });
  return (
    <div className={classes.root} role="group" aria-label={words.title}>
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
      {props.children}
      <PersonPicker
        label={words.without}
        placeholder={words.withoutPlaceholder}
        value={null}
        without={value.without.map(({ id }) => id)}
        onChange={(person) => {
          if (person !== null) change({ without: [...value.without, person] });
        }}
      />
      <Checkbox
        className={classes.possible}
        label={words.possible}
        checked={value.withPossible}
        onChange={(event) => change({ withPossible: event.currentTarget.checked })}
      />
      {value.without.length > 0 && (
        <PeopleChips
          label={words.withoutList}
          people={value.without}
          onRemove={(gone) =>
            change({ without: value.without.filter((person) => person.id !== gone.id) })
          }
        />
      )}
    </div>
  );
}
