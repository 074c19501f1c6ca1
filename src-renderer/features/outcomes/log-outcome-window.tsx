import { Button, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Outcome } from '../../../src-main/contract/outcomes.ts';
import { api, read } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useToday } from '../../commands/use-book.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { WindowActions } from '../../components/window-actions.tsx';
import { text } from '../../text/index.ts';
import { ClientFields, MoreFields, ValueFields } from './outcome-fields.tsx';
import { beginForm, faultsOf, type FormFault, type OutcomeForm, toDraft } from './outcome-form.ts';
import { mostUsedCurrency } from './source-bars.ts';
import { OriginFields } from './outcome-origin.tsx';

const words = text.outcomes.window;

interface LogOutcomeWindowProps {
  /** The outcome to be edited; null for a new one. */
  outcome: Outcome | null;
  /** What is known of a new one. */
  given?: Partial<OutcomeForm>;
  /** Says instead of "Cancel" that it need not be logged now. */
  canSkip?: boolean;
  onClose: () => void;
}

/** Logs a job or a gain: what it was, for whom, its value, and where it came from. */
export function LogOutcomeWindow(props: LogOutcomeWindowProps) {
  const { data: known } = useQuery(read('outcomes', 'list', {}));
  // the form begins with the currency used before: it waits until that is known
  if (known === undefined) return null;
  return <OutcomeWindowForm {...props} currency={mostUsedCurrency(known)} />;
}

function OutcomeWindowForm(props: LogOutcomeWindowProps & { currency: string | null }) {
  const { outcome, canSkip, onClose } = props;
  const today = useToday();
  const standard = outcome !== null || props.currency === null ? {} : { currency: props.currency };
  const [form, setForm] = useDraft(
    `outcome:${outcome?.id ?? `of ${props.given?.originId ?? 'new'}`}`,
    beginForm(outcome, today, { ...standard, ...props.given }),
  );
  const [faults, setFaults] = useState<ReadonlySet<FormFault>>(new Set());
  const change = (part: Partial<OutcomeForm>): void =>
    setForm((before) => ({ ...before, ...part }));
  const save = useSave(outcome, onClose);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = faultsOf(form, today);
    setFaults(found);
    if (found.size === 0) save.mutate(form);
  };
  const fields = { form, faults, onChange: change };
  return (
    <Modal opened onClose={onClose} title={outcome === null ? words.create : words.edit} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <SegmentedControl
            aria-label={words.kind}
            value={form.kind}
            onChange={(kind) => change({ kind })}
            data={(['job', 'gain'] as const).map((value) => ({
              value,
              label: text.outcomes.kind[value],
            }))}
          />
          <TextInput
            label={words.title}
            placeholder={words.titlePlaceholder}
            value={form.title}
            data-autofocus
            error={faults.has('title') && words.incomplete}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <ValueFields {...fields} />
          <ClientFields {...fields} />
          <OriginFields {...fields} />
          <MoreFields {...fields} />
          <WindowActions>
            <Button variant="subtle" onClick={onClose}>
              {canSkip === true ? words.skip : text.common.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {words.save}
            </Button>
          </WindowActions>
        </Stack>
      </form>
    </Modal>
  );
}

function useSave(outcome: Outcome | null, onClose: () => void) {
  const notifyUndoable = useNotifyUndoable();
  return useMutation({
    mutationFn: (form: OutcomeForm) => {
      const draft = toDraft(form);
      return outcome === null
        ? api.outcomes.create(draft)
        : api.outcomes.update({ id: outcome.id, ...draft });
    },
    onSuccess: (saved) => {
      onClose();
      return notifyUndoable(words.saved(saved.title));
    },
    onError: notifyError,
  });
}
