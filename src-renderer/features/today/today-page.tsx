import { useQuery } from '@tanstack/react-query';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSunHigh.mjs';
import { useRef } from 'react';
import { read } from '../../api.ts';
import { useStatus, useToday } from '../../commands/use-book.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Page } from '../../components/page.tsx';
import { text } from '../../text/index.ts';
import { ComingDays } from './coming-days.tsx';
import { GoalsSection, PairsSection, ThanksOwedSection, TookSection } from './outcome-sections.tsx';
import {
  BirthdaysSection,
  FadingSection,
  FollowUpsSection,
  IntroductionsSection,
  KeepInTouchSection,
  PromisesSection,
} from './sections.tsx';
import classes from './today-page.module.css';
import { useLineKeys } from './use-line-keys.ts';

const words = text.today;

/** What waits today, each line worked where it stands; and what the next days bring. */
export function TodayPage() {
  const today = useToday();
  const root = useRef<HTMLDivElement>(null);
  useLineKeys(root);
  const { data: summary } = useQuery(read('today', 'summary', {}));
  return (
    <Page title={words.title} lead={words.lead(today, summary?.total)}>
      <div className={classes.columns} ref={root}>
        <div className={classes.main}>
          {/* In the order of who waits: others first, then what I mean to do, then what would be good. */}
          <div className={classes.sections}>
            <PromisesSection />
            <FollowUpsSection />
            <IntroductionsSection />
            <GoalsSection />
            <TookSection />
            <ThanksOwedSection />
            <BirthdaysSection />
            <KeepInTouchSection />
            <PairsSection />
            <FadingSection />
          </div>
          <Nothing />
        </div>
        <div className={classes.side}>
          <ComingDays />
        </div>
      </div>
    </Page>
  );
}

/** Shown by the style sheet while no section is there: none needs to know of the others. */
function Nothing() {
  const status = useStatus();
  const isNew = status !== undefined && status.counts.people === 0;
  return (
    <div className={classes.nothing}>
      <EmptyState
        icon={IconSun}
        title={words.nothing.title}
        body={isNew ? words.nothing.new : words.nothing.body}
        actions={
          isNew && (
            <>
              <LinkButton to="/transfer">{words.nothing.import}</LinkButton>
              <LinkButton to="/events" variant="default">
                {words.nothing.event}
              </LinkButton>
            </>
          )
        }
      />
    </div>
  );
}
