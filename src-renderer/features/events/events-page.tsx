import { Table, TextInput, Title } from '@mantine/core';
import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Answer, read } from '../../api.ts';
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

/** All events, newest first, and the form that makes one in seconds. */
export function EventsPage() {
  const [typed, setTyped] = useState('');
  const events = useQuery({
    ...read('events', 'list', { text: typed.trim(), limit: 500 }),
    placeholderData: keepPreviousData,
  });
  const rows = events.data?.rows ?? [];
  const isEmpty = events.data !== undefined && events.data.total === 0;
  return (
    <Page title={text.frame.pages.events} lead={words.lead}>
      <NewEventForm />
      {events.isError && <ErrorNotice error={events.error} onRetry={() => void events.refetch()} />}
      {events.isPending && <SkeletonRows />}
      {!(isEmpty && typed === '') && events.data !== undefined && (
        <TextInput
          className={classes.search}
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {isEmpty && typed === '' && (
        <EmptyState icon={IconCalendarEvent} title={words.empty.title} body={words.empty.body} />
      )}
      {isEmpty && typed !== '' && <p>{words.none(typed)}</p>}
      {rows.length > 0 && <EventTable rows={rows} />}
    </Page>
  );
}

function EventTable({ rows }: { rows: readonly Row[] }) {
  const { columns } = words;
  return (
    <section>
      <Title order={2} className="hidden-visually">
        {text.frame.pages.events}
      </Title>
      <Table className="numbers" highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.title}</Table.Th>
            <Table.Th>{columns.heldOn}</Table.Th>
            <Table.Th>{columns.place}</Table.Th>
            <Table.Th className={classes.number}>{columns.met}</Table.Th>
            <Table.Th className={classes.number}>{columns.attended}</Table.Th>
            <Table.Th className={classes.number}>{columns.followUps}</Table.Th>
            <Table.Th className={classes.number}>{columns.introductions}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <Link to="/events/$eventId" params={{ eventId: row.id }} className={classes.title}>
                  {row.title}
                </Link>
              </Table.Td>
              <Table.Td className={classes.quiet}>{words.heldOn(row.heldOn)}</Table.Td>
              <Table.Td className={classes.quiet}>{row.place}</Table.Td>
              <Table.Td className={classes.number}>{count(row.met)}</Table.Td>
              <Table.Td className={classes.number}>{count(row.attended)}</Table.Td>
              <Table.Td className={classes.number}>{count(row.followUps)}</Table.Td>
              <Table.Td className={classes.number}>{count(row.introductions)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
