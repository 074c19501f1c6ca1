import { z } from 'zod';

/** How a caller names a call that may take long, to hear of its progress and to be able to stop it. */
export const jobId = z.string().min(1).max(64);

/** Sent to windows while a call that was given a job id runs; a few times a second at most. */
export interface JobProgress {
  readonly jobId: string;
  /** In [0, 1]. */
  readonly done: number;
  /** What is being done, in words; null when the job has one part only. */
  readonly label: string | null;
}
