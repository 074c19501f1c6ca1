import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';

/** The windows that can be opened from anywhere. One at a time. */
export type OpenWindow = 'palette' | 'shortcuts' | 'newPerson' | 'myCard';

interface Ui {
  readonly opened: OpenWindow | null;
  /** Another number each time that a window is opened: it begins anew, even while its former self still fades. */
  readonly opening: number;
  /** What was typed where it was opened from, for its first field. */
  readonly typed: string;
  readonly open: (what: OpenWindow, typed?: string) => void;
  readonly close: () => void;
}

const UiContext = createContext<Ui | null>(null);

/** Holds which window is open above the page. */
export function UiProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<Pick<Ui, 'opened' | 'opening' | 'typed'>>({
    opened: null,
    opening: 0,
    typed: '',
  });
  const open = useCallback(
    (what: OpenWindow, typed = '') =>
      setState((before) => ({ opened: what, opening: before.opening + 1, typed })),
    [],
  );
  const close = useCallback(() => setState((before) => ({ ...before, opened: null })), []);
  const ui = useMemo<Ui>(() => ({ ...state, open, close }), [state, open, close]);
  return <UiContext value={ui}>{children}</UiContext>;
}

export function useUi(): Ui {
  const ui = use(UiContext);
  if (ui === null) throw new Error('useUi is called outside of UiProvider.');
  return ui;
}
