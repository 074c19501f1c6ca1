import { Button } from '@mantine/core';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../../api.ts';
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
  const { data, error, job, retry } = useLikelyPairs();
  const [isMerging, setMerging] = useState(false);
  const isLooking = data?.isComplete !== true && error === null;
  return (
    <Page
      variant="fill"
      title={words.title}
      lead={words.lead}
      actions={
        data?.isComplete === true &&
        data.sure > 1 && (
          <Button variant="default" onClick={() => setMerging(true)}>
            {words.bulk(data.sure)}
          </Button>
        )
      }
    >
      {error !== null && (
        <div className={classes.notice}>
          <ErrorNotice error={error} onRetry={retry} />
        </div>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <PairList rows={data.rows} total={data.total} job={job} isLooking={isLooking} />
      )}
      {data?.rows.length === 0 && data.isComplete && <NoDuplicates />}
      {(data === undefined || data.rows.length === 0) && isLooking && (
        <div className={classes.notice}>
          <JobProgress job={job} label={words.comparing} />
          <SkeletonRows rows={8} />
        </div>
      )}
      {isMerging && <BulkMergeWindow onClose={() => setMerging(false)} />}
    </Page>
  );
}

/** All pairs; until they are found, those of one address or phone number, which are asked for first and there at once. */
function useLikelyPairs() {
  const all = { limit: shownAtOnce };
  const isKnown = useQueryClient().getQueryData(read('duplicates', 'find', all).queryKey);
  const first = useQuery({
    ...read('duplicates', 'find', { ...all, isFirstLook: true }),
    enabled: isKnown === undefined,
    // of use for a moment only
    gcTime: 0,
  });
  const { job, query } = useLongQuestion('duplicates', 'find', all, {
    enabled: isKnown !== undefined || !first.isPending,
    // the pairs that are left stay while the answer to one is taken in
    keepsFormer: true,
  });
  return {
    job,
    data: query.data ?? first.data,
    error: query.error ?? first.error,
    retry: () => void query.refetch(),
  };
}

function NoDuplicates() {
  return (
    <EmptyState
      icon={IconUsersGroup}
      title={words.empty.title}
      body={words.empty.body}
      actions={<LinkButton to="/people">{words.empty.action}</LinkButton>}
    />
  );
}
