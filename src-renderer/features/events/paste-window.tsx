import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventId } from '../../../src-main/contract/common.ts';
import { api } from '../../api.ts';
import { notifyDone } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import { readLines } from './line-field.tsx';
import { LinePreview } from './line-preview.tsx';
import type { Logged } from './use-line-log.ts';

const words = text.events.paste;
/** Typing must rest before all lines are understood anew, in milliseconds. */
const pause = 250;

interface PasteWindowProps {
  eventId: EventId;
  lines: readonly string[];
  onLogged: (logged: Logged) => void;
  onClose: () => void;
}

/** Several lines at once: looked over, then logged one after the other. A line with a problem stops there. */
export function PasteWindow({ eventId, lines, onLogged, onClose }: PasteWindowProps) {
  const [typed, setTyped] = useState(lines.join('\n'));
  const [problem, setProblem] = useState<string | null>(null);
  const now = readLines(typed);
  const [settled] = useDebouncedValue(now, pause, { leading: true });
  const log = useMutation({
    mutationFn: async () => {
      for (const [index, line] of now.entries()) {
        try {
          onLogged(await api.events.logLine({ id: eventId, text: line }));
        } catch (error) {
          const left = now.slice(index);
          setTyped(left.join('\n'));
          const message = error instanceof Error ? error.message : String(error);
          setProblem(words.stopped(left.length, message));
          return;
        }
      }
      notifyDone(words.done(now.length));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} size="xl" title={words.title(now.length)}>
      <Stack gap="sm">
        <Text c="dimmed">{words.body}</Text>
        <Textarea
          aria-label={words.label}
          value={typed}
          autosize
          minRows={6}
          maxRows={10}
          data-autofocus
          error={problem}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <LinePreview eventId={eventId} lines={settled} />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button loading={log.isPending} disabled={now.length === 0} onClick={() => log.mutate()}>
            {words.action(now.length)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
