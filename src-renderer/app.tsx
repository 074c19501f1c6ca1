import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { followChanges, queryClient, read } from './api.ts';
import { answerLocking } from './commands/drafts.ts';
import { saveBeforeClose } from './commands/pending-saves.ts';
import { UiProvider } from './commands/ui-context.tsx';
import { useFocusMemory } from './commands/use-focus-memory.ts';
import { notifyError } from './components/notify.tsx';
import { followJobs } from './jobs.ts';
import { router } from './router.tsx';
import { text } from './text/index.ts';
import { cssVariables, theme } from './theme.ts';

function warnOfClosing(isWork: boolean): void {
  const { closing, closingOverWork } = text.frame.saving;
  notifyError(new Error(isWork ? closingOverWork : closing));
}

/** The whole window: theme, server state, routes. */
export function App() {
  useEffect(() => followChanges(queryClient), []);
  useFocusMemory();
  useEffect(followJobs, []);
  useEffect(() => saveBeforeClose(warnOfClosing), []);
  useEffect(
    () => answerLocking(() => queryClient.getQueryData(read('book', 'status', {}).queryKey)),
    [],
  );
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={4} />
        <UiProvider>
          <RouterProvider router={router} />
        </UiProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
