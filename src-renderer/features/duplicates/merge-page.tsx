import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonId, PersonRef } from '../../../src-main/contract/common.ts';
import { read } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import { MergeForm } from './merge-form.tsx';

const words = text.merge;

/** Two people side by side, with a choice for each field. */
export function MergePage() {
  const { keep, gone } = useSearch({ from: '/merge' });
  const isComplete = keep !== undefined && gone !== undefined && keep !== gone;
  return (
    <Page title={words.title} lead={isComplete ? words.lead : words.choose}>
      {isComplete ? <Loaded key={`${keep} ${gone}`} keep={keep} gone={gone} /> : <Chooser />}
    </Page>
  );
}

function Loaded({ keep, gone }: { keep: PersonId; gone: PersonId }) {
  const kept = useQuery(read('people', 'get', { id: keep }));
  const other = useQuery(read('people', 'get', { id: gone }));
  const error = kept.error ?? other.error;
  if (error !== null) return <ErrorNotice error={error} />;
  if (kept.data === undefined || other.data === undefined) return <SkeletonRows rows={8} />;
  return <MergeForm keep={kept.data} gone={other.data} />;
}

/** For an address that names one of the two, or nobody. */
function Chooser() {
  const navigate = useNavigate({ from: '/merge' });
  const search = useSearch({ from: '/merge' });
  const given = useQuery({
    ...read('people', 'get', { id: search.keep ?? 1 }),
    enabled: search.keep !== undefined,
  }).data;
  const [chosen, setChosen] = useState<PersonRef | null>(null);
  const first = chosen ?? given ?? null;
  return (
    <Stack maw={420} gap="md">
      <PersonPicker
        label={words.first}
        value={first}
        autoFocus={search.keep === undefined}
        onChange={setChosen}
      />
      <PersonPicker
        label={words.second}
        value={null}
        autoFocus={search.keep !== undefined}
        without={first === null ? [] : [first.id]}
        onChange={(second) => {
          if (first !== null && second !== null) {
            void navigate({ search: { keep: first.id, gone: second.id } });
          }
        }}
      />
    </Stack>
  );
}
