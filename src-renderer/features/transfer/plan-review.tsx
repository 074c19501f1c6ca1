import { Button, Group, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Answer, read } from '../../api.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { text } from '../../text/index.ts';
import classes from './question-review.module.css';
import { type Choice, QuestionCard } from './question-card.tsx';
import type { Decisions } from './use-decisions.ts';
import type { Plan } from './use-import.ts';

const words = text.transfer.questions;
type Questions = Answer<'transfer', 'planQuestions'>;
type Question = Questions['rows'][number];

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
  const { alike, left, open } = openQuestions(data, answers);
  const question = open.find(({ key }) => !skipped.has(key));
  if (left === 0 && answers.length === 0) return null;
  const takeBack = answers.length > 0 && (
    <Button variant="subtle" onClick={decisions.takeBack}>
      {words.takeBack}
    </Button>
  );
  const say = (keys: readonly string[], answer: Choice): void => {
    setReviewing(true);
    decisions.say(keys, answer);
  };
  return (
    <section aria-label={words.before} className={classes.inPlan}>
      <Title order={3} mt="md" mb="xs">
        {words.before}
      </Title>
      <AlikeAnswer alike={alike} onSame={() => say(alike, 'same')} />
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
          answer={(answer) => say([question.key], answer)}
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

/** One answer for all of which more than the name speaks for one person. */
function AlikeAnswer({ alike, onSame }: { alike: readonly string[]; onSame: () => void }) {
  if (alike.length < 2) return null;
  return (
    <Group gap="sm" mb="sm">
      <Button variant="default" onClick={onSame}>
        {words.allAlike(alike.length)}
      </Button>
      <span className={classes.where}>{words.alikeHint}</span>
    </Group>
  );
}

/** What of the questions of a plan, as it was worked out last, is still open beside the answers given since. */
function openQuestions(data: Questions | undefined, answers: Decisions['answers']) {
  const isOpen = openBeside(answers);
  const { alike = [], rows = [], total = 0 } = data ?? {};
  const open = rows.filter(({ key }) => isOpen(key));
  const left = Math.max(open.length, total - (rows.length - open.length));
  return { alike: alike.filter(isOpen), left, open };
}

/** A question is settled by its answer, and by the answer that its row is somebody else. */
function openBeside(answers: Decisions['answers']): (key: string) => boolean {
  const rowOf = (key: string): string => key.split(' ', 1)[0] ?? key;
  const answered = new Set(answers.map(({ key }) => key));
  const same = answers.filter(({ answer }) => answer === 'same');
  const settled = new Set(same.map(({ key }) => rowOf(key)));
  return (key) => !answered.has(key) && !settled.has(rowOf(key));
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
