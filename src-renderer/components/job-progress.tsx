import { Button, Progress } from '@mantine/core';
import { useId } from 'react';
import { type RunningJob, stopJob } from '../jobs.ts';
import { text } from '../text/index.ts';
import classes from './job-progress.module.css';

interface JobProgressProps {
  /** Nothing is shown for null. */
  job: RunningJob | null;
  /** What is going on, when the job itself does not say: "Counting whom each would reach". */
  label: string;
}

/** How far something long is, and a way to stop it. What is over in a moment never shows it. */
export function JobProgress({ job, label }: JobProgressProps) {
  const labelId = useId();
  if (job === null) return null;
  const percent = Math.round(job.done * 100);
  return (
    <div className={classes.root}>
      <div className={classes.words} id={labelId} role="status">
        {job.label ?? label}
      </div>
      <div className={classes.row}>
        <Progress.Root className={classes.track} size="md">
          <Progress.Section value={percent} aria-labelledby={labelId} />
        </Progress.Root>
        <span className={`${classes.percent} numbers`} aria-hidden>
          {text.common.percent(percent)}
        </span>
        <Button size="compact-sm" variant="default" onClick={() => stopJob(job)}>
          {text.common.stop}
        </Button>
      </div>
    </div>
  );
}
