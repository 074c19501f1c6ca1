import { Checkbox, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type Answer, api } from '../../api.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './promise-list.module.css';

const words = text.events.promises;
type Promised = Answer<'events', 'get'>['promises'][number];

/** Follow-ups and promises that came out of an event; ticked when done. */
export function PromiseList({ promises }: { promises: readonly Promised[] }) {
  if (promises.length === 0) return null;
  return (
    <section className={classes.root}>
      <Title order={2} mb="xs">
        {words.title}
      </Title>
      <ul className={classes.list}>
        {promises.map((promised) => (
          <PromiseRow key={promised.id} promised={promised} />
        ))}
      </ul>
    </section>
  );
}

function PromiseRow({ promised }: { promised: Promised }) {
  const notifyUndoable = useNotifyUndoable();
  const what = promised.what === '' ? words.nothing : promised.what;
  const finish = useMutation({
    mutationFn: () => api.people.finishFollowUp({ followUpId: promised.id }),
    onSuccess: () => notifyUndoable(words.done(what)),
    onError: notifyError,
  });
  const isDone = promised.doneOn !== null;
  return (
    <li className={classes.row}>
      <Checkbox
        label={what}
        aria-label={`${what}: ${promised.person.name}`}
        checked={isDone}
        disabled={isDone}
        onChange={() => finish.mutate()}
      />
      <PersonLink person={promised.person} size={22} />
      <span className={`${classes.due} numbers`}>
        {isDone ? words.finished : day(promised.dueOn)}
      </span>
    </li>
  );
}
