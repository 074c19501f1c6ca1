import { Page } from '../../components/page.tsx';
import { text } from '../../text/index.ts';
import { ExportSection } from './export-section.tsx';
import { ImportSection } from './import-section.tsx';
import { PastImports } from './past-imports.tsx';
import { QuestionReview } from './question-review.tsx';

/** What comes into the book and what goes out of it. */
export function TransferPage() {
  return (
    <Page title={text.frame.pages.transfer} lead={text.transfer.lead}>
      <ImportSection />
      <QuestionReview />
      <PastImports />
      <ExportSection />
    </Page>
  );
}
