import { Button, Group, Modal, Text } from '@mantine/core';
import { api } from '../../api.ts';
import { useToday } from '../../commands/use-book.ts';
import { useCommand } from '../../commands/use-command.ts';
import { notifyDone } from '../../components/notify.tsx';
import { usualPaper } from '../../components/print-buttons.tsx';
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
  const save = useCommand(api.shell.savePdf, ({ saved }) => {
    if (saved !== null) notifyDone(words.saved(saved));
  });
  return (
    <Modal
      opened={recoveryKey !== null}
      onClose={onClose}
      title={words.title}
      size="lg"
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      classNames={{
        root: classes.root ?? '',
        overlay: classes.screen ?? '',
        header: classes.screen ?? '',
        inner: classes.inner ?? '',
        content: classes.content ?? '',
      }}
    >
      <div className={classes.screen}>
        <Text>{words.hint}</Text>
        <p className={classes.key}>{recoveryKey}</p>
        <Group gap="xs">
          <Button
            data-autofocus
            loading={save.isPending}
            onClick={() => save.mutate({ suggestedName: words.fileName, paper: usualPaper })}
          >
            {words.save}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button variant="subtle" ml="auto" onClick={onClose}>
            {words.done}
          </Button>
        </Group>
      </div>
      {recoveryKey !== null && <Sheet recoveryKey={recoveryKey} path={path} />}
    </Modal>
  );
}

/** What stands on paper: all that somebody needs who finds it in a drawer in ten years. */
function Sheet({ path, recoveryKey }: { path: string | null; recoveryKey: string }) {
  const today = useToday();
  const { book, groups, keep, key, made, title, use } = words.sheet;
  return (
    <article className={classes.sheet}>
      <h1>{title}</h1>
      <p>{key}</p>
      <ol className={classes.groups} aria-label={groups}>
        {recoveryKey.split('-').map((group, index) => (
          // the same four letters may come twice
          // oxlint-disable-next-line react/no-array-index-key -- the list never changes
          <li key={index}>{group}</li>
        ))}
      </ol>
      <p>{book(path ?? '')}</p>
      <p>{made(today)}</p>
      <p>{use}</p>
      <p>{keep}</p>
    </article>
  );
}
