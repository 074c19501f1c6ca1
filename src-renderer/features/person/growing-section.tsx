import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';

const shownAtFirst = 8;
const step = 100;
/** What one answer holds at most. */
const most = 500;

export interface Growth {
  /** Rows to ask for. */
  readonly limit: number;
  readonly grow: () => void;
}

/** How much of a long list is asked for: a few at first, more at each press of the button. */
export function useGrowth(): Growth {
  const [limit, setLimit] = useState(shownAtFirst);
  const grow = (): void => setLimit(limit === shownAtFirst ? step : Math.min(limit + step, most));
  return { limit, grow };
}

interface GrowingSectionProps {
  title: string;
  /** Said of an empty list. */
  none: string;
  action?: ReactNode;
  answer: { data: { total: number; rows: readonly unknown[] } | undefined; error: Error | null };
  growth: Growth;
  /** The list of the rows in the answer. */
  children: ReactNode;
}

/** A list of people who belong to a person, with its total and a way to more of it. */
export function GrowingSection(props: GrowingSectionProps) {
  const { answer, growth, none } = props;
  const { data, error } = answer;
  const left = data === undefined ? 0 : data.total - data.rows.length;
  return (
    <Section
      title={props.title}
      count={data === undefined ? undefined : count(data.total)}
      action={props.action}
    >
      {error !== null && <ErrorNotice error={error} />}
      {error === null && data === undefined && <SkeletonRows rows={3} />}
      {data?.total === 0 && <NothingYet>{none}</NothingYet>}
      {props.children}
      {left > 0 && growth.limit < most && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={growth.grow}>
          {text.person.ties.more(left)}
        </Button>
      )}
    </Section>
  );
}
