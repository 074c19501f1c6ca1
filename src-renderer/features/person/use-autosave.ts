import { useCallback, useEffect, useRef, useState } from 'react';

/** How long typing must rest before it is saved, in milliseconds. */
const rest = 1200;

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';

interface Autosave {
  readonly draft: string;
  readonly setDraft: (next: string) => void;
  /** 'saved' is said only when the store has answered for just this text. */
  readonly state: SaveState;
  /** Saves now what is not saved yet: on leaving the field, the page or the window. */
  readonly flush: () => void;
}

/** Keeps a text that saves itself when typing rests. `stored` is what the book holds. */
export function useAutosave(stored: string, save: (value: string) => Promise<unknown>): Autosave {
  const [draft, setDraftState] = useState(stored);
  const [confirmed, setConfirmed] = useState(stored);
  const [activity, setActivity] = useState<'idle' | 'saving' | 'failed'>('idle');
  const latest = useRef({ draft, confirmed, save });
  useEffect(() => {
    latest.current = { draft, confirmed, save };
  });
  // Changed elsewhere (undo, another window) while nothing is typed here: take it over.
  const [seen, setSeen] = useState(stored);
  if (seen !== stored) {
    setSeen(stored);
    if (draft === confirmed) setDraftState(stored);
    setConfirmed(stored);
  }

  const flush = useCallback(() => {
    const { draft: value, confirmed: before, save: run } = latest.current;
    if (value === before) return;
    setActivity('saving');
    run(value).then(
      () => {
        setConfirmed(value);
        setActivity('idle');
      },
      () => setActivity('failed'),
    );
  }, []);

  useEffect(() => {
    if (draft === confirmed) return;
    const timer = setTimeout(flush, rest);
    return () => clearTimeout(timer);
  }, [draft, confirmed, flush]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const state = activity !== 'idle' ? activity : draft === confirmed ? 'saved' : 'unsaved';
  return { draft, setDraft: setDraftState, state, flush };
}
