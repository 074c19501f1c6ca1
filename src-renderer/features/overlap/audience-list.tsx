import { Button, Title, UnstyledButton } from '@mantine/core';
import IconCircles from '@tabler/icons-react/dist/esm/icons/IconCircles.mjs';
import { Link } from '@tanstack/react-router';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import type { Answer } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useLongQuestion } from '../../jobs.ts';
import { text } from '../../text/index.ts';
import classes from './audience-list.module.css';
import type { OverlapFilter } from './overlap-answer.tsx';

const words = text.overlap.audience;
type Row = Answer<'overlap', 'newAudience'>[number];

interface AudienceListProps {
  filter: OverlapFilter;
  onChoose: (person: PersonRef) => void;
}

/** What the page shows before a second person is chosen: my contacts by the audience each would add. */
export function AudienceList({ filter, onChoose }: AudienceListProps) {
  const hasMe = (useStatus()?.me ?? null) !== null;
  const { query: audience, job } = useLongQuestion(
    'overlap',
    'newAudience',
    { filter, limit: 30 },
    { enabled: hasMe },
  );
  if (audience.isError)
    return <ErrorNotice error={audience.error} onRetry={() => void audience.refetch()} />;
  if (audience.data === undefined) {
    return (
      <>
        <JobProgress job={job} label={words.counting} />
        <SkeletonRows />
      </>
    );
  }
  const rows = audience.data.filter((row) => row.newToMe > 0);
  const largest = rows[0]?.newToMe ?? 1;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={IconCircles}
        title={words.emptyTitle}
        body={words.emptyBody}
        actions={
          <Button component={Link} to="/transfer">
            {words.importAction}
          </Button>
        }
      />
    );
  }
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <p className={classes.lead}>{words.lead}</p>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.person.id}>
            <AudienceRow row={row} largest={largest} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AudienceRow(props: { row: Row; largest: number; onChoose: (person: PersonRef) => void }) {
  const { person, size, newToMe } = props.row;
  return (
    <UnstyledButton className={classes.row} onClick={() => props.onChoose(person)}>
      <PersonAvatar person={person} size={30} />
      <span className={classes.name}>{person.name}</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} style={{ width: `${(newToMe / props.largest) * 100}%` }} />
      </span>
      <span className={`${classes.words} numbers`}>{words.row(newToMe, size)}</span>
    </UnstyledButton>
  );
}
