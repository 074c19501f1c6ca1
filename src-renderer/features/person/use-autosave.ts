import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { givenDraft, useKeepDraft } from '../../commands/drafts.ts';
import { pendingSaves, type SaveState } from '../../commands/pending-saves.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';

/** How long typing must rest before it is saved, in milliseconds. */
const rest = 1200;

interface Autosave {
  readonly draft: string;
  readonly setDraft: (next: string) => void;
  /** 'saved' is said only when the store has answered for just this text. */
  readonly state: SaveState;
  /** Saves now what is not saved yet: on leaving the field or the page. */
  readonly flush: () => void;
}

/**
 * Keeps a text that saves itself when typing rests. `stored` is what the book holds. What is not saved yet is told
 * to `pendingSaves`, which keeps the window from closing over it. `name` is that of its draft, see `useKeepDraft`.
 */
export function useAutosave(
  name: string,
  stored: string,
  save: (value: string) => Promise<unknown>,
): Autosave {
  const owner = useId();
  const [draft, setDraftState] = useState(() => givenDraft(name) ?? stored);
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

  const flush = useCallback(async (): Promise<boolean> => {
    const { draft: value, confirmed: before, save: run } = latest.current;
    if (value === before) return true;
    setActivity('saving');
    try {
      await run(value);
      setConfirmed(value);
      setActivity('idle');
      return true;
    } catch {
      setActivity('failed');
      return false;
    }
  }, []);

  useEffect(() => {
    if (draft === confirmed) return;
    const timer = setTimeout(() => void flush(), rest);
    return () => clearTimeout(timer);
  }, [draft, confirmed, flush]);
  // saved before the book is locked; should that fail, it is not lost
  useKeepDraft(name, draft, draft !== confirmed);
  const state = activity !== 'idle' ? activity : draft === confirmed ? 'saved' : 'unsaved';
  usePendingSave(owner, state, flush);
  // leaving the page saves; until the store has answered, the window stays open for it
  useEffect(
    () => () => {
      if (latest.current.draft === latest.current.confirmed) return;
      pendingSaves.set(owner, { state: 'saving', flush });
      void flush().then((isSaved) => {
        pendingSaves.remove(owner);
        if (!isSaved) notifyError(new Error(text.frame.saving.hint.failed));
      });
    },
    [owner, flush],
  );
  return { draft, setDraft: setDraftState, state, flush: () => void flush() };
}

/** Tells of what is not saved yet, so that the window does not close over it. */
function usePendingSave(owner: string, state: SaveState, flush: () => Promise<boolean>): void {
  useEffect(() => {
    if (state === 'saved') pendingSaves.remove(owner);
    else pendingSaves.set(owner, { state, flush });
  }, [owner, state, flush]);
}
