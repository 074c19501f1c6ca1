import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { text } from '../../text/index.ts';

export function AskPage() {
  return (
    <Page title={text.frame.pages.ask}>
      <EmptyState title={text.frame.pages.ask} body={text.common.loading} />
    </Page>
  );
}
