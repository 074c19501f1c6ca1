import { Button, Title } from '@mantine/core';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TopicId } from '../../../src-main/contract/common.ts';
import type { BoardTopic } from '../../../src-main/contract/suggestions.ts';
import { read } from '../../api.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import classes from './needs-board.module.css';
import { NewIntroductionWindow } from './new-introduction-window.tsx';

const words = text.introductions.needs;
type Group = 'unmet' | 'met' | 'offered';
const groups: readonly Group[] = ['met', 'unmet', 'offered'];
/** Of thousands who offer something, those I know best are the ones to look at. */
const shownAtFirst = 6;
const shownMore = 50;
/** Ten years of notes have hundreds of topics: all their cards at once would take seconds to appear. */
const topicsAtFirst = 24;

function groupOf({ needs, offers }: BoardTopic): Group {
  if (needs.length === 0) return 'offered';
  return offers.length === 0 ? 'unmet' : 'met';
}

/** Who needs and who offers what: what meets first, then unmet needs, then what is only offered. */
export function NeedsBoard() {
  const board = useQuery(read('suggestions', 'needsAndOffers', {}));
  if (board.isError)
    return <ErrorNotice error={board.error} onRetry={() => void board.refetch()} />;
  if (board.data === undefined) return <SkeletonRows height={90} rows={4} />;
  if (board.data.length === 0)
    return <EmptyState icon={IconBulb} title={words.empty.title} body={words.empty.body} />;
  const byGroup = Map.groupBy(board.data, groupOf);
  return (
    <div className={classes.topics}>
      {groups.map((group) => {
        const topics = byGroup.get(group) ?? [];
        if (topics.length === 0) return null;
        return <TopicGroup key={group} group={group} topics={topics} />;
      })}
    </div>
  );
}

function TopicGroup({ group, topics }: { group: Group; topics: readonly BoardTopic[] }) {
  const [shown, setShown] = useState(topicsAtFirst);
  return (
    <>
      <Title order={2} className={classes.group}>
        {words.groups[group]} <small>{words.groupHints[group]}</small>
      </Title>
      {topics.slice(0, shown).map((topic) => (
        <TopicCard key={topic.topic.id} topic={topic} group={group} />
      ))}
      {shown < topics.length && (
        <div className={classes.group}>
          <Button variant="default" onClick={() => setShown(shown + topicsAtFirst)}>
            {words.moreTopics(Math.min(topicsAtFirst, topics.length - shown), topics.length)}
          </Button>
        </div>
      )}
    </>
  );
}

function TopicCard({ topic, group }: { topic: BoardTopic; group: Group }) {
  const { id, name } = topic.topic;
  const [isLooking, setLooking] = useState(false);
  return (
    <article
      className={classes.topic}
      data-unmet={group === 'unmet' || undefined}
      aria-label={name}
    >
      <div className={classes.head}>
        <Title order={3}>{name}</Title>
        {topic.matches > 0 && (
          <span className={classes.matches}>{words.matches(topic.matches)}</span>
        )}
      </div>
      <div className={classes.sides}>
        <Side title={words.needs} people={topic.needs} />
        <Side title={words.offers} people={topic.offers} />
      </div>
      {isLooking && <MightKnow topicId={id} />}
      {group !== 'offered' && (
        <div className={classes.actions}>
          <IntroduceButton topic={topic} />
          {!isLooking && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.mightKnowNamed(name)}
              onClick={() => setLooking(true)}
            >
              {words.mightKnow}
            </Button>
          )}
          <LinkButton
            to="/ask"
            // while nobody says that they offer it, the way to those in whose jobs and notes it stands
            search={topic.offers.length > 0 ? { offers: id } : { text: name }}
            size="compact-sm"
            variant="light"
            aria-label={words.askNamed(name)}
          >
            {words.ask}
          </LinkButton>
        </div>
      )}
    </article>
  );
}

/** Opens a new introduction of one who needs the topic to one who offers it, to be changed at will. */
function IntroduceButton({ topic: { topic, needs, offers } }: { topic: BoardTopic }) {
  const [isOpen, setOpen] = useState(false);
  // I bring two others together, and only people whom I know
  const isMine = ({ isMe, strength }: BoardTopic['needs'][number]): boolean =>
    !isMe && strength !== null;
  const pair = findPair(needs.filter(isMine), offers.filter(isMine));
  if (pair === null) return null;
  return (
    <>
      <Button
        size="compact-sm"
        aria-label={words.introduceNamed(topic.name)}
        onClick={() => setOpen(true)}
      >
        {words.introduce}
      </Button>
      {isOpen && (
        <NewIntroductionWindow
          given={{ kind: 'make', ...pair, topic: String(topic.id) }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** The first who needs it with the first other who offers it. */
function findPair(needs: BoardTopic['needs'], offers: BoardTopic['offers']) {
  for (const { person: one } of needs) {
    const other = offers.find(({ person }) => person.id !== one.id);
    if (other !== undefined) return { one, other: other.person };
  }
  return null;
}

function Side({ title, people }: { title: string; people: BoardTopic['needs'] }) {
  const [shown, setShown] = useState(shownAtFirst);
  return (
    <div className={classes.side}>
      <h4>{title}</h4>
      {people.length === 0 && <span className={classes.none}>{words.nobody}</span>}
      <ul>
        {people.slice(0, shown).map(({ person, isMe, strength, note }) => (
          <li key={person.id}>
            {isMe ? (
              text.common.you
            ) : (
              <PersonLink
                person={person}
                size={24}
                hint={strength === null ? words.notYours : note}
              />
            )}
          </li>
        ))}
      </ul>
      {people.length > shown && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + shownMore)}>
          {words.more(people.length - shown)}
        </Button>
      )}
    </div>
  );
}

/** People whose job, organisation or notes mention the topic: they may know somebody. */
function MightKnow({ topicId }: { topicId: TopicId }) {
  const { data: people } = useQuery(read('suggestions', 'mightKnow', { topicId }));
  if (people === undefined) return <SkeletonRows rows={2} />;
  return (
    <div className={classes.side} role="status">
      <h4>{words.mightKnowTitle}</h4>
      {people.length === 0 && <span className={classes.none}>{words.nobodyMentions}</span>}
      <ul className={classes.might}>
        {people.map(({ person, hint, strength }) => (
          <li key={person.id}>
            <PersonLink person={person} size={24} hint={hint} />
            {strength === null && (
              <LinkButton
                to="/ask"
                search={{ person: person.id }}
                size="compact-sm"
                variant="light"
                aria-label={words.askForPerson(person.name)}
              >
                {words.ask}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
