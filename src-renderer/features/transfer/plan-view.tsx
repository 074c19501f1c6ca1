import { Button, Group, Loader, Title } from '@mantine/core';
import { JobProgress } from '../../components/job-progress.tsx';
import { text } from '../../text/index.ts';
import { PlannedFileView } from './planned-file-view.tsx';
import { PlanReview } from './plan-review.tsx';
import classes from './plan-view.module.css';
import type { Plan, PlanFlow } from './use-import.ts';

const words = text.transfer.plan;

/** What an import would do: the counts first, then every row to look at. */
export function PlanView({ plan, flow }: { plan: Plan; flow: PlanFlow }) {
  const { isBusy, job = null } = flow;
  const made = plan.files.reduce((sum, { people }) => sum + people.created + people.unsure, 0);
  const changes = plan.files.reduce(
    (sum, { people, ties, changes: { went } }) =>
      sum + people.created + people.unsure + people.matched + ties.created + went,
    0,
  );
  return (
    <div>
      <Title order={2}>{words.title}</Title>
      <p className={classes.quiet}>
        {plan.files.length > 1 && `${words.together(plan.files.length, sumUp(plan))} `}
        {words.nothingYet}
      </p>
      {plan.files.map((file, index) => (
        <PlannedFileView
          key={`${index} ${file.file}`}
          planId={plan.planId}
          file={file}
          index={index}
          flow={flow}
        />
      ))}
      {flow.decisions !== undefined && <PlanReview plan={plan} decisions={flow.decisions} />}
      {plan.leftAlone.map(({ path, reason }) => (
        <p key={path} className={classes.remark}>
          <strong>{path}</strong> {reason}
        </p>
      ))}
      {changes === 0 && <p>{words.nothingToDo}</p>}
      <Group gap="xs" className={classes.actions}>
        <Button onClick={flow.apply} disabled={isBusy} data-autofocus autoFocus>
          {words.apply(made)}
        </Button>
        <Button variant="subtle" onClick={flow.reset} disabled={isBusy}>
          {text.common.cancel}
        </Button>
        {isBusy && job === null && (
          <Group gap="xs" role="status">
            <Loader size="sm" />
            {words.working}
          </Group>
        )}
      </Group>
      <JobProgress job={job} label={words.working} />
    </div>
  );
}

/** The counts of all files together. */
function sumUp({
  files,
}: Plan): Record<'created' | 'matched' | 'unsure' | 'unchanged' | 'leftOut', number> {
  const sum = (countOf: (file: Plan['files'][number]) => number): number =>
    files.reduce((total, file) => total + countOf(file), 0);
  return {
    created: sum(({ people }) => people.created),
    matched: sum(({ people }) => people.matched),
    unsure: sum(({ people }) => people.unsure),
    unchanged: sum(({ people }) => people.unchanged),
    leftOut: sum(({ leftOutTotal }) => leftOutTotal),
  };
}
