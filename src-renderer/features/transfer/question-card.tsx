import { Button, Group } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Keys } from '../../components/keys.tsx';
import { text } from '../../text/index.ts';
import classes from './question-review.module.css';

const words = text.transfer.questions;
export type Choice = 'same' | 'different';

/** What a key says; y and n as well, since the question is whether they are the same. */
const choices = new Map<string, Choice | 'later'>([
  ['s', 'same'],
  ['y', 'same'],
  ['d', 'different'],
  ['n', 'different'],
  ['l', 'later'],
]);

interface QuestionCardProps {
  question: {
    readonly reason: string;
    readonly suggests: Choice | null;
    readonly because: readonly string[];
  };
  /** The two people in question. */
  sides: readonly [ReactNode, ReactNode];
  left: number;
  takesFocus: boolean;
  answer: (choice: Choice) => void;
  onSkip: () => void;
  hint: string;
  /** Further buttons. */
  children?: ReactNode;
}

/** "Are these the same?", answered with a key or a button. */
export function QuestionCard(props: QuestionCardProps) {
  const { answer, onSkip, question, takesFocus } = props;
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) card.current?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = choices.get(event.key.toLowerCase());
    if (choice === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (choice === 'later') onSkip();
    else answer(choice);
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
      <div className={classes.people}>
        {props.sides[0]}
        <span aria-hidden="true" className={classes.versus}>
          =?
        </span>
        {props.sides[1]}
      </div>
      <p className={classes.reason}>{question.reason}</p>
      {question.because.length > 0 && (
        <p className={classes.reason}>
          {words.suggests(question.suggests)} {words.because(question.because)}
        </p>
      )}
      <AnswerButtons left={props.left} answer={answer} onSkip={onSkip}>
        {props.children}
      </AnswerButtons>
      <p className={classes.hint}>{props.hint}</p>
    </div>
  );
}

interface AnswerButtonsProps {
  left: number;
  answer: (choice: Choice) => void;
  onSkip: () => void;
  children: ReactNode;
}

function AnswerButtons({ left, answer, onSkip, children }: AnswerButtonsProps) {
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
      {children}
      <span className={`${classes.left} numbers`} role="status">
        {words.progress(left)}
      </span>
    </Group>
  );
}
