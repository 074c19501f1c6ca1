import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contract, InputOf } from '../../../src-main/contract/index.ts';
import type { ColumnKind } from '../../../src-main/contract/columns.ts';
import { type Answer, ApiError, api } from '../../api.ts';
import { type RunningJob, useJob } from '../../jobs.ts';
import { type ChosenFile, deliverFiles, nameOf } from './deliver-files.ts';
import { type Decisions, useDecisions } from './use-decisions.ts';
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
  /** Says what the columns of a table hold, and looks again. */
  mapColumns: (file: ChosenFile, kinds: readonly (ColumnKind | null)[]) => void;
  /** What was said of undecided rows. */
  decisions: Decisions;
  /** Some file may be a table whose columns have to be named. */
  unknownTable: ChosenFile | null;
  /** How far planning or applying is. */
  job: RunningJob | null;
  apply: () => void;
  report: Report | null;
  /** Back to the beginning; a plan that was looked at is put away. */
  reset: () => void;
  isBusy: boolean;
  error: Error | null;
}

/** What a plan that is shown can be answered with. */
export type PlanFlow = Pick<ImportFlow, 'look' | 'apply' | 'reset' | 'isBusy'> &
  Partial<Pick<ImportFlow, 'files' | 'change' | 'job' | 'decisions'>>;

/** The plan on the screen: looked at, then decided upon, put away. */
function usePlanning(files: readonly ChosenFile[], questions: ImportQuestions) {
  const { job, runWith } = useJob('transfer', 'plan');
  const [plan, setPlan] = useState<Plan | null>(null);
  const decisions = useDecisions(plan, setPlan);
  const look = useMutation({
    mutationFn: (said: Pick<PlanInput, 'departures' | 'columns'>) =>
      runWith(async (tell) => ({
        ...answersOf(questions),
        ...said,
        files: await deliverFiles(files, tell),
      })),
    onMutate: () => {
      setPlan(null);
      decisions.forget();
    },
    onSuccess: setPlan,
    onError: questions.learn,
  });
  const forget = (): void => {
    look.reset();
    setPlan(null);
    decisions.forget();
  };
  return { plan, decisions, look, job, forget };
}

/** The way of an import: files, whose they are, the plan, the report. */
export function useImport(): ImportFlow {
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const questions = useImportQuestions();
  const { decisions, forget, job, look, plan } = usePlanning(files, questions);
  const applying = useJob('transfer', 'apply');
  const apply = useMutation({
    mutationFn: ({ planId }: Plan) => applying.run({ planId }),
    // a plan that was not carried out, or was stopped in the middle, is used up: it is made anew
    onError: forget,
  });
  const reset = (): void => {
    if (plan !== null && !apply.isSuccess) {
      // a plan that is gone already is as good as put away
      api.transfer.discard({ planId: plan.planId }).catch(() => undefined);
    }
    forget();
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
    look: (departures = 'careful') => look.mutate({ departures, columns: questions.columns }),
    mapColumns: (file, kinds) => {
      const others = questions.columns.filter((one) => one.file !== nameOf(file));
      const columns = [...others, { file: nameOf(file), kinds: [...kinds] }];
      questions.change({ columns, mapping: null });
      look.mutate({ departures: 'careful', columns });
    },
    decisions,
    unknownTable: files.length === 1 && isAboutColumns(look.error) ? (files[0] ?? null) : null,
    job: job ?? applying.job,
    apply: () => plan !== null && apply.mutate(plan),
    report: apply.data ?? null,
    reset,
    isBusy: look.isPending || apply.isPending || (plan !== null && decisions.isBehind),
    // being asked something is no failure
    error:
      questions.isWaiting && look.error instanceof ApiError
        ? null
        : (apply.error ?? look.error ?? decisions.error),
  };
}

/** A refusal that naming the columns may help. */
function isAboutColumns(error: Error | null): boolean {
  return (
    error instanceof ApiError &&
    (error.details['needs'] === 'columns' || error.code === 'UNKNOWN_FORMAT')
  );
}
