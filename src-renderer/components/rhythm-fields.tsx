import { Group, NativeSelect, NumberInput } from '@mantine/core';
import type { Rhythm } from '../../src-main/contract/today.ts';
import { text } from '../text/index.ts';

const words = text.common.rhythm;

interface RhythmFieldsProps {
  value: Rhythm;
  onChange: (next: Rhythm) => void;
}

/** "Every 3 weeks": how often to be in touch with somebody. */
export function RhythmFields({ value, onChange }: RhythmFieldsProps) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <NumberInput
        label={words.every}
        w={90}
        min={1}
        max={120}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        data-autofocus
        value={value.every}
        onChange={(every) => {
          const number = Number(every);
          if (number >= 1) onChange({ ...value, every: number });
        }}
      />
      <NativeSelect
        aria-label={words.unit}
        flex={1}
        value={value.unit}
        onChange={(event) =>
          onChange({ ...value, unit: event.currentTarget.value === 'week' ? 'week' : 'month' })
        }
        data={[
          { value: 'week', label: words.weeks },
          { value: 'month', label: words.months },
        ]}
      />
    </Group>
  );
}
