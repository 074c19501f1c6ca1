import { Badge, Button, Tabs, Title, Tooltip } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import { type Answer, api } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { Comparison, OverlapFilter, Owners } from './overlap-answer.tsx';
import classes from './overlap-members.module.css';

const words = text.overlap;
const pageSize = 60;
type Part = 'shared' | 'onlyA' | 'onlyB';
type Members = Answer<'overlap', 'members'>;

interface OverlapMembersProps {
  a: PersonRef;
  b: PersonRef;
  owners: Owners;
  filter: OverlapFilter;
  comparison: Comparison;
}

/** Who is in each part, by name: what only the second knows comes first, since that is what one came for. */
export function OverlapMembers(props: OverlapMembersProps) {
  const { owners, comparison } = props;
  const [part, setPart] = useState<Part>('onlyB');
  const tabs: { part: Part; label: string }[] = [
    { part: 'onlyB', label: words.parts.onlyB(owners.a, owners.b) },
    { part: 'shared', label: words.parts.shared },
    { part: 'onlyA', label: words.parts.onlyA(owners.a) },
  ];
  return (
    <Tabs value={part} onChange={(next) => setPart(next as Part)} mt="xl" keepMounted={false}>
      <Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Tab
            key={tab.part}
            value={tab.part}
            rightSection={
              <Badge size="sm" variant="light" color="gray" className={`${classes.badge} numbers`}>
                {count(comparison[tab.part])}
              </Badge>
            }
          >
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.part} value={tab.part} pt="md">
          <Title order={3} className="hidden-visually">
            {tab.label}
          </Title>
          <MemberList {...props} part={tab.part} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function useMembers({ a, b, filter }: OverlapMembersProps, which: Part) {
  const input = { a: a.id, b: b.id, which, filter, limit: pageSize };
  return useInfiniteQuery({
    queryKey: ['overlap', 'members', input],
    queryFn: ({ pageParam }): Promise<Members> =>
      api.overlap.members({ ...input, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.length * pageSize;
      return loaded < last.total ? loaded : undefined;
    },
  });
}

function MemberList({ part, ...props }: OverlapMembersProps & { part: Part }) {
  const members = useMembers(props, part);
  if (members.isError)
    return <ErrorNotice error={members.error} onRetry={() => void members.refetch()} />;
  if (members.data === undefined) return <SkeletonRows />;
  const rows = members.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className={classes.nobody}>{words.nobody[part]}</p>;
  return (
    <>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id} className={classes.row}>
            <PersonLink person={row} hint={row.organisation} />
            {row.isWeak && part === 'shared' && (
              <Tooltip label={words.weakHint}>
                <span className={classes.weak}>{words.weakMark}</span>
              </Tooltip>
            )}
          </li>
        ))}
      </ul>
      {members.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={members.isFetchingNextPage}
          onClick={() => void members.fetchNextPage()}
        >
          {text.common.more}
        </Button>
      )}
    </>
  );
}
