import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { read } from '../../api.ts';
import { useToday } from '../../commands/use-book.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { PrintButtons } from '../../components/print-buttons.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import { MeetingParts } from './meeting-parts.tsx';
import paper from './paper-parts.module.css';
import { useMeeting } from './use-meeting.ts';

const words = text.meeting;

/** A sheet to take to a meeting of two: read on the screen, printed, or saved as a PDF. */
export function MeetingPage() {
  const { personId } = useParams({ from: '/people/$personId/meeting' });
  const person = useQuery(read('people', 'get', { id: personId }));
  const meeting = useMeeting(personId);
  const today = useToday();
  const error = person.error ?? meeting.error;
  const title = words.title(person.data?.name ?? text.common.loading);
  const isReady = person.data !== undefined && meeting.data !== undefined;
  return (
    <Page
      title={title}
      lead={words.lead(today)}
      actions={
        <Group gap="xs" className="not-printed">
          <LinkButton to="/people/$personId" params={{ personId }} variant="subtle" color="gray">
            {words.back}
          </LinkButton>
          {isReady && <PrintButtons name={title} />}
        </Group>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {error === null && !isReady && <SkeletonRows rows={10} />}
      {isReady && (
        <article className={paper.paper} aria-label={title}>
          <MeetingParts person={person.data} meeting={meeting.data} />
        </article>
      )}
    </Page>
  );
}
