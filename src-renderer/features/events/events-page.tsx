import { Select, Table, TextInput, Title, UnstyledButton } from '@mantine/core';
import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconSortAscending from '@tabler/icons-react/dist/esm/icons/IconSortAscending.mjs';
import IconSortDescending from '@tabler/icons-react/dist/esm/icons/IconSortDescending.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { eventSortKeys } from '../../../src-main/contract/events.ts';
import { type Answer, read } from '../../api.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { count } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './events-page.module.css';
import { NewEventForm } from './new-event-form.tsx';

const words = text.events;
type Row = Answer<'events', 'list'>['rows'][number];
type SortKey = (typeof eventSortKeys)[number];
// from the catalogue: the schemas themselves are not loaded into the window
const sortKeys = Object.keys(words.sort.names) as SortKey[];
interface Sort {
  readonly by: SortKey;
  readonly direction: 'ascending' | 'descending';
}

/** All events, newest first or by what they brought, and the form that makes one in seconds. */
export function EventsPage() {
  const [typed, setTyped] = useState('');
  const [sort, setSort] = useSort();
  const events = useQuery({
    ...read('events', 'list', { text: typed.trim(), sort, limit: 500 }),
    placeholderData: keepPreviousData,
  });
  usePageCommands(
    sortKeys.map((by) => ({
      id: `sort:${by}`,
      label: `${words.sort.label}: ${words.sort.names[by]}`,
      icon: IconSortDescending,
      run: () => setSort(by),
    })),
  );
  const rows = events.data?.rows ?? [];
  const isEmpty = events.data !== undefined && events.data.total === 0;
  return (
    <Page title={text.frame.pages.events} lead={words.lead}>
      <NewEventForm />
      {events.isError && <ErrorNotice error={events.error} onRetry={() => void events.refetch()} />}
      {events.isPending && <SkeletonRows />}
      {!(isEmpty && typed === '') && events.data !== undefined && (
        <div className={classes.tools}>
          <TextInput
            className={classes.search}
            aria-label={words.search}
            placeholder={words.search}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Select
            aria-label={words.sort.label}
            leftSection={<IconSortDescending size={16} aria-hidden />}
            data={sortKeys.map((by) => ({ value: by, label: words.sort.names[by] }))}
            value={sort.by}
            allowDeselect={false}
            onChange={(by) => setSort(by ?? 'heldOn')}
          />
          {sort.by === 'brought' && <p className={classes.hint}>{words.sort.brought}</p>}
        </div>
      )}
      {isEmpty && typed === '' && (
        <EmptyState icon={IconCalendarEvent} title={words.empty.title} body={words.empty.body} />
      )}
      {isEmpty && typed !== '' && <p>{words.none(typed)}</p>}
      {rows.length > 0 && <EventTable rows={rows} sort={sort} onSort={setSort} />}
    </Page>
  );
}

/** How the list is sorted: the address says it. Asked for again, a key turns round. */
function useSort(): [Sort, (by: SortKey) => void] {
  const { sort: by = 'heldOn', direction = natural(by) } = useSearch({ from: '/events' });
  const navigate = useNavigate();
  const setSort = (next: SortKey): void => {
    const turned = direction === 'ascending' ? 'descending' : 'ascending';
    void navigate({
      to: '/events',
      search: { sort: next, direction: next === by ? turned : natural(next) },
      replace: true,
    });
  };
  return [{ by, direction }, setSort];
}

/** Names are read from A on, everything else from the greatest or latest. */
function natural(by: SortKey): Sort['direction'] {
  return by === 'title' ? 'ascending' : 'descending';
}

interface EventTableProps {
  rows: readonly Row[];
  sort: Sort;
  onSort: (by: SortKey) => void;
}

function EventTable({ rows, sort, onSort }: EventTableProps) {
  const { columns } = words;
  const head = (by: SortKey, label: string, isNumber = true) => (
    <SortHead key={by} by={by} label={label} isNumber={isNumber} sort={sort} onSort={onSort} />
  );
  return (
    <section className={classes.scroll}>
      <Title order={2} className="hidden-visually">
        {text.frame.pages.events}
      </Title>
      <Table className="numbers" highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {head('title', columns.title, false)}
            {head('heldOn', columns.heldOn, false)}
            {head('met', columns.met)}
            {head('attended', columns.attended)}
            {head('followUpsKept', columns.followUps)}
            {head('introductions', columns.introductions)}
            {head('introductionsMet', columns.introductionsMet)}
            {head('outcomes', columns.outcomes)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <Link to="/events/$eventId" params={{ eventId: row.id }} className={classes.title}>
                  {row.title}
                </Link>
                {row.place !== '' && <span className={classes.place}>{row.place}</span>}
              </Table.Td>
              <Table.Td className={classes.date}>{words.heldOn(row.heldOn)}</Table.Td>
              <Table.Td className={classes.number}>{count(row.met)}</Table.Td>
              <Table.Td className={classes.number}>{count(row.attended)}</Table.Td>
              <Table.Td className={classes.number}>
                {words.keptOf(row.followUpsKept, row.followUps)}
              </Table.Td>
              <Table.Td className={classes.number}>{count(row.introductions)}</Table.Td>
              <Table.Td className={classes.number}>{count(row.introductionsMet)}</Table.Td>
              <Table.Td className={classes.number}>
                {words.outcomes(row.outcomes, row.sums)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

interface SortHeadProps {
  by: SortKey;
  label: string;
  isNumber: boolean;
  sort: Sort;
  onSort: (by: SortKey) => void;
}

function SortHead({ by, label, isNumber, sort, onSort }: SortHeadProps) {
  const isSorted = sort.by === by;
  const Icon = sort.direction === 'ascending' ? IconSortAscending : IconSortDescending;
  return (
    <Table.Th
      className={isNumber ? classes.number : undefined}
      aria-sort={isSorted ? sort.direction : 'none'}
    >
      <UnstyledButton className={classes.sort} onClick={() => onSort(by)}>
        {label}
        {isSorted && <Icon size={14} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  );
}
