import IconCake from '@tabler/icons-react/dist/esm/icons/IconCake.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglassLow.mjs';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs';
import type { TablerIcon } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../../api.ts';
import { useToday } from '../../commands/use-book.ts';
import { strengthLevel } from '../../components/strength-meter.tsx';
import { text } from '../../text/index.ts';
import { LineSection, useLimit } from './line-section.tsx';
import classes from './today-line.module.css';

const words = text.today;

interface FollowUpsProps {
  name: 'followUps' | 'promises';
  icon: TablerIcon;
}

function FollowUpLines({ name, icon }: FollowUpsProps) {
  const { limit, onShowAll } = useLimit();
  const answer = useQuery({
    ...read('today', 'followUps', { promised: name === 'promises', limit }),
    placeholderData: keepPreviousData,
  });
  return (
    <LineSection name={name} icon={icon} answer={answer} onShowAll={onShowAll} whenOf={whenDue}>
      {({ event, what }) => (
        <>
          {what === '' ? words.nameless : what}
          {event !== null && (
            <div className={classes.quiet}>
              <Link to="/events/$eventId" params={{ eventId: event.id }} className={classes.link}>
                {words.promisedAt(event)}
              </Link>
            </div>
          )}
        </>
      )}
    </LineSection>
  );
}

export function FollowUpsSection() {
  return <FollowUpLines name="followUps" icon={IconFlag} />;
}

export function PromisesSection() {
  return <FollowUpLines name="promises" icon={IconMessages} />;
}

export function IntroductionsSection() {
  const today = useToday();
  const { limit, onShowAll } = useLimit();
  const answer = useQuery({
    ...read('today', 'introductions', { limit }),
    placeholderData: keepPreviousData,
  });
  return (
    <LineSection
      name="introductions"
      icon={IconHeartHandshake}
      answer={answer}
      onShowAll={onShowAll}
      whenOf={whenDue}
    >
      {(row) => (
        <>
          {words.waitingFor(row, today)}
          <div className={classes.quiet}>
            <Link to="/introductions" search={{ id: row.introductionId }} className={classes.link}>
              {row.kind === 'make'
                ? words.pair(row.first.name, row.second.name)
                : row.goal === ''
                  ? words.openIntroduction
                  : row.goal}
            </Link>
          </div>
        </>
      )}
    </LineSection>
  );
}

export function KeepInTouchSection() {
  const today = useToday();
  const { limit, onShowAll } = useLimit();
  const answer = useQuery({
    ...read('today', 'keepInTouch', { limit }),
    placeholderData: keepPreviousData,
  });
  return (
    <LineSection
      name="keepInTouch"
      icon={IconRefresh}
      answer={answer}
      onShowAll={onShowAll}
      whenOf={whenDue}
    >
      {(row) => words.inTouch(row, today)}
    </LineSection>
  );
}

export function BirthdaysSection() {
  const { limit, onShowAll } = useLimit();
  const answer = useQuery({
    ...read('today', 'birthdays', { limit }),
    placeholderData: keepPreviousData,
  });
  return (
    <LineSection
      name="birthdays"
      icon={IconCake}
      answer={answer}
      onShowAll={onShowAll}
      whenOf={({ onDate }, today) => ({ when: words.ahead(onDate, today) })}
    >
      {(row) => words.birthday(row)}
    </LineSection>
  );
}

export function FadingSection() {
  const today = useToday();
  // A long list of neglect helps nobody: the few that lost most.
  const { limit, onShowAll } = useLimit(3);
  const answer = useQuery({
    ...read('today', 'fading', { limit }),
    placeholderData: keepPreviousData,
  });
  const word = (strength: number): string => text.common.strength.word(strengthLevel(strength));
  return (
    <LineSection
      name="fading"
      icon={IconHourglass}
      hint={words.fadingHint}
      answer={answer}
      onShowAll={onShowAll}
    >
      {(row) => words.faded(word(row.peak), word(row.strength), row.lastContactOn, today)}
    </LineSection>
  );
}

function whenDue({ dueOn }: { readonly dueOn: string }, today: string) {
  return { when: words.late(dueOn, today), isLate: dueOn < today };
}
