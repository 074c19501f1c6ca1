import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganisationId, TagId } from '../../../src-main/contract/common.ts';
import { read } from '../../api.ts';
import { type PeopleSearch, readPeopleSearch } from '../../search-params.ts';
import { text } from '../../text/index.ts';
import classes from './people-page.module.css';

interface PeopleFiltersProps {
  search: PeopleSearch;
  onChange: (next: PeopleSearch) => void;
}

const words = text.people.filters;

/** The filters that narrow the list, each a box that can be emptied. All that are set must hold. */
export function PeopleFilters({ search, onChange }: PeopleFiltersProps) {
  const platforms = useQuery(read('book', 'platforms', {})).data ?? [];
  const tags = useQuery(read('tags', 'list', {})).data ?? [];
  const put = (part: { [K in keyof PeopleSearch]: PeopleSearch[K] | undefined }): void =>
    onChange(readPeopleSearch({ ...search, ...part }));
  return (
    <>
      <FilterSelect
        label={words.tag}
        data={tags.map((tag) => ({
          value: String(tag.id),
          label: words.withCount(tag.name, tag.people),
        }))}
        value={search.tag === undefined ? null : String(search.tag)}
        onChange={(value) => put({ tag: value === null ? undefined : (Number(value) as TagId) })}
      />
      <FilterSelect
        label={words.platform}
        data={platforms.map(({ key, name }) => ({ value: key, label: name }))}
        value={search.platform ?? null}
        onChange={(value) => put({ platform: value ?? undefined })}
      />
      <OrganisationFilter
        value={search.organisation}
        onChange={(organisation) => put({ organisation })}
      />
      <FilterSelect
        label={words.tie}
        data={[
          { value: 'true', label: words.mine },
          { value: 'false', label: words.notMine },
        ]}
        value={search.tied === undefined ? null : String(search.tied)}
        onChange={(value) => put({ tied: value === null ? undefined : value === 'true' })}
      />
      <FilterSelect
        label={words.email}
        data={[
          { value: 'true', label: words.emailYes },
          { value: 'false', label: words.emailNo },
        ]}
        value={search.email === undefined ? null : String(search.email)}
        onChange={(value) => put({ email: value === null ? undefined : value === 'true' })}
      />
    </>
  );
}

interface OrganisationFilterProps {
  value: OrganisationId | undefined;
  onChange: (value: OrganisationId | undefined) => void;
}

function OrganisationFilter({ value, onChange }: OrganisationFilterProps) {
  const [typed, setTyped] = useState('');
  const { data = [] } = useQuery(read('people', 'organisations', { text: typed, limit: 50 }));
  const chosen = useQuery({
    ...read('people', 'organisations', { text: '', limit: 200 }),
    enabled: value !== undefined,
  }).data?.find((organisation) => organisation.id === value);
  const offered =
    chosen === undefined || data.some(({ id }) => id === chosen.id) ? data : [chosen, ...data];
  return (
    <FilterSelect
      label={words.organisation}
      data={offered.map(({ id, name, people }) => ({
        value: String(id),
        label: words.withCount(name, people),
      }))}
      value={value === undefined ? null : String(value)}
      onChange={(next) => onChange(next === null ? undefined : (Number(next) as OrganisationId))}
      onSearchChange={setTyped}
      // The store has searched already.
      filter={({ options }) => options}
    />
  );
}

type FilterSelectProps = Pick<SelectProps, 'data' | 'onSearchChange' | 'filter'> & {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
};

function FilterSelect({ label, ...select }: FilterSelectProps) {
  return (
    <Select
      {...select}
      className={`${classes.filter} ${select.value === null ? '' : classes.on}`}
      aria-label={label}
      placeholder={label}
      size="sm"
      searchable
      clearable
      checkIconPosition="right"
      comboboxProps={{ width: 240, position: 'bottom-start' }}
      clearButtonProps={{ 'aria-label': `${text.people.filters.clear}: ${label}` }}
    />
  );
}
