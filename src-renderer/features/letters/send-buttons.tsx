import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { LetterButtons } from '../../components/letter-buttons.tsx';
import { mailtoUrl, safeMailtoLength } from '../../components/mailto-url.ts';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import { type Mailbox, writeEml } from './eml.ts';
import type { LetterFacts } from './letter-values.ts';

const words = text.letters.form;
/** What the shell takes as an address, in characters. */
const longestUrl = 8000;

interface SendButtonsProps {
  facts: LetterFacts;
  subject: string;
  body: string;
  /** The paragraph to forward, where the letter has one. */
  paragraph?: string;
}

/** Ways to send a letter: by the user's own means, never by the app. */
export function SendButtons({ facts, subject, body, paragraph }: SendButtonsProps) {
  const to = facts.recipients.flatMap(({ email, name }) =>
    email === null ? [] : [{ name, address: email }],
  );
  const addresses = to.map(({ address }) => address);
  const copy = useMutation({
    mutationFn: (value: string) => api.shell.copyText({ text: value }),
    onSuccess: () => notifyDone(text.common.copied(words.copiedParagraph)),
    onError: notifyError,
  });
  const eml = useMutation({
    mutationFn: () => saveEml({ facts, to, subject, body }),
    onSuccess: ({ saved }) => saved !== null && notifyDone(words.savedEml(saved)),
    onError: notifyError,
  });
  const { length } = mailtoUrl(addresses, subject, body);
  const isTooLong = length > longestUrl;
  return (
    <div>
      <Group gap="xs">
        <LetterButtons
          letter={{ to: to.length === 0 || isTooLong ? null : addresses, subject, body }}
        />
        {paragraph !== undefined && (
          <Button variant="default" onClick={() => copy.mutate(paragraph)}>
            {words.copyParagraph}
          </Button>
        )}
        <Button variant="default" loading={eml.isPending} onClick={() => eml.mutate()}>
          {words.eml}
        </Button>
      </Group>
      {to.length > 0 && length > safeMailtoLength && (
        <Text size="xs" c="dimmed" mt={6}>
          {isTooLong ? words.tooLongLink : words.longLink}
        </Text>
      )}
    </div>
  );
}

interface SavedLetter {
  facts: LetterFacts;
  to: readonly Mailbox[];
  subject: string;
  body: string;
}

function saveEml({ facts: { me }, to, subject, body }: SavedLetter) {
  const from = me.email === null ? null : { name: me.name, address: me.email };
  const plain = subject.replace(/[^\p{L}\p{N} .,-]/gu, ' ').replace(/\s+/gu, ' ');
  return api.shell.saveFile({
    suggestedName: words.fileName(plain.trim().slice(0, 100)),
    bytes: writeEml({ from, to, subject, body, date: new Date() }),
  });
}
