import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';

/** The windows that can be opened from anywhere. One at a time. */
export type OpenWindow = 'palette' | 'shortcuts' | 'newPerson' | 'myCard';

interface Ui {
  readonly opened: OpenWindow | null;
  readonly open: (what: OpenWindow) => void;
  readonly close: () => void;
}

const UiContext = createContext<Ui | null>(null);

/** Holds which window is open above the page. */
export function UiProvider({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<OpenWindow | null>(null);
  const close = useCallback(() => setOpened(null), []);
  const ui = useMemo<Ui>(() => ({ opened, open: setOpened, close }), [opened, close]);
  return <UiContext value={ui}>{children}</UiContext>;
}

export function useUi(): Ui {
  const ui = use(UiContext);
  if (ui === null) throw new Error('useUi is called outside of UiProvider.');
  return ui;
}
