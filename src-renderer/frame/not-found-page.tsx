import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { text } from '../text/index.ts';

/** What an address shows that leads nowhere. */
export function NotFoundPage() {
  const words = text.frame.notFound;
  return (
    <Page title={words.title} lead={words.body}>
      <LinkButton to="/people">{words.action}</LinkButton>
    </Page>
  );
}
