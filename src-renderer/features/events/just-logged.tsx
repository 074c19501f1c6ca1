import { VisuallyHidden } from '@mantine/core';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';
import type { Logged } from './use-line-log.ts';
import classes from './line-logger.module.css';

const words = text.events.log;

/** The lines of this sitting, newest first, each with the people both of us know. */
export function JustLogged({ logged }: { logged: readonly Logged[] }) {
  const [latest] = logged;
  return (
    <>
      <VisuallyHidden role="status">
        {latest !== undefined && words.logged(latest.person.name, latest.isNew)}
      </VisuallyHidden>
      {logged.length > 0 && (
        <ul className={classes.logged} aria-label={words.justNow}>
          {logged.map((one) => (
            <li key={one.person.id} className={classes.loggedRow}>
              <PersonLink person={one.person} hint={words.logged(one.person.name, one.isNew)} />
              <BothKnow logged={one} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function BothKnow({ logged: { bothKnow, bothKnowCount } }: { logged: Logged }) {
  if (bothKnowCount === 0) return <span className={classes.both}>{words.bothKnowNobody}</span>;
  return (
    <span className={classes.both}>
      {words.bothKnow(bothKnowCount)}{' '}
      {bothKnow.map((person, index) => (
        <span key={person.id}>
          {index > 0 && ', '}
          <PersonLink person={person} inline />
        </span>
      ))}
      {bothKnowCount > bothKnow.length && ` ${words.andMore(bothKnowCount - bothKnow.length)}`}
    </span>
  );
}
