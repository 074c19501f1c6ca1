import { useState } from 'react';
import { hasCode } from '../api.ts';
import { notifyError } from '../components/notify.tsx';

/** A passphrase that is asked for before a call can go on; see components/unlock-copy-window.tsx. */
export interface AskedPassphrase {
  /** Tries the call with it. Rejects with what is wrong, such as another passphrase being needed. */
  readonly submit: (passphrase: string) => Promise<void>;
  readonly cancel: () => void;
}

/**
 * Calls that may need the passphrase of a copy that is under another key than the book: tried without one first. No
 * mutation of the query client, whose cache would keep what was typed.
 */
export function useWithPassphrase(): {
  attempt: <Value>(
    call: (passphrase?: string) => Promise<Value>,
    onDone: (value: Value) => Promise<void> | void,
  ) => Promise<void>;
  /** Null: nothing is asked. */
  asked: AskedPassphrase | null;
  isBusy: boolean;
} {
  const [asked, setAsked] = useState<AskedPassphrase | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  async function attempt<Value>(
    call: (passphrase?: string) => Promise<Value>,
    onDone: (value: Value) => Promise<void> | void,
  ): Promise<void> {
    setIsBusy(true);
    try {
      await onDone(await call());
    } catch (error) {
      if (!hasCode(error, 'PASSPHRASE_NEEDED')) {
        notifyError(error);
        return;
      }
      setAsked({
        cancel: () => setAsked(null),
        async submit(passphrase) {
          const value = await call(passphrase);
          setAsked(null);
          await onDone(value);
        },
      });
    } finally {
      setIsBusy(false);
    }
  }
  return { attempt, asked, isBusy };
}
