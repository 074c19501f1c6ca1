import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { PersonLink } from '../../components/person-link.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { count, day } from '../../text/common.ts';
import { money } from '../../text/money.ts';
import { text } from '../../text/index.ts';
import classes from './harvest.module.css';

const words = text.events.harvest;
type EventDetail = Answer<'events', 'get'>;
type CameOfIt = EventDetail['cameOfIt'];

/** What the event led to: the numbers it is ranked by, and whom and what they stand for. */
export function Harvest({ event }: { event: EventDetail }) {
  const { cameOfIt } = event;
  const isNothing =
    event.met === 0 &&
    event.outcomes === 0 &&
    cameOfIt.introductions.length === 0 &&
    cameOfIt.statements.length === 0;
  return (
    <div className={classes.root}>
      <Section title={words.title}>
        {isNothing ? <NothingYet>{words.none}</NothingYet> : <Numbers event={event} />}
        <div className={classes.parts}>
          <Outcomes outcomes={cameOfIt.outcomes} />
          <NewContacts people={cameOfIt.newContacts} />
          <TiesTold ties={cameOfIt.tiesTold} />
          <Statements statements={cameOfIt.statements} />
          <Begun introductions={cameOfIt.introductions} />
        </div>
      </Section>
    </div>
  );
}

function Numbers({ event }: { event: EventDetail }) {
  const numbers: readonly (readonly [string, string])[] = [
    [count(event.met), words.met],
    [count(event.cameOfIt.newContacts.length), words.newContacts],
    [text.events.keptOf(event.followUpsKept, event.followUps), words.kept],
    [count(event.introductions), words.introductions],
    [count(event.introductionsMet), words.introductionsMet],
    [text.events.outcomes(event.outcomes, event.sums), words.outcomes],
  ];
  return (
    <dl className={classes.numbers}>
      {numbers.map(([value, label]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="numbers">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Part({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}

function Outcomes({ outcomes }: { outcomes: CameOfIt['outcomes'] }) {
  return (
    <Part title={words.outcomeList}>
      {outcomes.map(({ id, title, value, onDate }) => (
        <li key={id}>
          <Link to="/outcomes" className={classes.topic}>
            {title}
          </Link>
          <span className={classes.state}>
            {[value === null ? '' : money(value), day(onDate)]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </Part>
  );
}

function NewContacts({ people }: { people: CameOfIt['newContacts'] }) {
  return (
    <Part title={words.people}>
      {people.map((person) => (
        <li key={person.id}>
          <PersonLink person={person} size={22} />
        </li>
      ))}
    </Part>
  );
}

function TiesTold({ ties }: { ties: CameOfIt['tiesTold'] }) {
  return (
    <Part title={words.ties}>
      {ties.map(({ a, b }) => (
        <li key={`${a.id} ${b.id}`}>
          <PersonLink person={a} inline /> {words.knows} <PersonLink person={b} inline />
        </li>
      ))}
    </Part>
  );
}

function Statements({ statements }: { statements: CameOfIt['statements'] }) {
  return (
    <Part title={words.statements}>
      {statements.map(({ id, person, kind, topic }) => (
        <li key={id}>
          <PersonLink person={person} inline /> {words.said[kind]}{' '}
          <Link
            to="/ask"
            search={kind === 'offers' ? { needs: topic.id } : { offers: topic.id }}
            className={classes.topic}
          >
            {topic.name}
          </Link>
        </li>
      ))}
    </Part>
  );
}

function Begun({ introductions }: { introductions: CameOfIt['introductions'] }) {
  return (
    <Part title={words.begun}>
      {introductions.map(({ id, introducer, first, second, state, outcome }) => (
        <li key={id}>
          <Link to="/introductions" search={{ id }} className={classes.topic} title={words.open}>
            {words.introduction(introducer.name, first.name, second.name)}
          </Link>
          <span className={classes.state}>{words.state(state, outcome)}</span>
        </li>
      ))}
    </Part>
  );
}
