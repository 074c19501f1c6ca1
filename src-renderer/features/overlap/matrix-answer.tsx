import { Button } from '@mantine/core';
import IconGridDots from '@tabler/icons-react/dist/esm/icons/IconGridDots.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import { type Answer, api, read } from '../../api.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PeopleChips } from '../../components/people-chips.tsx';
import { PeoplePages, peoplePageSize } from '../../components/people-pages.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import classes from './matrix-answer.module.css';
import { MatrixGrid } from './matrix-grid.tsx';
import type { OverlapFilter } from './overlap-answer.tsx';

const words = text.overlap.matrix;
/** As many as fit on a screen and can be read. */
const mostPeople = 30;
/** People that the empty matrix offers to begin with. */
const offered = 8;

export type Matrix = Answer<'overlap', 'matrix'>;

interface MatrixAnswerProps {
  people: PersonId[];
  filter: OverlapFilter;
  onPeople: (people: PersonId[]) => void;
}

/** Many networks with one another: counts first, names once a cell is pressed. */
export function MatrixAnswer({ people, filter, onPeople }: MatrixAnswerProps) {
  const answer = useQuery({
    ...read('overlap', 'matrix', { people, filter }),
    enabled: people.length > 1,
    placeholderData: keepPreviousData,
  });
  const first = useQuery({
    ...read('people', 'get', { id: people[0] ?? 0 }),
    enabled: people.length === 1,
  }).data;
  const chosen = people.length > 1 ? answer.data?.people : first === undefined ? [] : [first];
  return (
    <>
      <div className={classes.question}>
        <PersonPicker
          label={people.length === 0 ? words.add : words.addAnother}
          value={null}
          without={people}
          onChange={(person) => {
            if (person !== null && people.length < mostPeople) onPeople([...people, person.id]);
          }}
        />
        {people.length >= mostPeople && <p className={classes.full}>{words.full(mostPeople)}</p>}
      </div>
      {people.length > 0 && (
        <PeopleChips
          label={words.chosen}
          people={(chosen ?? []).filter(({ id }) => people.includes(id))}
          onRemove={({ id }) => onPeople(people.filter((other) => other !== id))}
        />
      )}
      {answer.isError && <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {people.length < 2 && <MatrixStart filter={filter} onPeople={onPeople} />}
      {people.length > 1 && !answer.isError && (
        <MatrixWithNames matrix={answer.data} filter={filter} />
      )}
    </>
  );
}

function MatrixWithNames({
  matrix,
  filter,
}: {
  matrix: Matrix | undefined;
  filter: OverlapFilter;
}) {
  const [pair, setPair] = useState<readonly [PersonId, PersonId] | null>(null);
  if (matrix === undefined) return <SkeletonRows rows={8} />;
  const nameOf = (id: PersonId): string | undefined =>
    matrix.people.find((person) => person.id === id)?.name;
  const [a, b] = pair ?? [];
  const nameA = a === undefined ? undefined : nameOf(a);
  const nameB = b === undefined ? undefined : nameOf(b);
  return (
    <>
      <MatrixGrid matrix={matrix} onPair={(one, other) => setPair([one, other])} />
      {a !== undefined && b !== undefined && nameA !== undefined && nameB !== undefined && (
        <Section title={words.sharedBy(nameA, nameB)}>
          <SharedNames a={a} b={b} filter={filter} />
        </Section>
      )}
    </>
  );
}

function SharedNames({ a, b, filter }: { a: PersonId; b: PersonId; filter: OverlapFilter }) {
  const input = { a, b, which: 'shared', filter, limit: peoplePageSize } as const;
  return (
    <PeoplePages
      queryKey={['overlap', 'members', input]}
      fetchPage={(offset) => api.overlap.members({ ...input, offset })}
      nobody={text.overlap.nobody.shared}
    />
  );
}

/** Teaches what a matrix is for, and offers the contacts whose networks are known best. */
function MatrixStart({ filter, onPeople }: Omit<MatrixAnswerProps, 'people'>) {
  const { data = [] } = useQuery(read('overlap', 'newAudience', { filter, limit: 30 }));
  const known = data.filter(({ size }) => size > 1).slice(0, offered);
  return (
    <EmptyState
      icon={IconGridDots}
      title={words.startTitle}
      body={words.startBody}
      actions={
        known.length > 1 && (
          <Button onClick={() => onPeople(known.map(({ person }) => person.id))}>
            {words.startAction(known.length)}
          </Button>
        )
      }
    />
  );
}
