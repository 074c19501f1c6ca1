import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import type { InputOf, Contract } from '../../../src-main/contract/index.ts';
import { type Answer, read } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import type { Owner } from '../../text/overlap.ts';
import classes from './overlap-answer.module.css';
import { OverlapMembers } from './overlap-members.tsx';
import { PlatformTable } from './platform-table.tsx';
import { VennDiagram } from './venn-diagram.tsx';

const words = text.overlap;
export type OverlapFilter = NonNullable<InputOf<Contract['overlap']['compare']>['filter']>;
export type Comparison = Answer<'overlap', 'compare'>;

interface OverlapAnswerProps {
  a: PersonRef;
  b: PersonRef;
  filter: OverlapFilter;
  /** Looks at one platform alone. */
  onPlatform: (platform: string) => void;
}

/** The answer for two people: the diagram, the counts in words, the platforms, and who is in which part. */
export function OverlapAnswer({ a, b, filter, onPlatform }: OverlapAnswerProps) {
  const me = useStatus()?.me?.id;
  const comparison = useQuery({
    ...read('overlap', 'compare', { a: a.id, b: b.id, filter }),
    placeholderData: keepPreviousData,
  });
  if (comparison.isError) {
    return <ErrorNotice error={comparison.error} onRetry={() => void comparison.refetch()} />;
  }
  if (comparison.data === undefined) return <SkeletonRows rows={8} />;
  const owners = {
    a: { name: a.name, isMe: a.id === me },
    b: { name: b.name, isMe: b.id === me },
  };
  return (
    <>
      <section className={classes.summary} aria-live="polite">
        <VennDiagram comparison={comparison.data} owners={owners} />
        <Findings comparison={comparison.data} owners={owners} />
      </section>
      <PlatformTable comparison={comparison.data} owners={owners} onPlatform={onPlatform} />
      <OverlapMembers a={a} b={b} owners={owners} filter={filter} comparison={comparison.data} />
    </>
  );
}

export interface Owners {
  readonly a: Owner;
  readonly b: Owner;
}

function Findings({ comparison, owners: { a, b } }: { comparison: Comparison; owners: Owners }) {
  const { shared, sharedWeak, onlyB, jaccard } = comparison;
  return (
    <div className={classes.findings}>
      <p className={classes.main}>{words.sentence(a, b, shared, comparison.b.size)}</p>
      {comparison.b.size > 0 && <p className={classes.fresh}>{words.fresh(a, b, onlyB)}</p>}
      <Text className={classes.note}>{words.jaccard(jaccard)}</Text>
      {sharedWeak > 0 && <Text className={classes.note}>{words.weak(sharedWeak)}</Text>}
    </div>
  );
}
