import { Button, Code, Group, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { BookStatus } from '../../src-main/contract/book.ts';
import { api, read } from '../api.ts';
import { useBookSteps, useTakeStatus } from '../commands/use-book.ts';
import { useWithPassphrase } from '../commands/use-with-passphrase.ts';
import { notifyError } from '../components/notify.tsx';
import { useDocumentTitle } from '../components/page.tsx';
import { UnlockCopyWindow } from '../components/unlock-copy-window.tsx';
import { text } from '../text/index.ts';
import type { RefusalAction } from '../text/refusals.ts';
import { Logo } from './logo.tsx';
import classes from './refused-page.module.css';
import { RefusedRescue } from './refused-rescue.tsx';

const words = text.refusals;
type Refusal = NonNullable<BookStatus['refusal']>;

interface RefusedPageProps {
  readonly path: string | null;
  readonly refusal: Refusal;
}

/** Says why the book could not be opened and what can be done. It never offers to delete anything. */
export function RefusedPage({ path, refusal }: RefusedPageProps) {
  const { data: about } = useQuery(read('shell', 'about', {}));
  const { code, facts, message } = refusal;
  const { lead, steps, title } = words.of(code, message, facts, about?.version ?? '');
  useDocumentTitle(title);
  return (
    <main className={classes.root}>
      <div className={classes.card}>
        <Logo size={40} />
        <Title order={1} mt="md">
          {title}
        </Title>
        <Text mt="xs">{lead}</Text>
        {path !== null && (
          <Text mt="md" size="sm">
            {words.file}: <Code className={classes.path}>{path}</Code>
          </Text>
        )}
        <Title order={2} size="h4" mt="lg">
          {words.toDo}
        </Title>
        <List mt="xs" spacing="xs">
          {steps.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
        <Actions path={path} refusal={refusal} />
        <RefusedRescue
          path={path}
          code={code}
          facts={facts}
          offersNewest={isRestoredFirst(refusal)}
        />
      </div>
    </main>
  );
}

/** A backup is what helps: its button is the one that stands out. */
function isRestoredFirst({ code, facts }: Refusal): boolean {
  return code === 'CORRUPT' || facts.missing === 'file';
}

function Actions({ path, refusal }: RefusedPageProps) {
  const { asked, isBusy, take } = useActions(path);
  const { openSample } = useBookSteps();
  const [first, ...others] = words.actions(refusal.code, refusal.facts);
  return (
    <>
      <Group mt="lg" gap="xs">
        {first !== undefined && (
          <Button
            variant={isRestoredFirst(refusal) ? 'default' : 'filled'}
            loading={isBusy}
            onClick={() => take(first)}
          >
            {words.action[first]}
          </Button>
        )}
        {others.map((action) => (
          <Button key={action} variant="default" disabled={isBusy} onClick={() => take(action)}>
            {words.action[action]}
          </Button>
        ))}
      </Group>
      <Button
        className={classes.flush}
        mt="xs"
        variant="subtle"
        disabled={isBusy}
        onClick={() => openSample()}
      >
        {words.openSample}
      </Button>
      <UnlockCopyWindow asked={asked} />
    </>
  );
}

function useActions(path: string | null) {
  const { asked, attempt, isBusy: isReading } = useWithPassphrase();
  const { isBusy, openAgain, startNew } = useBookSteps();
  const takeStatus = useTakeStatus();
  const chooseBook = async (): Promise<void> => {
    const chosen = await api.shell.chooseBook({});
    // another one comes in a window of its own
    if (chosen.path === path) openAgain();
  };
  const openToRead = (passphrase?: string): Promise<BookStatus> =>
    api.book.openToRead(passphrase === undefined ? {} : { passphrase });
  const take = (action: RefusalAction): void => {
    switch (action) {
      case 'tryAgain':
        openAgain();
        break;
      case 'read':
        void attempt(openToRead, takeStatus);
        break;
      case 'chooseBook':
        void chooseBook().catch(notifyError);
        break;
      case 'startNew':
        startNew();
        break;
      case 'showFile':
        void api.shell.showBookInFolder({}).catch(notifyError);
        break;
    }
  };
  return { asked, isBusy: isBusy || isReading, take };
}
