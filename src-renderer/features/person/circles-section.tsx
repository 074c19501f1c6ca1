import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { ReportSize } from '../../components/report-size.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { text } from '../../text/index.ts';
import classes from './lists.module.css';

const words = text.person.circles;

/** What is known of somebody's contacts, platform by platform: names listed, and numbers that were only seen. */
export function CirclesSection({ person }: { person: PersonDetail }) {
  return (
    <Section title={words.title(person.isMe)} action={<ReportSize person={person} />}>
      {person.circles.length === 0 && <NothingYet>{words.none}</NothingYet>}
      <ul className={classes.list}>
        {person.circles.map(({ platform, platformName, listed, reported }) => (
          <li key={platform} className={classes.line}>
            <span className={classes.what}>{platformName}</span>
            {listed > 0 && <span className="numbers">{words.listed(listed)}</span>}
            {reported !== null && (
              <span className={`${classes.note} numbers`}>
                {words.reported(reported.size, reported.sharedWithMe, reported.seenOn)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
