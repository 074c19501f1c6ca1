import { type RefObject, useEffect } from 'react';
import { isTyping, stepOf } from '../../commands/keys.ts';
import { isInDialog, useIsSecondKey } from '../../commands/use-shortcuts.ts';
import { actionOf, focusLine, linesIn } from './line-focus.ts';

/** What a key does to the line that has the focus: it presses the line's own button. */
const actions = new Map([
  ['d', 'done'],
  ['s', 'snooze'],
  ['l', 'log'],
]);

/** Moves between the lines of a page by j, k and the arrows, and works them by letters. */
export function useLineKeys(page: RefObject<HTMLElement | null>): void {
  const isSecondKey = useIsSecondKey();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const root = page.current;
      const step = stepOf(event);
      if (root === null || step === null || event.defaultPrevented || event.isComposing) return;
      if (isSecondKey(event) || isTyping(event.target) || isInDialog() || isInMenu(event.target))
        return;
      if (!press(root, step)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [page, isSecondKey]);
}

function isInMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"]') !== null;
}

/** True if the key meant something here. */
function press(root: HTMLElement, step: string): boolean {
  const lines = linesIn(root);
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  if (step === 'j' || step === 'arrowdown') return focusLine(lines[at + 1]);
  if (step === 'k' || step === 'arrowup')
    return focusLine(lines[at < 0 ? lines.length - 1 : at - 1]);
  const action = actions.get(step);
  const button = action === undefined ? null : actionOf(lines[at], action);
  button?.click();
  return button !== null;
}
