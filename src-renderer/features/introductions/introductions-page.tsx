import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { text } from '../../text/index.ts';

export function IntroductionsPage() {
  return (
    <Page title={text.frame.pages.introductions}>
      <EmptyState title={text.frame.pages.introductions} body={text.common.loading} />
    </Page>
  );
}
