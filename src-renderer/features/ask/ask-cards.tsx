import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PersonId, TopicId } from '../../../src-main/contract/common.ts';
import type { AskCard as Card } from '../../../src-main/contract/networks.ts';
import { text } from '../../text/index.ts';
import classes from './ask-answer.module.css';
import { AskCard } from './ask-card.tsx';
import several from './ask-several.module.css';
import { AskSeveralWindow } from './ask-several-window.tsx';
import { DraftWindow } from './draft-window.tsx';

const words = text.ask.several;
interface AskCardsProps {
  cards: readonly Card[];
  topicId: TopicId | null;
  /** What is asked for. */
  goal: string;
}

/** The contacts to ask: one by a letter, or several chosen ones at once. */
export function AskCards({ cards, topicId, goal }: AskCardsProps) {
  const [drafting, setDrafting] = useState<Card | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set());
  const toggle = (id: PersonId): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <ol className={classes.cards}>
        {cards.map((card, index) => (
          <li key={card.person.id}>
            <AskCard
              card={card}
              place={index + 1}
              isChosen={chosen.has(card.person.id)}
              onChoose={() => toggle(card.person.id)}
              onAsk={() => setDrafting(card)}
            />
          </li>
        ))}
      </ol>
      <ChosenBar
        // a contact who is in the answer no more is not asked either
        cards={cards.filter(({ person }) => chosen.has(person.id))}
        topicId={topicId}
        goal={goal}
        onClear={() => setChosen(new Set())}
      />
      {drafting !== null && (
        <DraftWindow
          card={drafting}
          topicId={topicId}
          goal={goal}
          onClose={() => setDrafting(null)}
        />
      )}
    </>
  );
}

/** What can be done with the chosen ones; not there while nobody is chosen. */
function ChosenBar({ onClear, ...asks }: AskCardsProps & { onClear: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const total = asks.cards.length;
  if (total === 0) return null;
  return (
    <div className={several.bar}>
      <span className={several.chosen} role="status">
        {words.chosen(total)}
      </span>
      <Button variant="subtle" onClick={onClear}>
        {words.none}
      </Button>
      <Button onClick={() => setAsking(true)}>{words.open(total)}</Button>
      {isAsking && (
        <AskSeveralWindow
          {...asks}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onClear();
          }}
        />
      )}
    </div>
  );
}
