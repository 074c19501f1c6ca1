import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import type { PersonId } from '../../src-main/contract/common.ts';
import { EraseWindow } from '../components/erase-window.tsx';

interface Erasing {
  readonly ids: readonly PersonId[];
  readonly onErased: (() => void) | undefined;
}

type Erase = (ids: readonly PersonId[], onErased?: () => void) => void;

const EraseContext = createContext<Erase | null>(null);

/** Holds the window above the page: the page of somebody who is erased goes, and the proof is still to be read. */
export function ErasingProvider({ children }: { children: ReactNode }) {
  const [erasing, setErasing] = useState<Erasing | null>(null);
  const erase = useCallback<Erase>((ids, onErased) => setErasing({ ids, onErased }), []);
  return (
    <EraseContext value={erase}>
      {children}
      <EraseWindow
        ids={erasing?.ids ?? null}
        onErased={() => erasing?.onErased?.()}
        onClose={() => setErasing(null)}
      />
    </EraseContext>
  );
}

/** Opens the window that erases people for good; `onErased` is called when they are gone. */
export function useErase(): Erase {
  const erase = use(EraseContext);
  if (erase === null) throw new Error('useErase is called outside of ErasingProvider.');
  return erase;
}
