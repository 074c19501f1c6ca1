import { Button, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { Fragment, type Key, type ReactNode, useId } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { linesMark } from './line-focus.ts';
import classes from './today-page.module.css';

interface TodaySectionProps<Row> {
  title: string;
  icon: TablerIcon;
  hint?: string;
  /** What the section's own query has answered so far. */
  answer: {
    readonly data: { readonly total: number; readonly rows: readonly Row[] } | undefined;
    readonly error: Error | null;
  };
  keyOf: (row: Row) => Key;
  children: (row: Row) => ReactNode;
  /** Reads all lines instead of the first. */
  onShowAll: () => void;
}

/**
 * A part of Today: a title and its lines. One that has nothing is not there at all, so that a quiet day looks
 * quiet; while it is being read it holds its place without showing.
 */
export function TodaySection<Row>(props: TodaySectionProps<Row>) {
  const { title, icon: Icon, hint, answer, keyOf, children, onShowAll } = props;
  const id = useId();
  const { data, error } = answer;
  if (error === null && data === undefined) return <div hidden />;
  if (data?.total === 0) return null;
  const isCut = data !== undefined && data.rows.length < data.total;
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <Icon size={18} stroke={1.7} aria-hidden className={classes.sectionIcon} />
        <Title order={2} id={id}>
          {title}
        </Title>
        {data !== undefined && (
          <span className={`${classes.count} numbers`}>{count(data.total)}</span>
        )}
      </div>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {error !== null && <ErrorNotice error={error} />}
      <ul className={classes.lines} {...linesMark}>
        {data?.rows.map((row) => (
          <Fragment key={keyOf(row)}>{children(row)}</Fragment>
        ))}
      </ul>
      {isCut && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={onShowAll}>
          {text.today.showAll(data.total)}
        </Button>
      )}
    </section>
  );
}
