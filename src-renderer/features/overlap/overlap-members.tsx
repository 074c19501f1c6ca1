import { Badge, Tabs, Title, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import { type Answer, api } from '../../api.ts';
import { PeoplePages, peoplePageSize } from '../../components/people-pages.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { Comparison, OverlapFilter, Owners } from './overlap-answer.tsx';
import classes from './overlap-members.module.css';

const words = text.overlap;
type Part = 'shared' | 'onlyA' | 'onlyB';
type Member = Answer<'overlap', 'members'>['rows'][number];

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

function MemberList({ part, a, b, filter }: OverlapMembersProps & { part: Part }) {
  const input = { a: a.id, b: b.id, which: part, filter, limit: peoplePageSize };
  return (
    <PeoplePages<Member>
      queryKey={['overlap', 'members', input]}
      fetchPage={(offset) => api.overlap.members({ ...input, offset })}
      nobody={words.nobody[part]}
      mark={part === 'shared' ? markWeak : noMark}
    />
  );
}

const noMark = (): null => null;

function markWeak({ isWeak }: Member) {
  return isWeak ? (
    <Tooltip label={words.weakHint}>
      <span className={classes.weak}>{words.weakMark}</span>
    </Tooltip>
  ) : null;
}
