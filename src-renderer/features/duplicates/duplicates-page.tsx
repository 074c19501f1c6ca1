import { Button } from '@mantine/core';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../../api.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import { BulkMergeWindow } from './bulk-merge-window.tsx';
import classes from './duplicates-page.module.css';
import { PairList } from './pair-list.tsx';

const words = text.duplicates;
/** So many are shown at once; answering them brings the next. */
const shownAtOnce = 200;

/** People who may be one, the likeliest first, to be worked through by keyboard. */
export function DuplicatesPage() {
  const { data, error, refetch } = useQuery({
    ...read('duplicates', 'find', { limit: shownAtOnce }),
    placeholderData: keepPreviousData,
  });
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
