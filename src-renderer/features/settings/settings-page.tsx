import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { text } from '../../text/index.ts';

export function SettingsPage() {
  return (
    <Page title={text.frame.pages.settings}>
      <EmptyState title={text.frame.pages.settings} body={text.common.loading} />
    </Page>
  );
}
