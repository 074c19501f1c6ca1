import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contract, InputOf } from '../../../src-main/contract/index.ts';
import { type Answer, ApiError, api } from '../../api.ts';
import { type ChosenFile, readFile } from './read-file.ts';
import { answersOf, type ImportQuestions, useImportQuestions } from './use-import-questions.ts';

export type Plan = Answer<'transfer', 'plan'>;
export type FilePlan = Plan['files'][number];
export type Report = Answer<'transfer', 'apply'>;
type PlanInput = InputOf<Contract['transfer']['plan']>;

export interface ImportFlow extends ImportQuestions {
  files: readonly ChosenFile[];
  choose: (files: readonly ChosenFile[]) => void;
  plan: Plan | null;
  /** `departures`: whether people missing from a newer list are marked as gone; by default, within reason. */
  look: (departures?: PlanInput['departures']) => void;
  apply: () => void;
  report: Report | null;
  /** Back to the beginning; a plan that was looked at is put away. */
  reset: () => void;
  isBusy: boolean;
  error: Error | null;
}

/** What a plan that is shown can be answered with. */
export type PlanFlow = Pick<ImportFlow, 'look' | 'apply' | 'reset' | 'isBusy'>;

/** The way of an import: files, whose they are, the plan, the report. */
export function useImport(): ImportFlow {
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const questions = useImportQuestions();
  const look = useMutation({
    mutationFn: async (departures: PlanInput['departures']) =>
      api.transfer.plan({
        ...answersOf(questions),
        departures,
        files: await Promise.all(files.map(readFile)),
      }),
    onError: questions.learn,
  });
  const apply = useMutation({
    mutationFn: (plan: Plan) => api.transfer.apply({ planId: plan.planId }),
  });
  const plan = look.data ?? null;
  const reset = (): void => {
    if (plan !== null && !apply.isSuccess) {
      // a plan that is gone already is as good as put away
      api.transfer.discard({ planId: plan.planId }).catch(() => undefined);
    }
    look.reset();
    apply.reset();
    setFiles([]);
    // the next list may be anybody's: carried over, an answer would be wrong unnoticed
    questions.forget();
  };
  return {
    ...questions,
    files,
    choose: (chosen) => {
      reset();
      setFiles(chosen);
    },
    plan,
    look: (departures = 'careful') => look.mutate(departures),
    apply: () => plan !== null && apply.mutate(plan),
    report: apply.data ?? null,
    reset,
    isBusy: look.isPending || apply.isPending,
    // being asked something is no failure
    error:
      questions.isWaiting && look.error instanceof ApiError ? null : (apply.error ?? look.error),
  };
}
