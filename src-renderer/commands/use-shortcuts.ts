import { useCallback, useEffect, useRef } from 'react';
import { isTyping, stepOf } from './keys.ts';
import type { Command } from './use-commands.ts';

/** How long the first key of a sequence such as "g p" waits for the second, in milliseconds. */
const sequencePatience = 1200;

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
      const command = commandFor(latest.current, [`${before} ${step}`, step], typing);
      if (command === undefined) return;
      event.preventDefault();
      pending = { step: '', at: 0 };
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/**
 * The command that key presses mean: of the first writing that any command has, so that "g l" leads to a page also
 * where "l" alone does something. While something is typed only keys with Ctrl count, and not for all commands.
 */
export function commandFor<
  C extends Pick<Command, 'isPossible' | 'keys' | 'keysAlwaysCount' | 'whileTyping'>,
>(commands: readonly C[], pressed: readonly string[], isTypingNow: boolean): C | undefined {
  return pressed
    .map((keys) =>
      commands.find(
        (command) =>
          (command.isPossible || command.keysAlwaysCount === true) &&
          command.keys.includes(keys) &&
          (!isTypingNow || (command.whileTyping === true && keys.includes('mod+'))),
      ),
    )
    .find((command) => command !== undefined);
}

/**
 * For keys of a part of a page: whether a press is the second key of "g s", which is not meant for that part. To be
 * called for each press.
 */
export function useIsSecondKey(): (event: KeyboardEvent) => boolean {
  const begunAt = useRef(Number.NEGATIVE_INFINITY);
  return useCallback((event) => {
    const step = stepOf(event);
    if (step === null) return false;
    const isSecond = event.timeStamp - begunAt.current < sequencePatience;
    begunAt.current = step === 'g' && !isSecond ? event.timeStamp : Number.NEGATIVE_INFINITY;
    return isSecond;
  }, []);
}

/** Whether a window is open above the page, to which the keys belong. */
export function isInDialog(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
