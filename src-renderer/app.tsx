import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createQueryClient, followChanges } from './api.ts';
import { UiProvider } from './commands/ui-context.tsx';
import { followJobs } from './jobs.ts';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

/** The whole window: theme, server state, routes. */
export function App() {
  const [client] = useState(createQueryClient);
  useEffect(() => followChanges(client), [client]);
  useEffect(followJobs, []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" limit={4} />
        <UiProvider>
          <RouterProvider router={router} />
        </UiProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
