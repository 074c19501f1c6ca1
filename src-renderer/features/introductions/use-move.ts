import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { api } from '../../api.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import type { IntroductionState } from './board-states.ts';

const words = text.introductions;
type Outcome = NonNullable<Introduction['outcome']>;

export interface Moves {
  /** Moves at once, or opens the question what came of it. A move that is not allowed says which ones are. */
  move: (introduction: Introduction, to: IntroductionState) => void;
  /** The introduction whose outcome is being asked for. */
  closing: Introduction | null;
  finish: (outcome: Outcome, note: string) => void;
  cancel: () => void;
  /** The introduction that led to something: its value can be logged now. */
  valued: Introduction | null;
  endValuing: () => void;
}

/** Moving introductions from state to state, by whatever means: drag, arrow key, menu. */
export function useMove(): Moves {
  const [closing, setClosing] = useState<Introduction | null>(null);
  const [valued, setValued] = useState<Introduction | null>(null);
  const notifyUndoable = useNotifyUndoable();
  const send = useMutation({
    mutationFn: (input: Parameters<typeof api.introductions.move>[0]) =>
      api.introductions.move(input),
    onSuccess: (moved) => {
      if (moved.outcome === 'value') setValued(moved);
      return notifyUndoable(words.moved(words.title(moved), moved.state));
    },
    onError: notifyError,
  });
  return {
    move(introduction, to) {
      if (to === introduction.state && to !== 'outcome') return;
      if (!introduction.next.includes(to)) {
        notifyError(new Error(words.cannot(introduction.state, to, introduction.next)));
      } else if (to === 'outcome') {
        setClosing(introduction);
      } else {
        send.mutate({ id: introduction.id, state: to });
      }
    },
    closing,
    finish(outcome, note) {
      if (closing !== null) send.mutate({ id: closing.id, state: 'outcome', outcome, note });
      setClosing(null);
    },
    cancel: () => setClosing(null),
    valued,
    endValuing: () => setValued(null),
  };
}
