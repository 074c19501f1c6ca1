import { Button, Group, Title } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Answer, api, read } from '../../api.ts';
import { Keys } from '../../components/keys.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';
import classes from './question-review.module.css';

const words = text.transfer.questions;
type Question = Answer<'transfer', 'questions'>['rows'][number];

/** "Are these the same?", one question at a time, answered with a key each. */
export function QuestionReview() {
  // how many were put off: they come again when the others are answered
  const [skipped, setSkipped] = useState(0);
  const { data } = useQuery({
    ...read('transfer', 'questions', { offset: skipped, limit: 1 }),
    placeholderData: keepPreviousData,
  });
  // once one is answered, the next takes the focus: the keys go on working
  const [isReviewing, setReviewing] = useState(false);
  const [question] = data?.rows ?? [];
  if (data === undefined || data.total === 0) return null;
  if (question === undefined) {
    return (
      <Button mt="xl" variant="default" onClick={() => setSkipped(0)}>
        {words.again(data.total)}
      </Button>
    );
  }
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
        onSkip={() => {
          setReviewing(true);
          setSkipped(skipped + 1);
        }}
      />
      <LinkButton to="/duplicates" variant="subtle" mt="xs">
        {text.duplicates.hintAction}
      </LinkButton>
    </section>
  );
}

interface QuestionCardProps {
  question: Question;
  left: number;
  takesFocus: boolean;
  onAnswer: () => void;
  onSkip: () => void;
}

function QuestionCard({ question, left, takesFocus, onAnswer, onSkip }: QuestionCardProps) {
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
    if (event.key.toLowerCase() === 'l') {
      event.preventDefault();
      event.stopPropagation();
      onSkip();
      return;
    }
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
      {question.because.length > 0 && (
        <p className={classes.reason}>
          {words.suggests(question.suggests)} {words.because(question.because)}
        </p>
      )}
      <AnswerButtons left={left} answer={answer} onSkip={onSkip} />
      <p className={classes.hint}>{words.hint}</p>
    </div>
  );
}

interface AnswerButtonsProps {
  left: number;
  answer: (choice: 'same' | 'different') => void;
  onSkip: () => void;
}

function AnswerButtons({ left, answer, onSkip }: AnswerButtonsProps) {
  return (
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
      <Button variant="subtle" onClick={onSkip} rightSection={<Keys shortcut="l" />}>
        {words.later}
      </Button>
      <span className={`${classes.left} numbers`} role="status">
        {words.progress(left)}
      </span>
    </Group>
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
