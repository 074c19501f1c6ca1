import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { text } from '../../text/index.ts';

export function OverlapPage() {
  return (
    <Page title={text.frame.pages.overlap}>
      <EmptyState title={text.frame.pages.overlap} body={text.common.loading} />
    </Page>
  );
}
