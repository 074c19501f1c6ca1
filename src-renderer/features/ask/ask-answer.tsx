import { Alert, Button, Title } from '@mantine/core';
import IconRouteOff from '@tabler/icons-react/dist/esm/icons/IconRouteOff.mjs';
import IconUserQuestion from '@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskCard as Card, AskTarget } from '../../../src-main/contract/networks.ts';
import { type Answer, read } from '../../api.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StrengthMeter } from '../../components/strength-meter.tsx';
import { toTieFilter } from '../../components/tie-filters.tsx';
import { text } from '../../text/index.ts';
import classes from './ask-answer.module.css';
import { AskCard } from './ask-card.tsx';
import type { AskFilterValue } from './ask-filters.tsx';
import { DraftWindow } from './draft-window.tsx';

const words = text.ask;
/** The first ways are the ones to take; the rest waits behind a button. */
const shownAtFirst = 6;
type Answered = Answer<'chains', 'ask'>;

interface AskAnswerProps {
  target: AskTarget;
  filters: AskFilterValue;
}

/** The ranked answer: first whom I know already, then whom to ask. */
export function AskAnswer({ target, filters }: AskAnswerProps) {
  const [drafting, setDrafting] = useState<Card | null>(null);
  const [isLong, setLong] = useState(false);
  const answer = useQuery({
    ...read('chains', 'ask', {
      target,
      onlyNew: true,
      hops: filters.hops,
      limit: 30,
      filter: toTieFilter(filters),
    }),
    placeholderData: keepPreviousData,
  });
  if (answer.isError) {
    return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <SkeletonRows height={96} rows={4} />;
  const cards = answer.data.ask;
  const shown = isLong ? cards : cards.slice(0, shownAtFirst);
  const topicId = target.kind === 'offers' || target.kind === 'needs' ? target.id : null;
  return (
    <div aria-live="polite">
      <Headline answer={answer.data} contacts={cards.length} />
      <KnownTargets answer={answer.data} />
      {filters.withPossible && <Alert color="clay">{words.filters.possibleNote}</Alert>}
      <ol className={classes.cards}>
        {shown.map((card, index) => (
          <li key={card.person.id}>
            <AskCard card={card} place={index + 1} onAsk={() => setDrafting(card)} />
          </li>
        ))}
      </ol>
      {shown.length < cards.length && (
        <Button variant="default" mt="md" onClick={() => setLong(true)}>
          {text.common.showAll(cards.length)}
        </Button>
      )}
      {drafting !== null && (
        <DraftWindow
          card={drafting}
          topicId={topicId}
          goal={target.kind === 'people' ? '' : answer.data.label}
          onClose={() => setDrafting(null)}
        />
      )}
    </div>
  );
}

function Headline({ answer, contacts }: { answer: Answered; contacts: number }) {
  const [best] = answer.ask;
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

function KnownTargets({ answer }: { answer: Answered }) {
  const { known, knownTotal, targetTotal } = answer;
  const [only] = known;
  if (only === undefined) return null;
  return (
    <section className={classes.known}>
      <Title order={3}>
        {targetTotal === 1 ? words.knownOne(only.name) : words.known(knownTotal)}
      </Title>
      <ul className={classes.knownList}>
        {known.map((person) => (
          <li key={person.id} className={classes.knownPerson}>
            <PersonLink person={person} />
            <StrengthMeter strength={person.strength} />
          </li>
        ))}
      </ul>
    </section>
  );
}
