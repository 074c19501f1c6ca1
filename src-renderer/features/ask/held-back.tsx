import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Question, read } from '../../api.ts';
import { PersonLink } from '../../components/person-link.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { text } from '../../text/index.ts';
import classes from './ask-answer.module.css';

/** Who could be asked but is marked do-not-ask: left out, and said so. */
export function HeldBack({ question }: { question: Question<'chains', 'heldBack'> }) {
  const { data: held = [] } = useQuery({
    ...read('chains', 'heldBack', question),
    placeholderData: keepPreviousData,
  });
  if (held.length === 0) return null;
  return (
    <section className={`${classes.known} ${classes.below}`}>
      <h3 className={classes.quietTitle}>{text.ask.heldBack(held.length)}</h3>
      <ul className={classes.knownList}>
        {held.map(({ person, strength }) => (
          <li key={person.id} className={classes.knownPerson}>
            <PersonLink person={person} />
            <StrengthMeter strength={strength} />
          </li>
        ))}
      </ul>
    </section>
  );
}
