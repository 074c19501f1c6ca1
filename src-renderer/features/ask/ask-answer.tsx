import { Alert, Button, SegmentedControl, Title } from '@mantine/core';
import IconRouteOff from '@tabler/icons-react/dist/esm/icons/IconRouteOff.mjs';
import IconUserQuestion from '@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TopicId } from '../../../src-main/contract/common.ts';
import type { Goal } from '../../../src-main/contract/goals.ts';
import { type AskSort, askSorts, type AskTarget } from '../../../src-main/contract/networks.ts';
import { type Answer, read } from '../../api.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { text } from '../../text/index.ts';
import { GoalList } from '../introductions/goal-line.tsx';
import classes from './ask-answer.module.css';
import { AskCards } from './ask-cards.tsx';
import type { AskFilterValue } from './ask-filters.tsx';
import { HeldBack } from './held-back.tsx';
import { shownAtMost, toQuestion, useAskAnswer } from './use-ask-answer.ts';
import { WhyNot } from './why-not.tsx';

const words = text.ask;
type Answered = Answer<'chains', 'ask'>;

interface AskAnswerProps {
  target: AskTarget;
  filters: AskFilterValue;
  onSort: (sort: AskSort) => void;
}

/** The ranked answer: first whom I know already, then whom to ask, then who is not among them, and why. */
export function AskAnswer({ target, filters, onSort }: AskAnswerProps) {
  const question = toQuestion(target, filters);
  const [isLong, setLong] = useState(false);
  const answer = useAskAnswer(target, filters, isLong);
  const topicId = target.kind === 'offers' || target.kind === 'needs' ? target.id : null;
  const goals = useGoalsOf(answer.data, topicId);
  if (answer.isError) {
    return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <SkeletonRows height={96} rows={4} />;
  const cards = answer.data.ask;
  const hasWays = answer.data.targetTotal > answer.data.knownTotal;
  return (
    <>
      <div aria-live="polite">
        <Headline answer={answer.data} />
        <KnownTargets answer={answer.data} />
        {filters.withPossible && <Alert color="clay">{words.filters.possibleNote}</Alert>}
      </div>
      <GoalList goals={goals} />
      {cards.length > 0 && <SortControl value={answer.data.sort} onChange={onSort} />}
      <AskCards
        cards={cards}
        topicId={topicId}
        goal={goals[0]?.what ?? words.goalOf(target, answer.data.understood.name)}
      />
      {!isLong && cards.length < answer.data.askTotal && (
        <Button variant="default" mt="md" onClick={() => setLong(true)}>
          {answer.data.askTotal > shownAtMost
            ? words.showBest(shownAtMost)
            : text.common.showAll(answer.data.askTotal)}
        </Button>
      )}
      {hasWays && <HeldBack question={question} />}
      {hasWays && <WhyNot question={{ ...question, sort: filters.sort }} />}
    </>
  );
}

/** The order is always named, and what it goes by is said. */
function SortControl(props: { value: AskSort; onChange: (sort: AskSort) => void }) {
  return (
    <div className={classes.sort}>
      <SegmentedControl
        size="sm"
        aria-label={words.sort.label}
        value={props.value}
        onChange={props.onChange}
        data={askSorts.map((sort) => ({ value: sort, label: words.sort.names[sort] }))}
      />
      <p className={classes.sortHint} role="status">
        {words.sort.hints[props.value]}
      </p>
    </div>
  );
}

/** Goals that this answer is about: for its topic, or to reach one of those it leads to. */
function useGoalsOf(answer: Answered | undefined, topicId: TopicId | null): Goal[] {
  const { data = [] } = useQuery(read('goals', 'list', {}));
  if (answer === undefined) return [];
  const targets = new Set(answer.targets.map(({ id }) => id));
  return data.filter(({ asks }) =>
    asks.some(
      ({ second, topic }) => targets.has(second.id) || (topic !== null && topic.id === topicId),
    ),
  );
}

function Headline({ answer }: { answer: Answered }) {
  const [best] = answer.ask;
  const contacts = answer.askTotal;
  // those I know are named apart: the ways lead to the others
  const fresh = answer.targetTotal - answer.knownTotal;
  if (answer.targetTotal === 0) {
    return (
      <EmptyState
        icon={IconUserQuestion}
        title={words.nobodyFits.title}
        body={words.nobodyFits.body(answer.label)}
      />
    );
  }
  if (contacts === 0 && fresh > 0) {
    return <EmptyState icon={IconRouteOff} title={words.noWay.title} body={words.noWay.body} />;
  }
  if (contacts === 0) return null;
  return (
    <Title order={2} className={classes.headline}>
      {fresh === 1 && best !== undefined
        ? words.foundOne(contacts, best.target.name)
        : words.found(contacts, fresh)}
    </Title>
  );
}

/** Whom to ask is the answer: those known already must not push it off the first screen. */
const knownAtFirst = 6;

function KnownTargets({ answer }: { answer: Answered }) {
  const { known, knownTotal, targetTotal } = answer;
  const [isLong, setLong] = useState(false);
  const shown = isLong ? known : known.slice(0, knownAtFirst);
  const [only] = known;
  if (only === undefined) return null;
  return (
    <section className={classes.known}>
      <Title order={3}>
        {targetTotal === 1 ? words.knownOne(only.name) : words.known(knownTotal)}
      </Title>
      <ul className={classes.knownList}>
        {shown.map((person) => (
          <li key={person.id} className={classes.knownPerson}>
            <PersonLink person={person} />
            <StrengthMeter strength={person.strength} />
          </li>
        ))}
      </ul>
      {shown.length < known.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setLong(true)}>
          {text.common.showAll(known.length)}
        </Button>
      )}
    </section>
  );
}
