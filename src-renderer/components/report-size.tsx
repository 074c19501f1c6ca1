import { NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonId } from '../../src-main/contract/common.ts';
import { api, read } from '../api.ts';
import { useCommand } from '../commands/use-command.ts';
import { text } from '../text/index.ts';
import { FormPopover } from './form-popover.tsx';

const words = text.person.circles;

interface ReportSizeProps {
  person: { readonly id: PersonId; readonly isMe: boolean };
  /** What the button says; by default that a number is noted. */
  label?: string;
}

/** Notes how many contacts a platform shows of somebody, and how many of them are mine, without their names. */
export function ReportSize({ person, label = words.report }: ReportSizeProps) {
  const platforms = useQuery(read('book', 'platforms', {})).data ?? [];
  const [platform, setPlatform] = useState('linkedin');
  const [size, setSize] = useState<number | string>('');
  const [shared, setShared] = useState<number | string>('');
  const report = useCommand(api.ties.reportSize, () => {
    setSize('');
    setShared('');
  });
  return (
    <FormPopover
      label={label}
      onSubmit={() => {
        if (typeof size !== 'number') return false;
        report.mutate({
          id: person.id,
          platform,
          size,
          sharedWithMe: typeof shared === 'number' ? shared : null,
        });
        return true;
      }}
    >
      <NativeSelect
        label={words.platform}
        value={platform}
        onChange={(event) => setPlatform(event.currentTarget.value)}
        data={platforms.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <NumberInput
        mt="xs"
        label={words.size}
        value={size}
        onChange={setSize}
        min={0}
        allowDecimal={false}
        thousandSeparator
        hideControls
        data-autofocus
      />
      {!person.isMe && (
        <NumberInput
          mt="xs"
          label={words.shared}
          description={words.sharedHint}
          value={shared}
          onChange={setShared}
          min={0}
          allowDecimal={false}
          thousandSeparator
          hideControls
        />
      )}
    </FormPopover>
  );
}
