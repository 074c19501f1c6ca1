import IconCake from '@tabler/icons-react/dist/esm/icons/IconCake.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglassLow.mjs';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs';
import type { TablerIcon } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { read } from '../../api.ts';
import { useToday } from '../../commands/use-book.ts';
import { strengthLevel } from '../../components/strength-meter.tsx';
import { text } from '../../text/index.ts';
import { TodayLine } from './today-line.tsx';
import classes from './today-line.module.css';
import { TodaySection } from './today-section.tsx';

const words = text.today;

/** More lines than anybody works off in a day. */
const all = 500;

/** How many lines a section reads: the first ones until all are asked for. */
export function useLimit(first = 12): { limit: number; showAll: () => void } {
  const [limit, setLimit] = useState(first);
  return { limit, showAll: () => setLimit(all) };
}

interface FollowUpsProps {
  title: string;
  icon: TablerIcon;
  promised: boolean;
}

function FollowUpLines({ title, icon, promised }: FollowUpsProps) {
  const today = useToday();
  const { limit, showAll } = useLimit();
  const answer = useQuery({
    ...read('today', 'followUps', { promised, limit }),
    placeholderData: keepPreviousData,
  });
  return (
    <TodaySection
      title={title}
      icon={icon}
      answer={answer}
      keyOf={({ line }) => line.id}
      onShowAll={showAll}
    >
      {({ dueOn, event, what, ...row }) => (
        <TodayLine {...row} when={words.late(dueOn, today)} isLate={dueOn < today}>
          {what === '' ? words.nameless : what}
          {event !== null && (
            <div className={classes.quiet}>
              <Link to="/events/$eventId" params={{ eventId: event.id }} className={classes.link}>
                {words.promisedAt(event)}
              </Link>
            </div>
          )}
        </TodayLine>
      )}
    </TodaySection>
  );
}

export function FollowUpsSection() {
  return <FollowUpLines title={words.sections.followUps} icon={IconFlag} promised={false} />;
}

export function PromisesSection() {
  return <FollowUpLines title={words.sections.promises} icon={IconMessages} promised />;
}

export function IntroductionsSection() {
  const today = useToday();
  const { limit, showAll } = useLimit();
  const answer = useQuery({
    ...read('today', 'introductions', { limit }),
    placeholderData: keepPreviousData,
  });
  return (
    <TodaySection
      title={words.sections.introductions}
      icon={IconHeartHandshake}
      answer={answer}
      keyOf={({ introductionId }) => introductionId}
      onShowAll={showAll}
    >
      {(row) => (
        <TodayLine
          line={row.line}
          person={row.person}
          role={row.role}
          when={words.late(row.dueOn, today)}
          isLate={row.dueOn < today}
        >
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
        </TodayLine>
      )}
    </TodaySection>
  );
}

export function KeepInTouchSection() {
  const today = useToday();
  const { limit, showAll } = useLimit();
  const answer = useQuery({
    ...read('today', 'keepInTouch', { limit }),
    placeholderData: keepPreviousData,
  });
  return (
    <TodaySection
      title={words.sections.keepInTouch}
      icon={IconRefresh}
      answer={answer}
      keyOf={({ line }) => line.id}
      onShowAll={showAll}
    >
      {(row) => (
        <TodayLine
          line={row.line}
          person={row.person}
          role={row.role}
          when={words.late(row.dueOn, today)}
          isLate={row.dueOn < today}
        >
          {words.inTouch(row, today)}
        </TodayLine>
      )}
    </TodaySection>
  );
}

export function BirthdaysSection() {
  const today = useToday();
  const { limit, showAll } = useLimit();
  const answer = useQuery({
    ...read('today', 'birthdays', { limit }),
    placeholderData: keepPreviousData,
  });
  return (
    <TodaySection
      title={words.sections.birthdays}
      icon={IconCake}
      answer={answer}
      keyOf={({ line }) => line.id}
      onShowAll={showAll}
    >
      {(row) => (
        <TodayLine
          line={row.line}
          person={row.person}
          role={row.role}
          when={words.ahead(row.onDate, today)}
        >
          {words.birthday(row)}
        </TodayLine>
      )}
    </TodaySection>
  );
}

export function FadingSection() {
  const today = useToday();
  // A long list of neglect helps nobody: the few that lost most.
  const { limit, showAll } = useLimit(3);
  const answer = useQuery({
    ...read('today', 'fading', { limit }),
    placeholderData: keepPreviousData,
  });
  const word = (strength: number): string => text.common.strength.word(strengthLevel(strength));
  return (
    <TodaySection
      title={words.sections.fading}
      icon={IconHourglass}
      hint={words.fadingHint}
      answer={answer}
      keyOf={({ line }) => line.id}
      onShowAll={showAll}
    >
      {(row) => (
        <TodayLine line={row.line} person={row.person} role={row.role}>
          {words.faded(word(row.peak), word(row.strength), row.lastContactOn, today)}
        </TodayLine>
      )}
    </TodaySection>
  );
}
