import { useState } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import type { Contract, InputOf } from '../../../src-main/contract/index.ts';
import type { ReachPart } from '../../../src-main/contract/reach.ts';
import type { Answer } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useLongQuestion } from '../../jobs.ts';
import { text } from '../../text/index.ts';
import classes from './reach-answer.module.css';
import { ReachMembers } from './reach-members.tsx';
import { ReachNames } from './reach-names.tsx';

const words = text.reach;
export type ReachFilter = NonNullable<InputOf<Contract['reach']['through']>['filter']>;
export type Reached = Answer<'reach', 'through'>;

interface ReachAnswerProps {
  people: PersonId[];
  hops: number;
  filter: ReachFilter;
  onPeople: (people: PersonId[]) => void;
}

/** The answer for a set of people: the figures, what each adds, and on demand who it is. */
export function ReachAnswer({ people, hops, filter, onPeople }: ReachAnswerProps) {
  const [shown, setShown] = useState<ReachPart | null>(null);
  const { query: answer, job } = useLongQuestion(
    'reach',
    'through',
    { people, hops, filter },
    { keepsFormer: true },
  );
  if (answer.isError) {
    return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const progress = <JobProgress job={job} label={words.counting} />;
  if (answer.data === undefined) {
    return (
      <>
        {progress}
        <SkeletonRows rows={8} />
      </>
    );
  }
  const reached = answer.data;
  // The part of somebody who has been taken out since is no longer asked for.
  const isGone = shown !== null && shown.kind !== 'all' && !people.includes(shown.of);
  return (
    <div className={classes.root}>
      {progress}
      <Figures reached={reached} withPossible={filter.withPossible === true} />
      <ReachMembers reached={reached} onPeople={onPeople} onShow={setShown} />
      <ReachNames
        question={{ people, hops, filter }}
        reached={reached}
        part={isGone ? { kind: 'all' } : shown}
        onPart={setShown}
      />
    </div>
  );
}

function Figures({ reached, withPossible }: { reached: Reached; withPossible: boolean }) {
  const { interval, inAll, people, newToMe, mine, hops } = reached;
  const hasReported = reached.each.some(({ reported }) => reported.length > 0);
  return (
    <section className={classes.figures} aria-live="polite">
      <p className={classes.main}>{words.headline(interval)}</p>
      <p className={classes.second}>
        {people === 0 ? words.nobodyListed : words.all(people, newToMe)}
        {mine > 0 && ` ${words.inAll(inAll, mine)}`}
      </p>
      {hasReported && (
        <p className={classes.note}>
          {interval.low === interval.high ? words.whyExact : words.why(interval.low, interval.high)}
          {hops > 1 && ` ${words.firstHop}`}
        </p>
      )}
      <p className={classes.note}>{withPossible ? words.withPossible : words.noPossible}</p>
    </section>
  );
}
