import { useEffect, useId, useSyncExternalStore } from 'react';
import { api } from '../api.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';

interface Draft {
  readonly state: Exclude<SaveState, 'saved'>;
  /** Saves now; resolves with whether the store has answered for it. */
  readonly flush: () => Promise<boolean>;
  /** Nothing that was typed, but a long change that the store is at: an import, say. */
  readonly isWork?: boolean;
}

/** Texts that save themselves and are not saved yet, wherever they are typed: the window must not close over them. */
class PendingSaves {
  readonly #drafts = new Map<string, Draft>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The worst of all drafts. */
  readonly state = (): SaveState => {
    const states = [...this.#drafts.values()].map(({ state }) => state);
    return (
      (['failed', 'saving', 'unsaved'] as const).find((each) => states.includes(each)) ?? 'saved'
    );
  };

  /** Whether a long change is all that waits. */
  isWork(): boolean {
    return this.#drafts.size > 0 && [...this.#drafts.values()].every((draft) => draft.isWork);
  }

  set(owner: string, draft: Draft): void {
    this.#drafts.set(owner, draft);
    this.#tell();
  }

  remove(owner: string): void {
    if (this.#drafts.delete(owner)) this.#tell();
  }

  /** Saves all that waits; true when nothing is left unsaved. */
  readonly flushAll = async (): Promise<boolean> => {
    const saved = await Promise.all([...this.#drafts.values()].map(({ flush }) => flush()));
    return saved.every(Boolean);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const pendingSaves = new PendingSaves();

/** Whether anything typed is not in the book yet. */
export function useSaveState(): SaveState {
  return useSyncExternalStore(pendingSaves.subscribe, pendingSaves.state);
}

const cannotSave = async (): Promise<boolean> => false;

/** Keeps the window from closing over a long change of the book, which would be taken back. Returns a function that ends it. */
export function holdForWork(owner: string): () => void {
  pendingSaves.set(owner, { state: 'saving', flush: cannotSave, isWork: true });
  return () => pendingSaves.remove(owner);
}

/**
 * Tells of something half typed that only its user can finish (a line, a form): the window does not close over it
 * unasked.
 */
export function useHalfTyped(isHalfTyped: boolean): void {
  const owner = useId();
  useEffect(() => {
    if (!isHalfTyped) return;
    pendingSaves.set(owner, { state: 'unsaved', flush: cannotSave });
    return () => pendingSaves.remove(owner);
  }, [owner, isHalfTyped]);
}

/**
 * Saves what was typed before the window closes. When that fails the window stays and says so; closed once more,
 * it goes. Returns a function that ends it.
 *
 * @param onFailed is told whether it is only a long change that is not done yet
 */
export function saveBeforeClose(onFailed: (isWork: boolean) => void): () => void {
  let isWarned = false;
  const end = pendingSaves.subscribe(() => {
    if (pendingSaves.state() === 'saved') isWarned = false;
  });
  const endClosing = window.acquaint.on('closing', () => {
    void pendingSaves.flushAll().then((isSaved) => {
      const mayClose = isSaved || isWarned;
      isWarned = !mayClose;
      if (!mayClose) onFailed(pendingSaves.isWork());
      return api.shell.answerClosing({ mayClose });
    });
  });
  return () => {
    end();
    endClosing();
  };
}
