import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { useDraft } from '../../commands/drafts.ts';
import { text } from '../../text/index.ts';

const words = text.introductions.outcomeWindow;
const { outcomes } = text.introductions;
type Outcome = NonNullable<Introduction['outcome']>;

interface OutcomeWindowProps {
  /** The one that is closed. */
  introduction: Introduction;
  onSave: (outcome: Outcome, note: string) => void;
  onClose: () => void;
}

/** Asks what came of an introduction before it is closed. */
export function OutcomeWindow({ introduction, onSave, onClose }: OutcomeWindowProps) {
  const [{ outcome, note }, setForm] = useDraft<{ outcome: Outcome; note: string }>(
    `closing:${introduction.id}`,
    { outcome: 'value', note: '' },
  );
  return (
    <Modal opened onClose={onClose} title={words.title}>
      <Stack>
        <Radio.Group
          label={words.title}
          labelProps={{ className: 'hidden-visually' }}
          value={outcome}
          onChange={(value) => setForm({ outcome: value, note })}
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
          onChange={(event) => setForm({ outcome, note: event.currentTarget.value })}
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
