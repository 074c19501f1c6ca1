import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { useDocumentTitle } from '../components/page.tsx';
import { text } from '../text/index.ts';

export function NotFoundPage() {
  const words = text.frame.notFound;
  useDocumentTitle(words.title);
  return (
    <EmptyState
      title={words.title}
      body={words.body}
      actions={
        <Button component={Link} to="/people">
          {words.action}
        </Button>
      }
    />
  );
}
