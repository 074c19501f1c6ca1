import { Button, Title } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, api, read } from '../../api.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';
import { type Choice, QuestionCard } from './question-card.tsx';

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
      <StoredQuestion
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
      <LinkButton to="/duplicates" variant="default" size="compact-sm" mt="sm">
        {text.duplicates.hintAction}
      </LinkButton>
    </section>
  );
}

interface StoredQuestionProps {
  question: Question;
  left: number;
  takesFocus: boolean;
  onAnswer: () => void;
  onSkip: () => void;
}

function StoredQuestion({ question, left, takesFocus, onAnswer, onSkip }: StoredQuestionProps) {
  const notifyUndoable = useNotifyUndoable();
  const send = useMutation({
    mutationFn: (answer: Choice) => api.transfer.answer({ questionId: question.id, answer }),
    onSuccess: (_, answer) => notifyUndoable(answer === 'same' ? words.joined : words.kept),
    onError: notifyError,
  });
  const { a, b } = question;
  return (
    <QuestionCard
      question={question}
      sides={[
        <PersonLink key="a" person={a} hint={a.hint || words.nothingKnown} size={36} />,
        <PersonLink key="b" person={b} hint={b.hint || words.nothingKnown} size={36} />,
      ]}
      left={left}
      takesFocus={takesFocus}
      answer={(choice) => {
        if (send.isPending) return;
        onAnswer();
        send.mutate(choice);
      }}
      onSkip={onSkip}
      hint={words.hint}
    />
  );
}
