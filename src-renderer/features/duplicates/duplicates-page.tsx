import { Button } from '@mantine/core';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useLongQuestion } from '../../jobs.ts';
import { text } from '../../text/index.ts';
import { BulkMergeWindow } from './bulk-merge-window.tsx';
import classes from './duplicates-page.module.css';
import { PairList } from './pair-list.tsx';

const words = text.duplicates;
/** So many are shown at once; answering them brings the next. */
const shownAtOnce = 200;

/** People who may be one, the likeliest first, to be worked through by keyboard. */
export function DuplicatesPage() {
  const { job, query } = useLongQuestion(
    'duplicates',
    'find',
    { limit: shownAtOnce },
    // the pairs that are left stay while the answer to one is taken in
    { keepsFormer: true },
  );
  const { data, error, refetch } = query;
  const [isMerging, setMerging] = useState(false);
  const first = data?.rows[0];
  return (
    <Page
      variant="fill"
      title={words.title}
      lead={words.lead}
      actions={
        data !== undefined &&
        data.sure > 1 && (
          <Button variant="default" onClick={() => setMerging(true)}>
            {words.bulk(data.sure)}
          </Button>
        )
      }
    >
      {error !== null && (
        <div className={classes.notice}>
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data === undefined && error === null && (
        <div className={classes.notice}>
          <JobProgress job={job} label={words.comparing} />
          <SkeletonRows rows={8} />
        </div>
      )}
      {data !== undefined &&
        (first === undefined ? (
          <EmptyState
            icon={IconUsersGroup}
            title={words.empty.title}
            body={words.empty.body}
            actions={<LinkButton to="/people">{words.empty.action}</LinkButton>}
          />
        ) : (
          <PairList rows={data.rows} total={data.total} />
        ))}
      {isMerging && <BulkMergeWindow onClose={() => setMerging(false)} />}
    </Page>
  );
}
