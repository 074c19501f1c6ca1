import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api } from '../../api.ts';
import type { Choice } from './question-card.tsx';
import type { Plan } from './use-import.ts';

interface Said {
  readonly key: string;
  readonly answer: Choice;
}

export interface Decisions {
  /** In the order in which they were given. */
  readonly answers: readonly Said[];
  /** The same answer to these questions. */
  say: (keys: readonly string[], answer: Choice) => void;
  /** Takes back what was said last, be it to one question or to many. */
  takeBack: () => void;
  forget: () => void;
  /** The plan does not yet follow the answers. */
  readonly isBehind: boolean;
  readonly error: Error | null;
}

const none: readonly Said[] = [];
const unsaid: readonly (readonly Said[])[] = [];

/**
 * Answers to the questions of a plan. Whoever answers does not wait: the plan is worked out anew with all answers
 * so far, one time after the other, until it has caught up.
 */
export function useDecisions(plan: Plan | null, onPlan: (plan: Plan) => void): Decisions {
  const [steps, setSteps] = useState(unsaid);
  const answers = useMemo(() => (steps.length === 0 ? none : steps.flat()), [steps]);
  // what the plan on the screen was worked out with
  const [known, setKnown] = useState(none);
  const { error, isPending, mutate, reset, variables } = useMutation({
    mutationFn: ({ planId, said }: { planId: string; said: readonly Said[] }) =>
      api.transfer.decide({ planId, answers: [...said] }),
    onSuccess: (decided, { said }) => {
      setKnown(said);
      onPlan(decided);
    },
  });
  const planId = plan?.planId ?? null;
  const isBehind = answers !== known;
  // what could not be worked out is tried again with the next answer, not by itself
  const isTried = variables?.said === answers;
  useEffect(() => {
    if (planId !== null && isBehind && !isPending && !isTried) mutate({ planId, said: answers });
  }, [answers, isBehind, isPending, isTried, mutate, planId]);
  return {
    answers,
    say: (keys, answer) => setSteps([...steps, keys.map((key) => ({ key, answer }))]),
    takeBack: () => setSteps(steps.slice(0, -1)),
    forget: () => {
      setSteps(unsaid);
      setKnown(none);
      reset();
    },
    isBehind,
    error,
  };
}
