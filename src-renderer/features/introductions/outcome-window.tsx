import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { text } from '../../text/index.ts';

const words = text.introductions.outcomeWindow;
const { outcomes } = text.introductions;
type Outcome = NonNullable<Introduction['outcome']>;

interface OutcomeWindowProps {
  onSave: (outcome: Outcome, note: string) => void;
  onClose: () => void;
}

/** Asks what came of an introduction before it is closed. */
export function OutcomeWindow({ onSave, onClose }: OutcomeWindowProps) {
  const [outcome, setOutcome] = useState<Outcome>('value');
  const [note, setNote] = useState('');
  return (
    <Modal opened onClose={onClose} title={words.title}>
      <Stack>
        <Radio.Group
          label={words.title}
          labelProps={{ className: 'hidden-visually' }}
          value={outcome}
          onChange={(value) => setOutcome(value)}
        >
          <Stack gap="xs">
            {Object.entries(outcomes).map(([value, label]) => (
              <Radio
                key={value}
                value={value}
                label={label}
                data-autofocus={value === 'value' || undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={words.note}
          value={note}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button onClick={() => onSave(outcome, note)}>{words.save}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
