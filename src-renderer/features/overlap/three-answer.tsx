import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Tabs } from '@mantine/core';
import { useState } from 'react';
import type { PersonId, PersonRef } from '../../../src-main/contract/common.ts';
import { api, read } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PeoplePages, peoplePageSize } from '../../components/people-pages.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { OverlapFilter } from './overlap-answer.tsx';
import classes from './overlap-answer.module.css';
import { ThreeDiagram } from './three-diagram.tsx';

const words = text.overlap.three;
/** What only the others know is what one came for; then what is shared by most. */
const order = [7, 6, 2, 4, 3, 5, 1];

interface ThreeAnswerProps {
  people: readonly [PersonRef, PersonRef, PersonRef];
  filter: OverlapFilter;
}

/** Three networks: the diagram, the count of each part, and who is in it. */
export function ThreeAnswer({ people, filter }: ThreeAnswerProps) {
  const me = useStatus()?.me?.id;
  const [chosen, setChosen] = useState(7);
  const [a, b, c] = people;
  const ids: [PersonId, PersonId, PersonId] = [a.id, b.id, c.id];
  const answer = useQuery({
    ...read('overlap', 'three', { people: ids, filter }),
    placeholderData: keepPreviousData,
  });
  if (answer.isError) {
    return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <SkeletonRows rows={8} />;
  const names = people.map(({ id, name }) => (id === me ? text.overlap.you : name));
  const parts = new Map(answer.data.parts.map(({ part, people: total }) => [part, total]));
  const input = { people: ids, part: chosen, filter, limit: peoplePageSize };
  return (
    <>
      <section className={classes.summary} aria-live="polite">
        <ThreeDiagram names={names} parts={parts} />
        <div className={classes.findings}>
          <p className={classes.main}>{words.sentence(parts.get(7) ?? 0)}</p>
          <ul className={`${classes.partList} numbers`}>
            {answer.data.people.map(({ id, size }, at) => (
              <li key={id}>{words.size(names[at] ?? '', size)}</li>
            ))}
          </ul>
          <p className={classes.note}>{words.hint}</p>
        </div>
      </section>
      <Tabs value={String(chosen)} onChange={(next) => setChosen(Number(next ?? 7))} mt="xl">
        <Tabs.List>
          {order.map((part) => (
            <Tabs.Tab key={part} value={String(part)}>
              {words.part(names.filter((_, at) => (part & (1 << at)) !== 0))}{' '}
              <span className="numbers">({count(parts.get(part) ?? 0)})</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={String(chosen)} pt="md">
          <PeoplePages
            queryKey={['overlap', 'threeMembers', input]}
            fetchPage={(offset) => api.overlap.threeMembers({ ...input, offset })}
            nobody={words.nobody}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
