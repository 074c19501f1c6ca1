import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonId, PersonRef } from '../../../src-main/contract/common.ts';
import { read } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { Page } from '../../components/page.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import { noTieFilters, TieFilters, toTieFilter } from '../../components/tie-filters.tsx';
import type { OverlapSearch } from '../../search-params.ts';
import { text } from '../../text/index.ts';
import { AudienceList } from './audience-list.tsx';
import { MatrixAnswer } from './matrix-answer.tsx';
import { OverlapAnswer, type OverlapFilter } from './overlap-answer.tsx';
import { ThreeAnswer } from './three-answer.tsx';
import classes from './overlap-page.module.css';

const words = text.overlap;

type Change = (part: { [K in keyof OverlapSearch]: OverlapSearch[K] | undefined }) => void;

/** Networks side by side: how much they share, and who is only in one of them. */
export function OverlapPage() {
  const search = useSearch({ from: '/overlap' });
  const navigate = useNavigate();
  const isMany = search.many !== undefined;
  // Those compared last: looking at two of them in between does not lose the others.
  const [lastMany, setLastMany] = useState(search.many ?? []);
  const [filters, setFilters] = useState(noTieFilters);
  const change: Change = (part) => {
    void navigate({ to: '/overlap', search: clean({ ...search, ...part }) });
  };
  const value = { ...filters, platform: search.platform ?? null };
  const filter = toTieFilter(value);
  return (
    <Page
      title={text.frame.pages.overlap}
      lead={words.lead}
      actions={
        <SegmentedControl
          aria-label={words.mode.label}
          value={isMany ? 'many' : 'few'}
          onChange={(mode) => {
            if (isMany) setLastMany(search.many ?? []);
            change({ many: mode === 'many' ? lastMany : undefined });
          }}
          data={[
            { value: 'few', label: words.mode.few },
            { value: 'many', label: words.mode.many },
          ]}
        />
      }
    >
      {!isMany && <FewQuestion search={search} onChange={change} />}
      <TieFilters
        value={value}
        onChange={(next) => {
          setFilters(next);
          if (next.platform !== value.platform) change({ platform: next.platform ?? undefined });
        }}
      />
      {isMany ? (
        <MatrixAnswer
          people={search.many ?? []}
          filter={filter}
          onPeople={(many) => change({ many: [...many] })}
        />
      ) : (
        <FewAnswer search={search} filter={filter} onChange={change} />
      )}
    </Page>
  );
}

/** The people whom the address names; me first, unless it says otherwise. */
function useChosen(search: OverlapSearch) {
  const me = useStatus()?.me ?? null;
  return {
    me,
    first: usePerson(search.a) ?? me,
    second: usePerson(search.b),
    third: usePerson(search.c),
  };
}

function FewQuestion({ search, onChange }: { search: OverlapSearch; onChange: Change }) {
  const { me, first, second, third } = useChosen(search);
  return (
    <div className={classes.question}>
      <PersonPicker
        label={words.first}
        value={first}
        without={[...idsOf(second), ...idsOf(third)]}
        onChange={(person) => onChange({ a: person?.id === me?.id ? undefined : person?.id })}
      />
      <SwapButton
        isPossible={first !== null && second !== null}
        onSwap={() => onChange({ a: second?.id, b: first?.id })}
      />
      <PersonPicker
        label={words.second}
        placeholder={words.chooseSecond}
        value={second}
        without={[...idsOf(first), ...idsOf(third)]}
        onChange={(person) => onChange({ b: person?.id })}
      />
      {second !== null && (
        <PersonPicker
          label={words.third}
          placeholder={words.chooseThird}
          value={third}
          without={[...idsOf(first), ...idsOf(second)]}
          onChange={(person) => onChange({ c: person?.id })}
        />
      )}
    </div>
  );
}

interface FewAnswerProps {
  search: OverlapSearch;
  filter: OverlapFilter;
  onChange: Change;
}

function FewAnswer({ search, filter, onChange }: FewAnswerProps) {
  const { first, second, third } = useChosen(search);
  if (first === null || second === null) {
    return <AudienceList filter={filter} onChoose={(person) => onChange({ b: person.id })} />;
  }
  if (third !== null) return <ThreeAnswer people={[first, second, third]} filter={filter} />;
  return (
    <OverlapAnswer
      a={first}
      b={second}
      filter={filter}
      onPlatform={(platform) => onChange({ platform })}
    />
  );
}

function SwapButton({ isPossible, onSwap }: { isPossible: boolean; onSwap: () => void }) {
  return (
    <Tooltip label={words.swap}>
      <ActionIcon size={36} aria-label={words.swap} disabled={!isPossible} onClick={onSwap}>
        <IconArrowsExchange size={20} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

/** The person behind an id of the address; null while it is unknown. */
function usePerson(id: PersonId | undefined): PersonRef | null {
  const { data } = useQuery({
    ...read('people', 'get', { id: id ?? 0 }),
    enabled: id !== undefined,
  });
  return id === undefined || data === undefined ? null : data;
}

function idsOf(person: PersonRef | null): PersonId[] {
  return person === null ? [] : [person.id];
}

function clean(
  search: { [K in keyof OverlapSearch]: OverlapSearch[K] | undefined },
): OverlapSearch {
  const given = Object.entries(search).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
