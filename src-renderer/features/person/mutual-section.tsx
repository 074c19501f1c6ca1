import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { read } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './lists.module.css';

const shownAtFirst = 8;
const step = 100;

/** People whom both of us know, strongest first. */
export function MutualSection({ person }: { person: PersonDetail }) {
  const [limit, setLimit] = useState(shownAtFirst);
  const { data, error } = useQuery({
    ...read('people', 'mutual', { id: person.id, limit: Math.min(limit, 500) }),
    placeholderData: keepPreviousData,
  });
  const left = data === undefined ? 0 : data.total - data.rows.length;
  return (
    <Section
      title={text.person.mutual.title}
      count={data === undefined ? undefined : count(data.total)}
    >
      {error !== null && <ErrorNotice error={error} />}
      {error === null && data === undefined && <SkeletonRows rows={3} />}
      {data?.total === 0 && <NothingYet>{text.person.mutual.none}</NothingYet>}
      <ul className={classes.people}>
        {data?.rows.map((row) => (
          <li key={row.id}>
            <PersonLink person={row} size={24} />
          </li>
        ))}
      </ul>
      {left > 0 && limit < 500 && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          onClick={() => setLimit(limit === shownAtFirst ? step : limit + step)}
        >
          {text.person.ties.more(left)}
        </Button>
      )}
    </Section>
  );
}
