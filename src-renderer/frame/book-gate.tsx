import { Center, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api.ts';
import { ErasingProvider } from '../commands/erasing-context.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { text } from '../text/index.ts';
import { Frame } from './frame.tsx';
import { RefusedPage } from './refused-page.tsx';
import { UnlockPage } from './unlock-page.tsx';

/** Decides what the window shows: the book's pages, the first screen, or why the book could not be opened. */
export function BookGate() {
  const { data: status, error, refetch } = useQuery(read('book', 'status', {}));
  if (error !== null) {
    return (
      <Center h="100%" p="xl">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Center>
    );
  }
  if (status === undefined) {
    return (
      <Center h="100%" role="status">
        <Stack align="center" gap="sm">
          <Loader type="dots" aria-hidden />
          <Text c="dimmed">{text.frame.opening}</Text>
        </Stack>
      </Center>
    );
  }
  if (status.state === 'locked') return <UnlockPage status={status} />;
  if (status.refusal !== null) return <RefusedPage path={status.path} refusal={status.refusal} />;
  if (status.me === null) return <StartPage />;
  return (
    <ErasingProvider>
      <Frame status={status} me={status.me} />
    </ErasingProvider>
  );
}
