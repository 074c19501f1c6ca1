import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import type { WhyNotReason } from '../../../src-main/contract/networks.ts';
import { type Question, read } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { ChainView } from '../../components/chain-view.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import { text } from '../../text/index.ts';
import classes from './why-not.module.css';

const words = text.ask.whyNot;

interface WhyNotProps {
  question: Omit<Question<'chains', 'whyNot'>, 'personId'>;
}

/** "Why not Ann?": explains why somebody is not in the answer, or not at its top. */
export function WhyNot({ question }: WhyNotProps) {
  const [person, setPerson] = useState<PersonRef | null>(null);
  const me = useStatus()?.me?.id;
  return (
    <section className={classes.root} aria-label={words.title}>
      <h3 className={classes.title}>{words.title}</h3>
      <div className={classes.picker}>
        <PersonPicker
          label={words.who}
          value={person}
          without={me === undefined ? [] : [me]}
          onChange={setPerson}
        />
      </div>
      {person !== null && <Explanation question={{ ...question, personId: person.id }} />}
    </section>
  );
}

function Explanation({ question }: { question: Question<'chains', 'whyNot'> }) {
  const { data, error } = useQuery(read('chains', 'whyNot', question));
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  const { person, place, total, reasons } = data;
  return (
    <div className={classes.answer} role="status">
      <p className={classes.place}>
        {place === null
          ? words.absent(person.name)
          : words.place(
              person.name,
              place,
              total,
              text.ask.sort.names[question.sort ?? 'strength'],
            )}
      </p>
      {place === 1 && <p>{words.first(person.name)}</p>}
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <li key={reason.kind}>
            {words.reason(reason, person.name, question.hops ?? 4)}
            <WayOf reason={reason} />
          </li>
        ))}
      </ul>
      {reasons.some(({ kind }) => kind === 'not_contact') && (
        <LinkButton to="/ask" search={{ person: person.id }} variant="default" size="compact-sm">
          {words.askFor(person.name)}
        </LinkButton>
      )}
    </div>
  );
}

/** The way that there would be. */
function WayOf({ reason }: { reason: WhyNotReason }) {
  if (!('way' in reason)) return null;
  return (
    <div className={classes.way}>
      <ChainView people={reason.way.people} ties={reason.way.ties} />
    </div>
  );
}
