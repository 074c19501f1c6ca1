import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventId, PersonId } from '../../../src-main/contract/common.ts';
import { type Answer, api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useBookSteps } from '../../commands/use-book.ts';
import { useHalfTyped } from '../../commands/pending-saves.ts';
import { notifyError } from '../../components/notify.tsx';

export type Logged = Answer<'events', 'logLine'>;
/** Answers to "which of them?", by chip; null is "a new person". */
export type Picks = ReadonlyMap<number, PersonId | null>;

const noPicks: Picks = new Map();

/** The line being typed, the answers to its questions, and the lines of this sitting, newest first. */
export function useLineLog(eventId: EventId) {
  const [line, setLine] = useDraft(`event-line:${eventId}`, '');
  const [picks, setPicks] = useState<Picks>(noPicks);
  const [logged, setLogged] = useState<readonly Logged[]>([]);
  const { undo } = useBookSteps();
  useHalfTyped(line.trim() !== '');
  const change = (next: string): void => {
    setLine(next);
    setPicks(noPicks);
  };
  // one row a person: a second line about somebody replaces the first
  const add = (result: Logged): void =>
    setLogged((before) => [result, ...before.filter((one) => one.person.id !== result.person.id)]);
  const send = useMutation({
    mutationFn: (typed: string) =>
      api.events.logLine({
        id: eventId,
        text: typed,
        picks: [...picks].map(([chip, person]) => ({ chip, person })),
      }),
    onSuccess: (result) => {
      add(result);
      change('');
    },
    onError: notifyError,
  });
  return {
    line,
    change,
    picks,
    pick: (chip: number, person: PersonId | null): void =>
      setPicks((before) => new Map(before).set(chip, person)),
    logged,
    add,
    commit: (): void => {
      if (line.trim() !== '' && !send.isPending) send.mutate(line);
    },
    takeBack: (): void => {
      undo();
      setLogged((before) => before.slice(1));
    },
  };
}
