import { FileButton, Button, Loader, Modal } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import { useMutation } from '@tanstack/react-query';
import { type Ref, useImperativeHandle, useRef } from 'react';
import type { EventId } from '../../../src-main/contract/common.ts';
import { type Answer, api } from '../../api.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import { deliverFiles } from '../transfer/deliver-files.ts';
import { PlanView } from '../transfer/plan-view.tsx';
import classes from './attendee-file.module.css';

const words = text.events.attendeeFile;
type Plan = Answer<'transfer', 'plan'>;

/** The forms that say who was there; anything else would make contacts of people who never came. */
const attendeeFormats = new Set(['eventbrite-attendees', 'meetup-attendees', 'luma-guests']);

interface AttendeeFileProps {
  /** Opens the choice of a file. */
  openRef: Ref<() => void>;
  event: { readonly id: EventId; readonly title: string };
}

/** Reads an attendee list into this event: dropped anywhere on its page or chosen, looked over, then applied. */
export function AttendeeFile({ openRef, event }: AttendeeFileProps) {
  const input = useRef<HTMLButtonElement>(null);
  useImperativeHandle(openRef, () => () => input.current?.click(), []);
  const flow = useAttendeeFile(event);
  return (
    <>
      <FileButton onChange={flow.choose} accept=".csv,.tsv,.txt,.xls,.zip">
        {(props) => (
          <Button
            {...props}
            ref={input}
            variant="default"
            leftSection={<IconFileImport size={17} aria-hidden />}
          >
            {words.action}
          </Button>
        )}
      </FileButton>
      <Dropzone.FullScreen
        withinPortal={false}
        onDrop={([file]) => flow.choose(file ?? null)}
        inputProps={{ 'aria-label': words.drop }}
      >
        <div className={classes.drop}>
          <IconFileImport size={40} stroke={1.3} aria-hidden />
          <strong>{words.drop}</strong>
          <span>{words.dropHint}</span>
        </div>
      </Dropzone.FullScreen>
      {flow.isReading && (
        <span role="status" className={classes.reading}>
          <Loader size="xs" /> {words.reading}
        </span>
      )}
      {flow.plan !== null && (
        <Modal opened onClose={flow.reset} size="xl" title={words.title(event.title)}>
          <p className={classes.who}>{words.who}</p>
          <PlanView plan={flow.plan} flow={flow} />
        </Modal>
      )}
    </>
  );
}

function useAttendeeFile(event: AttendeeFileProps['event']) {
  const notifyUndoable = useNotifyUndoable();
  const look = useMutation({
    mutationFn: (file: File) => planOf(file, event.id),
    onError: notifyError,
  });
  const apply = useMutation({
    mutationFn: (plan: Plan) => api.transfer.apply({ planId: plan.planId }),
    onSuccess: ({ files }) => {
      const people = files.reduce(
        (sum, file) => sum + file.people.created + file.people.matched + file.people.unsure,
        0,
      );
      look.reset();
      void notifyUndoable(words.done(people, event.title));
    },
    onError: notifyError,
  });
  const plan = look.data ?? null;
  return {
    plan,
    isReading: look.isPending,
    isBusy: apply.isPending,
    choose: (file: File | null): void => {
      if (file !== null) look.mutate(file);
    },
    apply: (): void => {
      if (plan !== null) apply.mutate(plan);
    },
    // a list of attendees is never the whole of anything: nobody goes missing from it
    look: (): void => undefined,
    reset: (): void => {
      if (plan !== null) api.transfer.discard({ planId: plan.planId }).catch(() => undefined);
      look.reset();
    },
  };
}

async function planOf(file: File, id: EventId): Promise<Plan> {
  const plan = await api.transfer.plan({ files: await deliverFiles([file]), event: { id } });
  const isOfAttendees = plan.files.every(({ format }) => attendeeFormats.has(format));
  if (isOfAttendees && plan.files.length > 0) return plan;
  await api.transfer.discard({ planId: plan.planId });
  throw new Error(words.notAttendees(file.name));
}
