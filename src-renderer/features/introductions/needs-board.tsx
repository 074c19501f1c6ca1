import { Button, Title } from '@mantine/core';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TopicId } from '../../../src-main/contract/common.ts';
import type { BoardGroup, BoardTopic, Speakers } from '../../../src-main/contract/suggestions.ts';
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
/** How many more topics, and more people of one topic, a press of a button brings. */
const topicsMore = 24;
const peopleMore = 50;

/** Who needs and who offers what: what meets first, then unmet needs, then what is only offered. */
export function NeedsBoard() {
  const [shown, setShown] = useState({ met: topicsMore, unmet: topicsMore, offered: topicsMore });
  const board = useQuery({
    ...read('suggestions', 'needsAndOffers', shown),
    placeholderData: keepPreviousData,
  });
  if (board.isError)
    return <ErrorNotice error={board.error} onRetry={() => void board.refetch()} />;
  if (board.data === undefined) return <SkeletonRows height={90} rows={4} />;
  const groups = board.data.filter(({ total }) => total > 0);
  if (groups.length === 0)
    return <EmptyState icon={IconBulb} title={words.empty.title} body={words.empty.body} />;
  return (
    <div className={classes.topics}>
      {groups.map(({ group, topics, total }) => (
        <TopicGroup
          key={group}
          group={group}
          topics={topics}
          total={total}
          isLoading={board.isPlaceholderData && topics.length < shown[group]}
          onMore={() => setShown({ ...shown, [group]: topics.length + topicsMore })}
        />
      ))}
    </div>
  );
}

interface TopicGroupProps {
  group: BoardGroup;
  topics: readonly BoardTopic[];
  total: number;
  isLoading: boolean;
  onMore: () => void;
}

function TopicGroup({ group, topics, total, isLoading, onMore }: TopicGroupProps) {
  return (
    <>
      <Title order={2} className={classes.group}>
        {words.groups[group]} <small>{words.groupHints[group]}</small>
      </Title>
      {topics.map((topic) => (
        <TopicCard key={topic.topic.id} topic={topic} group={group} />
      ))}
      {topics.length < total && (
        <div className={classes.group}>
          <Button variant="default" loading={isLoading} onClick={onMore}>
            {words.moreTopics(Math.min(topicsMore, total - topics.length), total)}
          </Button>
        </div>
      )}
    </>
  );
}

function TopicCard({ topic, group }: { topic: BoardTopic; group: BoardGroup }) {
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
        <Side topicId={id} kind="needs" first={topic.needs} />
        <Side topicId={id} kind="offers" first={topic.offers} />
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
            search={topic.offers.total > 0 ? { offers: id } : { text: name }}
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
  const mine = ({ people }: Speakers) =>
    people.filter(({ isMe, strength }) => !isMe && strength !== null);
  const pair = findPair(mine(needs), mine(offers));
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
function findPair(needs: Speakers['people'], offers: Speakers['people']) {
  for (const { person: one } of needs) {
    const other = offers.find(({ person }) => person.id !== one.id);
    if (other !== undefined) return { one, other: other.person };
  }
  return null;
}

interface SideProps {
  topicId: TopicId;
  kind: 'needs' | 'offers';
  /** Those whom the board names; the others are fetched when they are asked for. */
  first: Speakers;
}

function Side({ topicId, kind, first }: SideProps) {
  const [limit, setLimit] = useState(0);
  const more = useQuery({
    ...read('suggestions', 'speakers', { topicId, kind, limit: Math.max(1, limit) }),
    enabled: limit > 0,
    placeholderData: keepPreviousData,
  });
  const { people, total } = (limit > 0 ? more.data : undefined) ?? first;
  return (
    <div className={classes.side}>
      <h4>{words[kind]}</h4>
      {people.length === 0 && <span className={classes.none}>{words.nobody}</span>}
      <ul>
        {people.map(({ person, isMe, strength, note }) => (
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
      {more.isError && <ErrorNotice error={more.error} onRetry={() => void more.refetch()} />}
      {people.length < total && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={more.isFetching && people.length < limit}
          onClick={() => setLimit(people.length + peopleMore)}
        >
          {words.more(total - people.length)}
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
