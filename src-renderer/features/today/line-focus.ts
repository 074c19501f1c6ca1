/*
 * Lines of Today are worked one after the other, whatever section they stand in: what comes next is a matter of
 * the page as it is drawn, and so is read from it.
 */

/** Marks a list whose items are lines, the focus of a line, and its buttons. */
export const linesMark = { 'data-lines': '' };
export const focusMark = { 'data-line-focus': '' };
export const actionMark = (action: 'done' | 'snooze' | 'log') => ({ 'data-action': action });

export function linesIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-lines] > li')];
}

/** Where a line takes the focus: at what is marked for it, else at its first link, else at its first button. */
const focusPlaces = ['[data-line-focus] a, a[data-line-focus]', 'a[href]', 'button'];

/** Gives a line the focus: its link to the person. False when there is no such line. */
export function focusLine(line: HTMLElement | undefined): boolean {
  const target = focusPlaces
    .map((place) => line?.querySelector<HTMLElement>(place) ?? null)
    .find((found) => found !== null);
  if (target === undefined) return false;
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
  return true;
}

export function actionOf(line: HTMLElement | undefined, action: string): HTMLElement | null {
  return line?.querySelector<HTMLElement>(`[data-action="${action}"]`) ?? null;
}

/** Before a line goes: the focus moves to the next one, or the one before, or the page. */
export function leaveLine(line: HTMLElement | null): void {
  const main = document.getElementById('main');
  const lines = main === null ? [] : linesIn(main);
  const at = line === null ? -1 : lines.indexOf(line);
  if (focusLine(lines[at + 1]) || focusLine(lines[at - 1])) return;
  main?.focus();
}
