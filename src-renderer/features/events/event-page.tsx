import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { text } from '../../text/index.ts';

export function EventPage() {
  return (
    <Page title={text.frame.pages.events}>
      <EmptyState title={text.frame.pages.events} body={text.common.loading} />
    </Page>
  );
}
