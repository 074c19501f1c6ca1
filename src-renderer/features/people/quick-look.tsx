import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PersonId } from '../../../src-main/contract/common.ts';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { hasCode, read } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { TagMark } from '../../components/tag-mark.tsx';
import { text } from '../../text/index.ts';
import { ContactPoints } from '../person/contact-points.tsx';
import { currentRole } from '../person/person-facts.ts';
import classes from './quick-look.module.css';

const words = text.people.quickLook;

/** The person under the cursor, in short, beside the list. */
export function QuickLook({ id }: { id: PersonId | null }) {
  const { data, error } = useQuery({
    ...read('people', 'get', { id: id ?? 1 }),
    enabled: id !== null,
    placeholderData: keepPreviousData,
  });
  // undone, deleted or merged a moment ago: the list is about to say so, and that is no failure
  const isGone = hasCode(error, 'NOT_FOUND');
  const isNobody = id === null || isGone;
  return (
    <aside className={classes.root} aria-label={words.title}>
      {isNobody && <p className={classes.quiet}>{words.nobody}</p>}
      {!isNobody && error !== null && <ErrorNotice error={error} />}
      {!isNobody && error === null && data === undefined && <SkeletonRows rows={4} />}
      {!isNobody && data !== undefined && <Card person={data} />}
    </aside>
  );
}

function Card({ person }: { person: PersonDetail }) {
  const role = currentRole(person);
  return (
    <>
      <div className={classes.head}>
        <PersonAvatar person={person} size={52} />
        <div className={classes.name}>{person.name}</div>
        {role !== '' && <div className={classes.role}>{role}</div>}
        {!person.isMe && <StrengthMeter strength={person.strengthWithMe} />}
      </div>
      {person.tags.length > 0 && (
        <div className={classes.tags}>
          {person.tags.map((tag) => (
            <TagMark key={tag.id} tag={tag} />
          ))}
        </div>
      )}
      <ContactPoints person={person} />
      {person.howMet !== '' && <Fact label={words.howMet}>{person.howMet}</Fact>}
      {person.note !== '' && <Fact label={words.note}>{excerptOf(person.note)}</Fact>}
      <p className={`${classes.quiet} numbers`}>
        {!person.isMe && (
          <>
            {words.mutual(person.mutualCount)}
            <br />
          </>
        )}
        {words.ties(person.tieCount)}
      </p>
      <LinkButton to="/people/$personId" params={{ personId: person.id }} variant="light" fullWidth>
        {words.open}
      </LinkButton>
    </>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div className={classes.fact}>
      <div className={classes.label}>{label}</div>
      {children}
    </div>
  );
}

/** The first words of a note without its Markdown signs. */
function excerptOf(note: string): string {
  const plain = note
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/^\s*(#+|[-*+>]|\d+\.)\s+(\[[ x]\]\s+)?/gmu, '')
    .replace(/[*_`~]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.length > 220 ? `${plain.slice(0, 219)}…` : plain;
}
