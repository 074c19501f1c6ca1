import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { read } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import { AttendeeList } from './attendee-list.tsx';
import { EventActions } from './event-actions.tsx';
import { Harvest } from './harvest.tsx';
import { LineLogger } from './line-logger.tsx';
import { PromiseList } from './promise-list.tsx';

const words = text.events;

/** One event: the log on top, then what was promised, what came of it, and who was there. */
export function EventPage() {
  const { eventId } = useParams({ from: '/events/$eventId' });
  const event = useQuery(read('events', 'get', { id: eventId }));
  if (event.isError) {
    return (
      <Page title={text.frame.pages.events}>
        <ErrorNotice error={event.error} onRetry={() => void event.refetch()} />
      </Page>
    );
  }
  if (event.data === undefined) {
    return (
      <Page title={text.frame.pages.events}>
        <SkeletonRows />
      </Page>
    );
  }
  const { title, heldOn, kind, place, met, attended } = event.data;
  const facts = [words.heldOn(heldOn), words.kinds[kind], place].filter((part) => part !== '');
  return (
    <Page
      title={title}
      lead={`${facts.join(' · ')} · ${words.counts(met, attended)}`}
      actions={<EventActions event={event.data} />}
    >
      <LineLogger key={eventId} eventId={eventId} />
      <PromiseList promises={event.data.promises} />
      <Harvest event={event.data} />
      <AttendeeList eventId={eventId} attendees={event.data.attendees} />
    </Page>
  );
}
