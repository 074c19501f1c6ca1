import { useEffect } from 'react';

const inWindow = '[role="dialog"], [role="alertdialog"]';

/**
 * Where the keyboard was before a window opened above the page. Windows are unmounted when they close, the focus with
 * them; Tab would begin at the top of the page. Escape brings it back to what opened the window, and so does the next
 * Tab, which goes no further, where a window closed by itself, once what it asked for was done.
 */
export function useFocusMemory(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.closest(inWindow) === null) last = target;
    };
    const forget = (): void => {
      last = null;
    };
    const restore = (): boolean => {
      const isLost = document.activeElement === document.body;
      if (!isLost || last?.isConnected !== true || document.querySelector(inWindow) !== null)
        return false;
      last.focus();
      return document.activeElement === last;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Tab' && restore()) event.preventDefault();
    };
    const onKeyUp = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') restore();
    };
    document.addEventListener('focusin', remember, true);
    // whoever clicks somewhere goes on from there
    document.addEventListener('pointerdown', forget, true);
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('keyup', onKeyUp, true);
    return () => {
      document.removeEventListener('focusin', remember, true);
      document.removeEventListener('pointerdown', forget, true);
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('keyup', onKeyUp, true);
    };
  }, []);
}
