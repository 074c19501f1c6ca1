import { ActionIcon, Checkbox, Select, Tooltip } from '@mantine/core';
import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonId, PersonRef } from '../../../src-main/contract/common.ts';
import { read } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { Page } from '../../components/page.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import type { OverlapSearch } from '../../search-params.ts';
import { text } from '../../text/index.ts';
import { AudienceList } from './audience-list.tsx';
import { OverlapAnswer } from './overlap-answer.tsx';
import classes from './overlap-page.module.css';

const words = text.overlap;

/** Two networks side by side: how much they share, and who is only in one of them. */
export function OverlapPage() {
  const search = useSearch({ from: '/overlap' });
  const navigate = useNavigate();
  const me = useStatus()?.me ?? null;
  const [withPossible, setWithPossible] = useState(false);
  const first = usePerson(search.a) ?? me;
  const second = usePerson(search.b);
  const change = (part: { [K in keyof OverlapSearch]: OverlapSearch[K] | undefined }): void => {
    void navigate({ to: '/overlap', search: clean({ ...search, ...part }) });
  };
  const filter = {
    ...(search.platform === undefined ? {} : { platform: search.platform }),
    withPossible,
  };
  return (
    <Page title={text.frame.pages.overlap} lead={words.lead}>
      <div className={classes.question}>
        <PersonPicker
          label={words.first}
          value={first}
          without={idsOf(second)}
          onChange={(person) => change({ a: person?.id === me?.id ? undefined : person?.id })}
        />
        <SwapButton
          isPossible={first !== null && second !== null}
          onSwap={() => change({ a: second?.id, b: first?.id })}
        />
        <PersonPicker
          label={words.second}
          placeholder={words.chooseSecond}
          value={second}
          without={idsOf(first)}
          onChange={(person) => change({ b: person?.id })}
        />
        <PlatformSelect value={search.platform} onChange={(platform) => change({ platform })} />
        <Checkbox
          className={classes.possible}
          label={words.possible}
          checked={withPossible}
          onChange={(event) => setWithPossible(event.currentTarget.checked)}
        />
      </div>
      {first !== null && second !== null ? (
        <OverlapAnswer
          a={first}
          b={second}
          filter={filter}
          onPlatform={(platform) => change({ platform })}
        />
      ) : (
        <AudienceList filter={filter} onChoose={(person) => change({ b: person.id })} />
      )}
    </Page>
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

function PlatformSelect(props: {
  value: string | undefined;
  onChange: (platform: string | undefined) => void;
}) {
  const { data = [] } = useQuery(read('book', 'platforms', {}));
  return (
    <Select
      label={words.platform}
      placeholder={words.allPlatforms}
      data={data.map(({ key, name }) => ({ value: key, label: name }))}
      value={props.value ?? null}
      clearable
      onChange={(platform) => props.onChange(platform ?? undefined)}
    />
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
