import { TextInput } from '@mantine/core';
import { useToday } from '../commands/use-book.ts';

interface PastDayFieldProps {
  label: string;
  /** 'YYYY-MM-DD'; '' stands for today, also when the day changes meanwhile. */
  value: string;
  onChange: (value: string) => void;
}

/** The day on which something was: today, unless another is chosen. */
export function PastDayField({ label, value, onChange }: PastDayFieldProps) {
  const today = useToday();
  return (
    <TextInput
      mt="xs"
      type="date"
      label={label}
      max={today}
      value={value === '' ? today : value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
