import { Button, Code, Group, List, Text, Title } from '@mantine/core';
import type { BookStatus } from '../../src-main/contract/book.ts';
import { api } from '../api.ts';
import { useBookSteps } from '../commands/use-book.ts';
import { notifyError } from '../components/notify.tsx';
import { useDocumentTitle } from '../components/page.tsx';
import { text } from '../text/index.ts';
import { Logo } from './logo.tsx';
import classes from './refused-page.module.css';
import { RefusedRescue } from './refused-rescue.tsx';

/** Says why the book could not be opened and what can be done. It never offers to delete anything. */
export function RefusedPage({ status }: { status: BookStatus }) {
  const words = text.frame.refused;
  const { openAgain, openSample, isBusy } = useBookSteps();
  const code = status.refusal?.code ?? 'INTERNAL';
  const title = words.title(code);
  useDocumentTitle(title);
  return (
    <main className={classes.root}>
      <div className={classes.card}>
        <Logo size={40} />
        <Title order={1} mt="md">
          {title}
        </Title>
        {status.refusal !== null && <Text mt="xs">{status.refusal.message}</Text>}
        <List mt="md" spacing="xs">
          {words.whatToDo(code).map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
        {status.path !== null && (
          <Text mt="md" size="sm">
            {words.file}: <Code>{status.path}</Code>
          </Text>
        )}
        <Group mt="lg" gap="xs">
          <Button loading={isBusy} onClick={() => openAgain()}>
            {text.common.tryAgain}
          </Button>
          <Button
            variant="default"
            onClick={() => void api.shell.showBookInFolder({}).catch(notifyError)}
          >
            {words.showFile}
          </Button>
          <Button variant="subtle" disabled={isBusy} onClick={() => openSample()}>
            {words.openSample}
          </Button>
        </Group>
        <RefusedRescue status={status} code={code} />
      </div>
    </main>
  );
}
