import { useEffect, useRef } from 'react';
import { isTyping, stepOf } from './keys.ts';
import type { Command } from './use-commands.ts';

/** How long the first key of a sequence such as "g p" waits for the second, in milliseconds. */
export const sequencePatience = 1200;

/**
 * Runs commands by their shortcuts, wherever the focus is. Plain letters and undo stay with a text field that
 * has the focus, and with a dialog that is open.
 */
export function useShortcuts(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    let pending = { step: '', at: 0 };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const step = stepOf(event);
      if (step === null) return;
      const before = event.timeStamp - pending.at < sequencePatience ? pending.step : '';
      pending = { step, at: event.timeStamp };
      const typing = isTyping(event.target) || isInDialog();
      const command = latest.current.find((candidate) =>
        candidate.keys.some((keys) => {
          if (keys !== step && keys !== `${before} ${step}`) return false;
          const plain = !keys.includes('mod+');
          const counts = candidate.isPossible || candidate.keysAlwaysCount === true;
          return counts && (!typing || (candidate.whileTyping === true && !plain));
        }),
      );
      if (command === undefined) return;
      event.preventDefault();
      pending = { step: '', at: 0 };
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether a window is open above the page, to which the keys belong. */
export function isInDialog(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
