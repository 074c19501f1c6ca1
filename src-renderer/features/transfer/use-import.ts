import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import type { Contract, InputOf } from '../../../src-main/contract/index.ts';
import { type Answer, ApiError, api } from '../../api.ts';
import { text } from '../../text/index.ts';

const words = text.transfer;
export type Plan = Answer<'transfer', 'plan'>;
export type FilePlan = Plan['files'][number];
export type Report = Answer<'transfer', 'apply'>;
type PlanInput = InputOf<Contract['transfer']['plan']>;

/** The most that one file may have; the store refuses more as well. */
const largestFile = 512 * 1024 * 1024;

/** Whose list it is: mine, a person of the book, or a name that is not in it yet. */
export type Owner =
  | { readonly kind: 'me' }
  | { readonly kind: 'other'; readonly person: PersonRef | null; readonly newName: string | null };

export interface EventChoice {
  readonly title: string;
  readonly heldOn: string;
}

/** A file as it was chosen; `path` says where in a dropped folder it lay. */
export type ChosenFile = File & { readonly path?: string };

export interface ImportFlow {
  files: readonly ChosenFile[];
  choose: (files: readonly ChosenFile[]) => void;
  owner: Owner;
  setOwner: (owner: Owner) => void;
  event: EventChoice;
  setEvent: (event: EventChoice) => void;
  /** The files turned out to be lists of attendees. */
  needsEvent: boolean;
  plan: Plan | null;
  /** `departures`: whether people missing from a newer list are marked as gone; by default, within reason. */
  look: (departures?: PlanInput['departures']) => void;
  apply: () => void;
  report: Report | null;
  /** Back to the beginning; a plan that was looked at is put away. */
  reset: () => void;
  isBusy: boolean;
  error: Error | null;
}

/** The way of an import: files, whose they are, the plan, the report. */
export function useImport(): ImportFlow {
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [owner, setOwner] = useState<Owner>({ kind: 'me' });
  const [event, setEvent] = useState<EventChoice>({ title: '', heldOn: '' });
  const [needsEvent, setNeedsEvent] = useState(false);
  const look = useMutation({
    mutationFn: async (departures: PlanInput['departures']) =>
      api.transfer.plan({
        ...(await planInput(files, owner, event, needsEvent)),
        departures,
      }),
    onError: (error) => {
      if (error instanceof ApiError && error.details['needs'] === 'event') setNeedsEvent(true);
    },
  });
  const apply = useMutation({
    mutationFn: (plan: Plan) => api.transfer.apply({ planId: plan.planId }),
  });
  const plan = look.data ?? null;
  const reset = (): void => {
    if (plan !== null && !apply.isSuccess) {
      // a plan that is gone already is as good as put away
      api.transfer.discard({ planId: plan.planId }).catch(() => undefined);
    }
    look.reset();
    apply.reset();
    setFiles([]);
    // the next list may be anybody's: carried over, an owner would be wrong unnoticed
    setOwner({ kind: 'me' });
    setEvent({ title: '', heldOn: '' });
    setNeedsEvent(false);
  };
  const isAskingForEvent = needsEvent && look.error instanceof ApiError && event.title === '';
  return {
    files,
    choose: (chosen) => {
      reset();
      setFiles(chosen);
    },
    owner,
    setOwner,
    event,
    setEvent,
    needsEvent,
    plan,
    look: (departures = 'careful') => look.mutate(departures),
    apply: () => plan !== null && apply.mutate(plan),
    report: apply.data ?? null,
    reset,
    isBusy: look.isPending || apply.isPending,
    // being asked which event it was is a question, not a failure
    error: isAskingForEvent ? null : (apply.error ?? look.error),
  };
}

async function planInput(
  files: readonly ChosenFile[],
  owner: Owner,
  event: EventChoice,
  needsEvent: boolean,
): Promise<PlanInput> {
  const tooLarge = files.find((file) => file.size > largestFile);
  if (tooLarge !== undefined) throw new Error(words.drop.tooLarge(tooLarge.name));
  if (needsEvent && event.title.trim() === '') throw new Error(words.event.missing);
  return {
    owner: toOwner(owner),
    files: await Promise.all(
      files.map(async (file) => ({
        name: (file.path ?? file.name).replace(/^\.?\//u, ''),
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
    ...(needsEvent
      ? { event: { title: event.title, heldOn: event.heldOn === '' ? null : event.heldOn } }
      : {}),
  };
}

function toOwner(owner: Owner): NonNullable<PlanInput['owner']> {
  if (owner.kind === 'me') return { kind: 'me' };
  if (owner.person !== null) return { kind: 'person', id: owner.person.id };
  if (owner.newName !== null) return { kind: 'named', name: owner.newName };
  throw new Error(words.owner.missing);
}
