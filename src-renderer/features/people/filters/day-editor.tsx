import { Group, Radio, Stack, TextInput } from '@mantine/core';
import { text } from '../../../text/index.ts';

const words = text.peopleFilters;

interface Bounds {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface DayEditorProps extends Bounds {
  label: string;
  /** Times before today that are offered: "in the last …" and "more than … ago". */
  last: readonly string[];
  before: readonly string[];
  onChange: (bounds: Bounds) => void;
  /** A further choice that is no time at all. */
  never?: { label: string; isOn: boolean; onChoose: () => void };
}

const dayPattern = /^\d{4}-\d\d-\d\d$/;

/** A time: one of those mostly asked for, or between two days. */
export function DayEditor({ label, last, before, from, to, onChange, never }: DayEditorProps) {
  const presets = [
    ...last.map((bound) => ({
      key: `last${bound}`,
      label: words.presets.last(bound),
      bounds: { from: bound, to: undefined },
    })),
    ...before.map((bound) => ({
      key: `before${bound}`,
      label: words.presets.before(bound),
      bounds: { from: undefined, to: bound },
    })),
  ];
  const chosen = presets.find(({ bounds }) => bounds.from === from && bounds.to === to)?.key;
  const dayOf = (bound: string | undefined): string =>
    bound !== undefined && dayPattern.test(bound) ? bound : '';
  const putDay = (part: Partial<Bounds>): void => {
    const filled = (bound: string | undefined) => (dayOf(bound) === '' ? undefined : bound);
    onChange({ from: filled(from), to: filled(to), ...part });
  };
  return (
    <Stack gap="sm">
      <Radio.Group
        label={label}
        labelProps={{ className: 'hidden-visually' }}
        value={never?.isOn === true ? 'never' : (chosen ?? '')}
        onChange={(key) => {
          if (key === 'never') never?.onChoose();
          else onChange(presets.find((preset) => preset.key === key)?.bounds ?? { from, to });
        }}
      >
        <Stack gap={6}>
          {never !== undefined && <Radio value="never" label={never.label} size="sm" />}
          {presets.map((preset) => (
            <Radio key={preset.key} value={preset.key} label={preset.label} size="sm" />
          ))}
        </Stack>
      </Radio.Group>
      <Group grow gap="xs" align="end">
        <TextInput
          type="date"
          label={words.from}
          value={dayOf(from)}
          onChange={({ currentTarget: { value } }) =>
            putDay({ from: value === '' ? undefined : value })
          }
        />
        <TextInput
          type="date"
          label={words.to}
          value={dayOf(to)}
          onChange={({ currentTarget: { value } }) =>
            putDay({ to: value === '' ? undefined : value })
          }
        />
      </Group>
    </Stack>
  );
}
