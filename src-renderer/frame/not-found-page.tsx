import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { useDocumentTitle } from '../components/page.tsx';
import { text } from '../text/index.ts';

export function NotFoundPage() {
  const words = text.frame.notFound;
  useDocumentTitle(words.title);
  return (
    <EmptyState
      title={words.title}
      body={words.body}
      actions={<LinkButton to="/people">{words.action}</LinkButton>}
    />
  );
}
