import { useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import type { Contract, InputOf } from '../../../src-main/contract/index.ts';
import { ApiError } from '../../api.ts';
import { text } from '../../text/index.ts';
import type { ChosenFile } from './deliver-files.ts';

const words = text.transfer;
type PlanInput = InputOf<Contract['transfer']['plan']>;

/** Whose list it is: mine, a person of the book, or a name that is not in it yet. */
export type Owner =
  | { readonly kind: 'me' }
  | { readonly kind: 'other'; readonly person: PersonRef | null; readonly newName: string | null };

interface EventChoice {
  readonly title: string;
  readonly heldOn: string;
}

interface SuggestedAddress {
  readonly address: string;
  readonly letters: number;
}

interface Answers {
  readonly owner: Owner;
  readonly event: EventChoice;
  /** The files turned out to be lists of attendees. */
  readonly needsEvent: boolean;
  /** A mailbox or calendar of which it is not known whose it is: addresses that have a part in most of it. */
  readonly addresses: readonly SuggestedAddress[];
  readonly mine: readonly string[];
  /** The table whose columns are being named; null: none. */
  readonly mapping: ChosenFile | null;
  readonly columns: NonNullable<PlanInput['columns']>;
}

const unanswered: Answers = {
  owner: { kind: 'me' },
  event: { title: '', heldOn: '' },
  needsEvent: false,
  addresses: [],
  mine: [],
  mapping: null,
  columns: [],
};

export interface ImportQuestions extends Answers {
  change: (part: Partial<Answers>) => void;
  forget: () => void;
  /** Takes from a refusal what has to be asked. */
  learn: (error: Error) => void;
  /** Something was asked and is not answered yet. */
  isWaiting: boolean;
}

/** What an import has to know that files do not say: whose they are, which event it was. */
export function useImportQuestions(): ImportQuestions {
  const [answers, setAnswers] = useState(unanswered);
  const change = (part: Partial<Answers>): void => setAnswers((before) => ({ ...before, ...part }));
  const { addresses, event, mine, needsEvent } = answers;
  return {
    ...answers,
    change,
    forget: () => setAnswers(unanswered),
    learn: (error) => {
      if (!(error instanceof ApiError)) return;
      const { needs, suggestions } = error.details;
      if (needs === 'event') change({ needsEvent: true });
      if (needs === 'addresses') change({ addresses: suggestions as SuggestedAddress[] });
    },
    isWaiting: (needsEvent && event.title === '') || (addresses.length > 0 && mine.length === 0),
  };
}

/** The answers as the plan takes them. Throws a sentence when one is missing. */
export function answersOf({
  columns,
  event,
  mine,
  needsEvent,
  owner,
}: Answers): Pick<PlanInput, 'owner' | 'event' | 'mine' | 'columns'> {
  if (needsEvent && event.title.trim() === '') throw new Error(words.event.missing);
  return {
    owner: toOwner(owner),
    mine: [...mine],
    columns,
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
