import { Button } from '@mantine/core';
import IconArrowsLeftRight from '@tabler/icons-react/dist/esm/icons/IconArrowsLeftRight.mjs';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';
import { type Choices, mergeInput, standardChoices } from './merge-choices.ts';
import { FieldRows } from './merge-fields.tsx';
import classes from './merge-form.module.css';
import { MergePreview } from './merge-preview.tsx';

const words = text.merge;

interface Sides {
  keep: PersonDetail;
  gone: PersonDetail;
}

/** The fields of both, what comes together, and the answers. */
export function MergeForm({ keep, gone }: Sides) {
  const [choices, setChoices] = useState<Choices>(() => standardChoices(keep, gone));
  const router = useRouter();
  const { merge, tellApart } = useMergeActions({ keep, gone }, choices);
  return (
    <form
      className={classes.root}
      onSubmit={(event) => {
        event.preventDefault();
        merge.mutate();
      }}
    >
      <Head keep={keep} gone={gone} />
      <FieldRows
        keep={keep}
        gone={gone}
        choices={choices}
        onChoose={(part) => setChoices({ ...choices, ...part })}
      />
      <MergePreview keep={keep.id} gone={gone.id} />
      <div className={classes.actions}>
        <Button type="submit" loading={merge.isPending}>
          {words.action}
        </Button>
        <Button variant="default" onClick={() => tellApart.mutate()}>
          {words.different}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => router.history.back()}>
          {words.cancel}
        </Button>
        <span className={classes.hint}>{words.undoHint}</span>
      </div>
    </form>
  );
}

function useMergeActions({ keep, gone }: Sides, choices: Choices) {
  const navigate = useNavigate();
  const router = useRouter();
  const { from } = useSearch({ from: '/merge' });
  const notifyUndoable = useNotifyUndoable();
  const merge = useMutation({
    mutationFn: () => api.duplicates.merge(mergeInput(keep, gone, choices)),
    onSuccess: ({ person }) => {
      if (from === 'duplicates') void navigate({ to: '/duplicates', replace: true });
      else
        void navigate({ to: '/people/$personId', params: { personId: person.id }, replace: true });
      return notifyUndoable(words.done(person.name));
    },
    onError: notifyError,
  });
  const tellApart = useMutation({
    mutationFn: () => api.duplicates.tellApart({ a: keep.id, b: gone.id }),
    onSuccess: () => {
      router.history.back();
      return notifyUndoable(text.duplicates.done.different(keep.name, gone.name));
    },
    onError: notifyError,
  });
  return { merge, tellApart };
}

function Head({ keep, gone }: Sides) {
  const navigate = useNavigate({ from: '/merge' });
  const search = useSearch({ from: '/merge' });
  const swap = (): void =>
    void navigate({
      search: { ...search, keep: gone.id, gone: keep.id },
      replace: true,
    });
  return (
    <div className={classes.head}>
      <div className={classes.swap}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowsLeftRight size={15} aria-hidden />}
          disabled={keep.isMe}
          onClick={swap}
        >
          {words.swap}
        </Button>
      </div>
      <PersonLink person={keep} size={36} hint={words.stays} />
      <PersonLink person={gone} size={36} hint={words.joins} />
    </div>
  );
}
