import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { text } from '../../text/index.ts';

export function TransferPage() {
  return (
    <Page title={text.frame.pages.transfer}>
      <EmptyState title={text.frame.pages.transfer} body={text.common.loading} />
    </Page>
  );
}
