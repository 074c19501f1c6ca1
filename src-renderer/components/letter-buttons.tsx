import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api.ts';
import { text } from '../text/index.ts';
import { mailtoUrl } from './mailto-url.ts';
import { notifyDone, notifyError } from './notify.tsx';

const words = text.common.letter;

export interface Letter {
  /** One address or several; null when none is known. */
  readonly to: string | readonly string[] | null;
  readonly subject: string;
  readonly body: string;
}

interface LetterButtonsProps {
  letter: Letter;
  /** Of whom, where there are several letters side by side. */
  name?: string;
  size?: 'sm' | 'compact-sm';
}

/** Ways to send a letter: by the user's own means, never by the app. */
export function LetterButtons({ letter, name, size = 'sm' }: LetterButtonsProps) {
  const { to, subject, body } = letter;
  const copy = useMutation({
    mutationFn: () => api.shell.copyText({ text: body }),
    onSuccess: () => notifyDone(text.common.copied(words.copiedWhat)),
    onError: notifyError,
  });
  const email = useMutation({
    mutationFn: () => api.shell.openExternal({ url: mailtoUrl(to ?? '', subject, body) }),
    onError: notifyError,
  });
  const label = (what: string): string | undefined =>
    name === undefined ? undefined : words.of(what, name);
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size={size}
        aria-label={label(words.copy)}
        onClick={() => copy.mutate()}
      >
        {words.copy}
      </Button>
      {to !== null && (
        <Button
          variant="default"
          size={size}
          aria-label={label(words.email)}
          onClick={() => email.mutate()}
        >
          {words.email}
        </Button>
      )}
    </Group>
  );
}
