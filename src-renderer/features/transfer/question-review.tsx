import { Button, Group, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Answer, api, read } from '../../api.ts';
import { Keys } from '../../components/keys.tsx';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';
import classes from './question-review.module.css';

const words = text.transfer.questions;
type Question = Answer<'transfer', 'questions'>['rows'][number];

/** "Are these the same?", one question at a time, answered with a key each. */
export function QuestionReview() {
  const { data } = useQuery(read('transfer', 'questions', { limit: 1 }));
  // once one is answered, the next takes the focus: the keys go on working
  const [isReviewing, setReviewing] = useState(false);
  const [question] = data?.rows ?? [];
  if (data === undefined || question === undefined) return null;
  return (
    <section>
      <Title order={2} mt="xl" mb="xs">
        {words.title}
      </Title>
      <QuestionCard
        key={question.id}
        question={question}
        left={data.total}
        takesFocus={isReviewing}
        onAnswer={() => setReviewing(true)}
      />
    </section>
  );
}

interface QuestionCardProps {
  question: Question;
  left: number;
  takesFocus: boolean;
  onAnswer: () => void;
}

function QuestionCard({ question, left, takesFocus, onAnswer }: QuestionCardProps) {
  const notifyUndoable = useNotifyUndoable();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) card.current?.focus();
  }, [takesFocus]);
  const send = useMutation({
    mutationFn: (answer: 'same' | 'different') =>
      api.transfer.answer({ questionId: question.id, answer }),
    onSuccess: (_, answer) => notifyUndoable(answer === 'same' ? words.joined : words.kept),
    onError: notifyError,
  });
  const answer = (choice: 'same' | 'different'): void => {
    if (send.isPending) return;
    onAnswer();
    send.mutate(choice);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = { s: 'same' as const, d: 'different' as const }[event.key.toLowerCase()];
    if (choice === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    answer(choice);
  };
  return (
    <div
      ref={card}
      role="group"
      aria-label={words.title}
      tabIndex={0}
      className={classes.card}
      onKeyDown={onKeyDown}
    >
      <Pair question={question} />
      <p className={classes.reason}>{question.reason}</p>
      <Group gap="xs">
        <Button onClick={() => answer('same')} rightSection={<Keys shortcut="s" />}>
          {words.same}
        </Button>
        <Button
          variant="default"
          onClick={() => answer('different')}
          rightSection={<Keys shortcut="d" />}
        >
          {words.different}
        </Button>
        <span className={`${classes.left} numbers`} role="status">
          {words.progress(left)}
        </span>
      </Group>
      <p className={classes.hint}>{words.hint}</p>
    </div>
  );
}

function Pair({ question: { a, b } }: { question: Question }) {
  return (
    <div className={classes.people}>
      <PersonLink person={a} hint={a.hint || words.nothingKnown} size={36} />
      <span aria-hidden="true" className={classes.versus}>
        =?
      </span>
      <PersonLink person={b} hint={b.hint || words.nothingKnown} size={36} />
    </div>
  );
}
