import { Button, Group, Title } from '@mantine/core';
import IconCircle from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useQuery } from '@tanstack/react-query';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { type Answer, read } from '../../api.ts';
import { text } from '../../text/index.ts';
import { LetterWindow } from '../letters/letter-window.tsx';
import type { IntroductionState } from './board-states.ts';
import classes from './opt-in-list.module.css';
import { type OptInStep, stepsOf, type WrittenKind } from './opt-in-steps.ts';

const words = text.letters.optIn;

interface OptInListProps {
  introduction: Introduction;
  /** The letter that is being written. */
  writing: WrittenKind | null;
  onWrite: (letter: WrittenKind | null) => void;
  onMove: (introduction: Introduction, to: IntroductionState) => void;
}

/** The way of an introduction step by step: each with its letter, and the day on which it was done. */
export function OptInList({ introduction, writing, onMove, onWrite }: OptInListProps) {
  const { data: sent = [] } = useQuery(
    read('letters', 'sent', { introductionId: introduction.id }),
  );
  const steps = stepsOf(introduction, sent);
  const next = steps.find(({ isDone }) => !isDone);
  const { kind, state } = introduction;
  const isWaiting = kind !== 'received' && ['asked', 'permission_asked'].includes(state);
  const isThanked = kind !== 'make' && ['made', 'met', 'outcome'].includes(state);
  if (steps.length === 0 && !isThanked) return null;
  return (
    <section>
      <Title order={3} mb="xs">
        {words.title}
      </Title>
      {state === 'declined' && <p>{words.declined}</p>}
      <ol className={classes.steps}>
        {steps.map((step) => (
          <Step
            key={step.id}
            step={step}
            introduction={introduction}
            isNext={step === next}
            onWrite={onWrite}
            onMove={onMove}
          />
        ))}
      </ol>
      <Group gap="xs" className={classes.more}>
        {isWaiting && (
          <Button size="compact-sm" variant="default" onClick={() => onWrite('reminder')}>
            {words.remind}
          </Button>
        )}
        {isThanked && (
          <Button size="compact-sm" variant="default" onClick={() => onWrite('thanks')}>
            {words.steps.thank(introduction.introducer.name)}
          </Button>
        )}
      </Group>
      <SentLetters sent={sent} />
      {writing !== null && (
        <LetterWindow introduction={introduction} kind={writing} onClose={() => onWrite(null)} />
      )}
    </section>
  );
}

function nameStep(id: OptInStep['id'], { introducer, first, second }: Introduction): string {
  const { steps } = words;
  switch (id) {
    case 'ask':
      return steps.ask(introducer.name);
    case 'theyAsk':
      return steps.theyAsk(introducer.name, second.name);
    case 'agreed':
      return steps.agreed(second.name);
    case 'theyIntroduce':
      return steps.theyIntroduce(introducer.name);
    case 'askTarget':
      return steps.askTarget(second.name);
    case 'askOther':
      return steps.askOther(first.name);
    case 'bothAgreed':
    case 'introduce':
    case 'theyMet':
    case 'youMet':
      return steps[id];
  }
}

interface StepProps extends Pick<OptInListProps, 'introduction' | 'onMove'> {
  step: OptInStep;
  /** The first that is not done: its button stands out. */
  isNext: boolean;
  onWrite: (kind: WrittenKind) => void;
}

function Step({ step, introduction, isNext, onWrite, onMove }: StepProps) {
  const { doneOn, isDone, letter, state } = step;
  const name = nameStep(step.id, introduction);
  const Mark = isDone ? IconCircleCheck : IconCircle;
  const button = { size: 'compact-sm', variant: isNext ? 'filled' : 'default' } as const;
  return (
    <li className={classes.step} data-done={isDone || undefined}>
      <Mark size={18} className={classes.mark} aria-hidden />
      <span className={isNext ? classes.next : undefined}>
        {name}
        <span className={classes.when}>
          {isDone ? (doneOn === null ? words.doneSometime : words.done(doneOn)) : words.open}
        </span>
      </span>
      {!isDone && letter !== null && (
        <Button {...button} aria-label={words.writeNamed(name)} onClick={() => onWrite(letter)}>
          {words.write}
        </Button>
      )}
      {!isDone && letter === null && introduction.next.includes(state) && (
        <Button
          {...button}
          aria-label={words.markNamed(name)}
          onClick={() => onMove(introduction, state)}
        >
          {words.mark}
        </Button>
      )}
    </li>
  );
}

/** What was sent, to be read again. */
function SentLetters({ sent }: { sent: Answer<'letters', 'sent'> }) {
  if (sent.length === 0) return null;
  return (
    <div className={classes.letters}>
      {sent.map(({ id, body, kind, sentOn, subject }) => (
        <details key={id}>
          <summary>{text.letters.sentOn(kind, sentOn)}</summary>
          <p className={classes.letter}>
            {[subject, body].filter((part) => part !== '').join('\n\n')}
          </p>
        </details>
      ))}
    </div>
  );
}
