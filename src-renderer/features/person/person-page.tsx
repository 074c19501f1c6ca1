import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { hasCode, read } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Page, useDocumentTitle } from '../../components/page.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import { ChainsSection } from './chains-section.tsx';
import { CirclesSection } from './circles-section.tsx';
import { ContactSection } from './contact-section.tsx';
import { DetailsSection } from './details-section.tsx';
import { FavoursSection } from './favours-section.tsx';
import { FollowUpsSection } from './follow-ups-section.tsx';
import { MutualSection } from './mutual-section.tsx';
import { NeighbourLinks } from './neighbour-links.tsx';
import { NotesSection } from './notes-section.tsx';
import { PersonHead } from './person-head.tsx';
import classes from './person-page.module.css';
import { RhythmSection } from './rhythm-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { StatementsSection } from './statements-section.tsx';
import { TieSection } from './tie-section.tsx';
import { TiesSection } from './ties-section.tsx';
import { TimelineSection } from './timeline-section.tsx';

/** All that the book holds about one person, each part editable where it stands. */
export function PersonPage() {
  const { personId } = useParams({ from: '/people/$personId' });
  const { data: person, error } = useQuery(read('people', 'get', { id: personId }));
  const isMissing = hasCode(error, 'NOT_FOUND');
  useDocumentTitle(isMissing ? text.person.notFound.title : (person?.name ?? text.common.loading));
  if (isMissing) return <NotThere />;
  return (
    <div className={classes.page}>
      <div className={classes.inner}>
        {error !== null && <ErrorNotice error={error} />}
        {error === null && person === undefined && <SkeletonRows rows={10} />}
        {/* The key keeps drafts and open forms from wandering to the next person. */}
        {error === null && person !== undefined && <Loaded key={person.id} person={person} />}
      </div>
    </div>
  );
}

function Loaded({ person }: { person: PersonDetail }) {
  return (
    <article>
      <NeighbourLinks person={person} />
      <PersonHead person={person} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {!person.isMe && <ChainsSection person={person} />}
          <NotesSection person={person} />
          <TimelineSection person={person} />
          <TiesSection person={person} />
        </div>
        <div className={classes.side}>
          {!person.isMe && <TieSection person={person} />}
          {!person.isMe && <RhythmSection person={person} />}
          {!person.isMe && <FollowUpsSection person={person} />}
          {!person.isMe && <FavoursSection person={person} />}
          <ContactSection person={person} />
          <StatementsSection person={person} />
          <RolesSection person={person} />
          {!person.isMe && <MutualSection person={person} />}
          <CirclesSection person={person} />
          <DetailsSection person={person} />
        </div>
      </div>
    </article>
  );
}

function NotThere() {
  const words = text.person.notFound;
  return (
    <Page title={words.title} lead={words.body}>
      <LinkButton to="/people">{text.frame.notFound.action}</LinkButton>
    </Page>
  );
}
