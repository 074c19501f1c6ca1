import { JobProgress } from '../components/job-progress.tsx';
import { useBookWork } from '../jobs.ts';
import { text } from '../text/index.ts';
import classes from './book-work.module.css';

/** How far an undo or a step on many people is, above whatever page is shown; nothing while there is none. */
export function BookWork() {
  const job = useBookWork();
  if (job === null) return null;
  return (
    <div className={classes.root} role="region" aria-label={text.frame.working}>
      <JobProgress job={job} label={text.frame.working} />
    </div>
  );
}
