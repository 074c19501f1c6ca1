import { Button, Tabs } from '@mantine/core';
import { useState } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import type { ReachPart } from '../../../src-main/contract/reach.ts';
import { api } from '../../api.ts';
import { PeoplePages, peoplePageSize } from '../../components/people-pages.tsx';
import { Section } from '../../components/section.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { Reached, ReachFilter } from './reach-answer.tsx';

const words = text.reach.names;

interface ReachNamesProps {
  question: { people: PersonId[]; hops: number; filter: ReachFilter };
  reached: Reached;
  /** The part that was asked for; null while the names are not asked for at all. */
  part: ReachPart | null;
  onPart: (part: ReachPart) => void;
}

/** Who is reached, by name, once somebody wants to know: the counts come first. */
export function ReachNames({ question, reached, part, onPart }: ReachNamesProps) {
  const [withKnown, setWithKnown] = useState(false);
  if (reached.people === 0) return null;
  if (part === null) {
    return (
      <div>
        <Button variant="default" mt="lg" onClick={() => onPart({ kind: 'all' })}>
          {words.show}
        </Button>
      </div>
    );
  }
  const tabs = [
    { value: 'fresh', label: words.fresh, people: reached.newToMe },
    { value: 'everybody', label: words.everybody, people: reached.people },
    ...partTab(reached, part),
  ];
  const tab = part.kind !== 'all' ? 'part' : withKnown ? 'everybody' : 'fresh';
  const input = {
    ...question,
    part,
    onlyNew: tab !== 'everybody',
    limit: peoplePageSize,
  };
  return (
    <Section title={words.title}>
      <Tabs
        value={tab}
        onChange={(next) => {
          if (next === 'part' || next === null) return;
          setWithKnown(next === 'everybody');
          onPart({ kind: 'all' });
        }}
      >
        <Tabs.List>
          {tabs.map(({ value, label, people }) => (
            <Tabs.Tab key={value} value={value}>
              {label} <span className="numbers">({count(people)})</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          <PeoplePages
            queryKey={['reach', 'members', input]}
            fetchPage={(offset) => api.reach.members({ ...input, offset })}
            nobody={words.nobody}
          />
        </Tabs.Panel>
      </Tabs>
    </Section>
  );
}

/** A tab for one member's share, when that is what was asked for. */
function partTab(reached: Reached, part: ReachPart) {
  if (part.kind === 'all') return [];
  const member = reached.each.find(({ id }) => id === part.of);
  if (member === undefined) return [];
  const { name, addsNew, exclusiveNew } = member;
  return [
    part.kind === 'adds'
      ? { value: 'part', label: words.adds(name), people: addsNew }
      : { value: 'part', label: words.exclusive(name), people: exclusiveNew },
  ];
}
