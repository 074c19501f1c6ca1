import { MultiSelect, type OptionsFilter, SegmentedControl, Stack } from '@mantine/core';
import { foldText } from '../../../components/fold-text.ts';
import { text } from '../../../text/index.ts';
import type { FilterKind } from './filter-kinds.ts';

const words = text.peopleFilters;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceEditorProps {
  kind: FilterKind;
  data: readonly Choice[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Whether all or any of several must fit; left out where only "any" makes sense. */
  mode?: 'all' | 'any';
  onMode?: (mode: 'all' | 'any') => void;
  /** For lists that the store searches. */
  onSearch?: (typed: string) => void;
}

/** Several things out of a list, found by typing. */
export function ChoiceEditor(props: ChoiceEditorProps) {
  const { kind, data, value, mode, onMode, onSearch } = props;
  return (
    <Stack gap="sm">
      <MultiSelect
        data-autofocus
        aria-label={words.choose(words.kinds[kind])}
        placeholder={value.length === 0 ? words.typeToFind : undefined}
        data={data}
        value={[...value]}
        onChange={props.onChange}
        searchable
        clearable
        hidePickedOptions
        selectFirstOptionOnChange
        maxDropdownHeight={240}
        nothingFoundMessage={words.nothingFound}
        clearButtonProps={{ 'aria-label': text.common.picker.clear }}
        comboboxProps={{ withinPortal: false }}
        {...(onSearch === undefined
          ? { filter: byFoldedText }
          : { onSearchChange: onSearch, filter: asFound })}
      />
      {mode !== undefined && value.length > 1 && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={words.mode.label}
          data={[
            { value: 'any', label: words.mode.any },
            { value: 'all', label: words.mode.all },
          ]}
          value={mode}
          onChange={(next) => onMode?.(next === 'all' ? 'all' : 'any')}
        />
      )}
    </Stack>
  );
}

/** Accents and case ignored, as everywhere. */
const byFoldedText: OptionsFilter = ({ options, search }) =>
  options.filter(
    (option) => !('label' in option) || foldText(option.label).includes(foldText(search.trim())),
  );

/** The store has searched already. */
const asFound: OptionsFilter = ({ options }) => options;
