import { Button, Code, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { text } from '../text/index.ts';
import { Page } from './page.tsx';

/** Takes the place of a page that threw: says so in a sentence, and offers to try it again. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const words = text.frame.pageFailed;
  return (
    <Page title={words.title} lead={words.body}>
      <Button onClick={reset}>{text.common.tryAgain}</Button>
      <Title order={2} mt="xl">
        {words.details}
      </Title>
      <Text component="div" mt="xs">
        <Code block>{error instanceof Error ? error.message : String(error)}</Code>
      </Text>
    </Page>
  );
}
