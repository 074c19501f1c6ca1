import { hashKey, keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useId, useSyncExternalStore } from 'react';
import type { Contract, InputOf } from '../src-main/contract/index.ts';
import { type Answer, ApiError, api, type Family, invokeAsJob } from './api.ts';
import { holdForWork } from './commands/pending-saves.ts';
import { text } from './text/index.ts';

/*
 * Calls that can take long: each has a job id, under which the store tells how far it is and by which it can be
 * stopped. What runs is kept here, outside of React, so that progress redraws only whoever shows it.
 */

export interface RunningJob {
  readonly id: string;
  /** In [0, 1]. */
  readonly done: number;
  /** What is being done, in words; null when there is one part only. */
  readonly label: string | null;
}

/** Says how far something is, and what is being done. Throws an ApiError STOPPED once it should end. */
export type Tell = (done: number, label: string) => void;
/** Makes what a method is asked with, as the first part of its job. */
type MakeInput<Input> = (tell: Tell) => Promise<Input>;

/** An input that is there already. */
function given<Input>(input: Input): MakeInput<Input> {
  return () => Promise.resolve(input);
}

/** Ids of jobs whose input is still being made: the store has not heard of them. */
const preparing = new Set<string>();

interface KeptJob extends RunningJob {
  readonly isShown: boolean;
}

/** These ask the user something first: until the store has said a word of them there is nothing to show. */
const askFirst: ReadonlySet<string> = new Set(['shell.saveExport', 'shell.mirrorCards']);

/** By the key of whoever waits. */
const running = new Map<string, KeptJob>();
const listeners = new Set<() => void>();

function setJob(key: string, job: KeptJob | null): void {
  if (job === null) running.delete(key);
  else running.set(key, job);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Follows the progress of all jobs. Returns a function that ends it. */
export function followJobs(): () => void {
  return window.acquaint.on('progress', ({ done, jobId, label }) => {
    for (const [key, job] of running) {
      if (job.id === jobId) setJob(key, { id: jobId, done, label, isShown: true });
    }
  });
}

/** Ends a job: whoever waits for it is thrown an ApiError STOPPED. */
export function stopJob(job: RunningJob): void {
  if (!preparing.delete(job.id)) void api.shell.stopJob({ jobId: job.id });
}

/** Makes the input of a job, as long as nobody stops it. */
async function prepare<Input>(key: string, id: string, make: MakeInput<Input>): Promise<Input> {
  const requireRunning = (): void => {
    if (preparing.has(id)) return;
    throw new ApiError({ code: 'STOPPED', message: text.common.stoppedUnchanged });
  };
  preparing.add(id);
  try {
    const input = await make((done, label) => {
      requireRunning();
      setJob(key, { id, done, label, isShown: true });
    });
    requireRunning();
    return input;
  } finally {
    preparing.delete(id);
  }
}

/** @param signal ends the job when whoever asked has lost interest */
async function runJob<F extends Family, M extends keyof Contract[F] & string>(
  key: string,
  [family, method, make]: readonly [F, M, MakeInput<InputOf<Contract[F][M]>>],
  signal?: AbortSignal,
): Promise<Answer<F, M>> {
  const isShown = !askFirst.has(`${family}.${method}`);
  const job: KeptJob = { id: crypto.randomUUID(), done: 0, label: null, isShown };
  setJob(key, job);
  const stop = (): void => stopJob(job);
  signal?.addEventListener('abort', stop);
  try {
    const input = await prepare(key, job.id, make);
    return await invokeAsJob(family, method, input, job.id);
  } finally {
    signal?.removeEventListener('abort', stop);
    if (running.get(key)?.id === job.id) setJob(key, null);
  }
}

/** As `runJob`, for what changes the book: the window does not close over it unasked. */
async function runChange<F extends Family, M extends keyof Contract[F] & string>(
  key: string,
  call: readonly [F, M, MakeInput<InputOf<Contract[F][M]>>],
): Promise<Answer<F, M>> {
  const end = holdForWork(`job ${key}`);
  try {
    return await runJob(key, call);
  } finally {
    end();
  }
}

function useRunningJob(key: string): RunningJob | null {
  const read = useCallback(() => {
    const job = running.get(key);
    return job?.isShown === true ? job : null;
  }, [key]);
  return useSyncExternalStore(subscribe, read);
}

/**
 * A command or control that can take long: `run(input)` starts it, `job` is how far it is while it runs, for
 * `JobProgress`. Stopped, `run` rejects with an ApiError STOPPED. `runWith` first makes an input that takes long itself.
 *
 * @public
 */
export function useJob<F extends Family, M extends keyof Contract[F] & string>(
  family: F,
  method: M,
): {
  readonly run: (input: InputOf<Contract[F][M]>) => Promise<Answer<F, M>>;
  readonly runWith: (make: MakeInput<InputOf<Contract[F][M]>>) => Promise<Answer<F, M>>;
  readonly job: RunningJob | null;
} {
  const key = useId();
  const runWith = useCallback(
    (make: MakeInput<InputOf<Contract[F][M]>>) => runChange(key, [family, method, make]),
    [key, family, method],
  );
  const run = useCallback((input: InputOf<Contract[F][M]>) => runWith(given(input)), [runWith]);
  return { run, runWith, job: useRunningJob(key) };
}

const bookWork = 'work on the book';

/**
 * An undo, or a step on as many people as are selected: usually over at once, and long for a whole book. The frame
 * shows how far it is, whatever page one is on.
 */
export function runBookWork<F extends Family, M extends keyof Contract[F] & string>(
  family: F,
  method: M,
  input: InputOf<Contract[F][M]>,
): Promise<Answer<F, M>> {
  return runChange(bookWork, [family, method, given(input)]);
}

/** What `runBookWork` is at; null when it is at nothing. */
export function useBookWork(): RunningJob | null {
  return useRunningJob(bookWork);
}

/** A question that can take long, as `useQuery` gives it, with how far it is. Left by the page, it is stopped. */
export function useLongQuestion<F extends Family, M extends keyof Contract[F] & string>(
  family: F,
  method: M,
  input: InputOf<Contract[F][M]>,
  options: {
    readonly enabled?: boolean;
    /** Shows the former answer until the new one is there; `query.isPlaceholderData` tells them apart. */
    readonly keepsFormer?: boolean;
  } = {},
) {
  const queryKey = [family, method, input] as const;
  const key = hashKey(queryKey);
  const query = useQuery({
    ...queryOptions({
      queryKey,
      queryFn: ({ signal }) => runJob(key, [family, method, given(input)], signal),
    }),
    enabled: options.enabled ?? true,
    ...(options.keepsFormer === true ? { placeholderData: keepPreviousData } : {}),
  });
  return { query, job: useRunningJob(key) };
}
