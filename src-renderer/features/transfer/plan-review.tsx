import { Button, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Answer, read } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { text } from '../../text/index.ts';
import classes from './question-review.module.css';
import { QuestionCard } from './question-card.tsx';
import type { Decisions } from './use-decisions.ts';
import type { Plan } from './use-import.ts';

const words = text.transfer.questions;
type Question = Answer<'transfer', 'planQuestions'>['rows'][number];

/** As many as are at hand at once; the next come when these are answered or put off. */
const batch = 200;

/** The undecided rows of a plan, one at a time, before anything is written. */
export function PlanReview({ plan, decisions }: { plan: Plan; decisions: Decisions }) {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  // once one is answered, the next takes the focus: the keys go on working
  const [isReviewing, setReviewing] = useState(false);
  const { data, error } = useQuery({
    ...read('transfer', 'planQuestions', { planId: plan.planId, limit: batch, offset: 0 }),
    placeholderData: keepPreviousData,
  });
  const { answers } = decisions;
  if (error !== null) return <ErrorNotice error={error} />;
  const open = data?.rows.filter(({ key }) => !isAnswered(key, answers)) ?? [];
  const question = open.find(({ key }) => !skipped.has(key));
  const shown = data?.rows.length ?? 0;
  const left = Math.max(open.length, (data?.total ?? 0) - (shown - open.length));
  if (left === 0 && answers.length === 0) return null;
  const takeBack = answers.length > 0 && (
    <Button variant="subtle" onClick={decisions.takeBack}>
      {words.takeBack}
    </Button>
  );
  return (
    <section aria-label={words.before}>
      <Title order={3} mt="md" mb="xs">
        {words.before}
      </Title>
      {question === undefined ? (
        <p role="status">
          {words.answered(answers.length, left)}{' '}
          {skipped.size > 0 && left > 0 && (
            <Button variant="default" size="compact-sm" onClick={() => setSkipped(new Set())}>
              {words.again(left)}
            </Button>
          )}{' '}
          {takeBack}
        </p>
      ) : (
        <QuestionCard
          key={question.key}
          question={question}
          sides={sidesOf(question)}
          left={left}
          takesFocus={isReviewing}
          answer={(answer) => {
            setReviewing(true);
            decisions.say(question.key, answer);
          }}
          onSkip={() => {
            setReviewing(true);
            setSkipped(new Set([...skipped, question.key]));
          }}
          hint={words.hintBefore}
        >
          {takeBack}
        </QuestionCard>
      )}
    </section>
  );
}

/** Answered itself, or settled by the answer that its row is somebody else. */
function isAnswered(key: string, answers: Decisions['answers']): boolean {
  const rowOf = (one: string): string => one.split(' ', 1)[0] ?? one;
  return answers.some(
    (said) => said.key === key || (said.answer === 'same' && rowOf(said.key) === rowOf(key)),
  );
}

function sidesOf({ file, hint, known, line, name }: Question): [ReactNode, ReactNode] {
  const { person } = known;
  return [
    <Side key="row" name={name} hint={hint} where={words.inFile(file, line)} />,
    <Side
      key="known"
      name={known.name}
      hint={known.hint}
      where={person === null ? words.inImport : words.inBook}
    />,
  ];
}

function Side({ name, hint, where }: { name: string; hint: string; where: string }) {
  return (
    <div>
      <strong>{name}</strong>
      <div>{hint || words.nothingKnown}</div>
      <div className={classes.where}>{where}</div>
    </div>
  );
}
