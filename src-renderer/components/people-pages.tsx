import { Button } from '@mantine/core';
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PersonRef } from '../../src-main/contract/common.ts';
import { text } from '../text/index.ts';
import { ErrorNotice } from './error-notice.tsx';
import { byOffset } from './paging.ts';
import classes from './people-pages.module.css';
import { PersonLink } from './person-link.tsx';
import { SkeletonRows } from './skeleton-rows.tsx';

/** Rows that one request brings. */
export const peoplePageSize = 60;

type Row = PersonRef & { readonly organisation: string | null };

interface PeoplePagesProps<R extends Row> {
  /** Begins with the method's family, so that the list follows changes of the book. */
  queryKey: QueryKey;
  fetchPage: (offset: number) => Promise<{ total: number; rows: R[] }>;
  /** Said when there is nobody. */
  nobody: string;
  /** Something said of one row, at its right. */
  mark?: (row: R) => ReactNode;
}

/** People by name, fetched in windows: the first ones at once, more on demand. */
export function PeoplePages<R extends Row>(props: PeoplePagesProps<R>) {
  const pages = useInfiniteQuery({
    queryKey: props.queryKey,
    queryFn: ({ pageParam }) => props.fetchPage(pageParam),
    ...byOffset(peoplePageSize),
  });
  if (pages.isError) {
    return <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  if (pages.data === undefined) return <SkeletonRows />;
  const rows = pages.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className={classes.nobody}>{props.nobody}</p>;
  return (
    <>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id} className={classes.row}>
            <PersonLink person={row} hint={row.organisation} />
            {props.mark?.(row)}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {text.common.more}
        </Button>
      )}
    </>
  );
}
