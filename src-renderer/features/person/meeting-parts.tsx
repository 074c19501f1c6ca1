import type { TopicId } from '../../../src-main/contract/common.ts';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { Markdown } from '../../components/markdown.tsx';
import { birthday, day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { money } from '../../text/money.ts';
import classes from './meeting-page.module.css';
import { Facts, joined, Lines, Part } from './paper-parts.tsx';
import type { Meeting } from './use-meeting.ts';

const words = text.meeting;

interface PartsProps {
  person: PersonDetail;
  meeting: Meeting;
}

/** The parts of the sheet in the order in which one talks; one that has nothing is left out. */
export function MeetingParts(props: PartsProps) {
  const { person, meeting } = props;
  const { mine } = meeting.counterparts;
  return (
    <>
      <Known person={person} />
      <Promises {...props} />
      <Statements {...props} />
      <Lines title={words.mine} lines={[mine.map(({ name }) => name).join(', ')]} />
      <Lines
        title={words.introduce}
        lines={meeting.pairs.map(({ a, b, reasons }) =>
          joined([a.id === person.id ? b.name : a.name, reasons.join('; ')]),
        )}
      />
      <Lines
        title={words.waiting}
        lines={meeting.introductions
          .filter(({ state }) => state !== 'outcome' && state !== 'declined')
          .map((introduction) =>
            joined([
              text.introductions.title(introduction),
              text.introductions.since(introduction.state, introduction.since),
              introduction.goal,
            ]),
          )}
      />
      <CameOfIt {...props} />
      <Mutual {...props} />
      <div className={classes.space}>
        <Part title={words.space}>{null}</Part>
      </div>
    </>
  );
}

function Known({ person }: { person: PersonDetail }) {
  const facts: (readonly [string, string])[] = [
    ...person.roles
      .filter(({ isCurrent }) => isCurrent)
      .map(
        ({ organisation, title }) =>
          [words.work, text.people.roleAt(title, organisation?.name ?? null)] as const,
      ),
    [words.howMet, person.howMet],
    [words.metOn, person.metOn === null ? '' : day(person.metOn)],
    [words.tags, person.tags.map(({ name }) => name).join(', ')],
    [words.birthday, person.birthday === null ? '' : birthday(person.birthday)],
    [words.reach, person.contactPoints.map(({ value }) => value).join(', ')],
  ];
  const lastTimes = person.timeline
    .filter(({ kind, onDate }) => onDate !== null && (kind === 'event' || kind === 'interaction'))
    .toSorted((a, b) => (b.onDate ?? '').localeCompare(a.onDate ?? ''))
    .slice(0, 5);
  return (
    <>
      {facts.some(([, value]) => value.trim() !== '') && (
        <Part title={words.know}>
          <Facts facts={facts} />
        </Part>
      )}
      {person.note.trim() !== '' && (
        <Part title={words.note}>
          <Markdown>{person.note}</Markdown>
        </Part>
      )}
      <Lines
        title={words.lastTime}
        lines={lastTimes.map(({ note, onDate, title }) =>
          joined([onDate === null ? null : day(onDate), title, note]),
        )}
      />
    </>
  );
}

function Promises({ person, meeting }: PartsProps) {
  return (
    <Lines
      title={words.promises}
      lines={[
        ...person.followUps
          .filter(({ doneOn }) => doneOn === null)
          .map(({ dueOn, what }) => words.due(what, dueOn)),
        ...meeting.owed.map(({ since }) => words.thanks(since)),
      ]}
    />
  );
}

/** What they need and who offers it; what they offer and who needs it. */
function Statements({ person, meeting }: PartsProps) {
  const holding = person.statements.filter(({ endedOn }) => endedOn === null);
  const answerTo = (id: TopicId, said: 'needs' | 'offers') =>
    meeting.counterparts.answers.find(({ kind, topicId }) => kind === said && topicId === id);
  /** The first of them, whom I know best: more would not be read on a sheet. */
  const names = (id: TopicId, said: 'needs' | 'offers'): string => {
    const { people = [], total = 0 } = answerTo(id, said) ?? {};
    const first = people.map(({ name }) => name).join(', ');
    return total > people.length ? `${first} ${words.more(total - people.length)}` : first;
  };
  const whoOffers = (id: TopicId): string => {
    const offering = names(id, 'needs');
    const known = [
      answerTo(id, 'needs')?.isMine === true ? words.iOffer : '',
      offering === '' ? '' : words.offeredBy(offering),
    ].filter((sentence) => sentence !== '');
    return known.length === 0 ? words.nobodyOffers : known.join(' ');
  };
  return (
    <>
      <Lines
        title={words.needs}
        lines={holding
          .filter(({ kind }) => kind === 'needs')
          .map(({ note, topic }) => joined([words.needed(topic.name), note, whoOffers(topic.id)]))}
      />
      <Lines
        title={words.offers}
        lines={holding
          .filter(({ kind }) => kind === 'offers')
          .map(({ note, topic }) => {
            const needing = names(topic.id, 'offers');
            const use = needing === '' ? words.neededByNobody : words.neededBy(needing);
            return joined([words.offered(topic.name), note, use]);
          })}
      />
    </>
  );
}

function CameOfIt({ meeting: { balances, outcomes } }: PartsProps) {
  return (
    <Lines
      title={words.cameOfIt}
      lines={[
        ...outcomes.map(({ onDate, title, value }) =>
          joined([title, value === null ? null : money(value), day(onDate)]),
        ),
        ...balances
          .map(({ given, received }) => ({
            given: given.introductions + given.shares,
            received: received.introductions + received.shares,
          }))
          .filter(({ given, received }) => given + received > 0)
          .map(({ given, received }) => words.balance(given, received)),
      ]}
    />
  );
}

function Mutual({ meeting: { mutual } }: PartsProps) {
  if (mutual.total === 0) return null;
  const rest = mutual.total - mutual.rows.length;
  return (
    <Part title={`${words.mutual}: ${words.mutualCount(mutual.total)}`}>
      <p className={classes.names}>
        {mutual.rows.map(({ name }) => name).join(', ')}
        {rest > 0 && ` ${words.more(rest)}`}
      </p>
    </Part>
  );
}
