import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { text } from '../../text/index.ts';

export function PersonPage() {
  return (
    <Page title={text.frame.pages.people}>
      <EmptyState title={text.frame.pages.people} body={text.common.loading} />
    </Page>
  );
}
