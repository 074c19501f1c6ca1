import { Button, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { byOffset } from '../../components/paging.ts';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { MoreButton } from './more-button.tsx';
import newsClasses from './list-news.module.css';
import classes from './plan-view.module.css';
import type { FilePlan, PlanFlow } from './use-import.ts';

const words = text.transfer.news;
const kinds = ['moved', 'came', 'went'] as const;
type Kind = (typeof kinds)[number];
const pageSize = 100;

interface PlannedNewsProps {
  planId: string;
  file: FilePlan;
  index: number;
  flow: PlanFlow;
}

/** What a newer list says against the last one, before it is applied; and the question whether it is whole. */
export function PlannedNews({ planId, file: { changes }, index, flow }: PlannedNewsProps) {
  const [opened, setOpened] = useState<Kind | null>(null);
  const shown = kinds.filter((kind) => changes[kind] > 0);
  return (
    <>
      {shown.length > 0 && (
        <fieldset className={classes.news}>
          <legend className={classes.newsTitle}>{words.planned}</legend>
          <div className={classes.counts}>
            {shown.map((kind) => (
              <UnstyledButton
                key={kind}
                className={classes.count}
                aria-expanded={opened === kind}
                onClick={() => setOpened(opened === kind ? null : kind)}
              >
                <span className={classes.number}>{count(changes[kind])}</span>
                {words.kind(kind)}
              </UnstyledButton>
            ))}
          </div>
          {changes.tiesEnded > 0 && (
            <p className={classes.explain}>{words.ended(changes.tiesEnded)}</p>
          )}
          {opened !== null && <PlannedRows planId={planId} file={index} kind={opened} />}
        </fieldset>
      )}
      {changes.doubtful > 0 && (
        <p className={classes.remark}>
          {words.doubt(changes.doubtful)}{' '}
          <Button
            size="compact-sm"
            variant="default"
            disabled={flow.isBusy}
            onClick={() => flow.look('all')}
          >
            {words.isWhole}
          </Button>
        </p>
      )}
      {changes.went > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={flow.isBusy}
          onClick={() => flow.look('none')}
        >
          {words.isPart}
        </Button>
      )}
    </>
  );
}

function PlannedRows(props: { planId: string; file: number; kind: Kind }) {
  const input = { ...props, limit: pageSize };
  const found = useInfiniteQuery({
    queryKey: ['transfer', 'planChanges', input],
    queryFn: ({ pageParam }) => api.transfer.planChanges({ ...input, offset: pageParam }),
    ...byOffset(pageSize),
  });
  if (found.isError) return <ErrorNotice error={found.error} />;
  if (found.data === undefined) return <SkeletonRows />;
  return (
    <>
      <ul className={newsClasses.list} aria-label={words.kind(props.kind)} tabIndex={0}>
        {found.data.pages
          .flatMap((page) => page.rows)
          .map(({ name, person, was, became }, at) => (
            <li key={`${person?.id ?? name} ${at}`} className={newsClasses.row}>
              <span>
                {person?.name ?? name}{' '}
                <span className={newsClasses.kind}>{words.says(props.kind, was, became)}</span>
              </span>
            </li>
          ))}
      </ul>
      <MoreButton pages={found} />
    </>
  );
}
