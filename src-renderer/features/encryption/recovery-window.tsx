import { Button, Group, Modal, Text } from '@mantine/core';
import { api } from '../../api.ts';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import classes from './recovery-window.module.css';

const words = text.encryption.recovery;

interface RecoveryWindowProps {
  /** Null: closed. */
  readonly recoveryKey: string | null;
  readonly path: string | null;
  readonly onClose: () => void;
}

/** The recovery sheet: to be printed or saved. It closes by its button alone, so that it is not lost by a stray key. */
export function RecoveryWindow({ onClose, path, recoveryKey }: RecoveryWindowProps) {
  const save = async (): Promise<void> => {
    const bytes = new TextEncoder().encode(makePage(recoveryKey ?? '', path));
    const { saved } = await api.shell.saveFile({ suggestedName: words.fileName, bytes });
    if (saved !== null) notifyDone(words.saved(saved));
  };
  return (
    <Modal
      opened={recoveryKey !== null}
      onClose={onClose}
      title={words.title}
      size="lg"
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Text>{words.hint}</Text>
      <p className={classes.key}>{recoveryKey}</p>
      <Group gap="xs">
        <Button data-autofocus onClick={() => void save().catch(notifyError)}>
          {words.save}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button variant="subtle" ml="auto" onClick={onClose}>
          {words.done}
        </Button>
      </Group>
    </Modal>
  );
}

/** A page that any browser shows and prints. */
function makePage(key: string, path: string | null): string {
  const { lines, title } = words.page(key, path);
  const page = document.implementation.createHTMLDocument(title);
  const head = page.createElement('h1');
  head.textContent = title;
  page.body.append(head);
  for (const line of lines) {
    const paragraph = page.createElement('p');
    paragraph.textContent = line;
    if (line === key) paragraph.style.font = '1.25rem/1.8 monospace';
    page.body.append(paragraph);
  }
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  page.head.prepend(charset);
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}
