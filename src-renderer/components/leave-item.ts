function buttonsOf(item: Element): HTMLButtonElement[] {
  return [...item.querySelectorAll<HTMLButtonElement>(':scope button')];
}

/**
 * Before an item of a list goes, because one of its buttons was pressed: the focus moves to the same button of the
 * next item, or of the one before; of the last item to the page. Without it, whoever works by keyboard would begin
 * anew at the top.
 */
export function leaveItem(button: HTMLButtonElement | null): void {
  const item = button?.closest('li');
  if (button === null || item === null || item === undefined) return;
  const at = buttonsOf(item).indexOf(button);
  for (const other of [item.nextElementSibling, item.previousElementSibling]) {
    const same = other === null ? undefined : buttonsOf(other)[at];
    // what is folded away takes no focus
    if (same === undefined || !same.checkVisibility()) continue;
    same.focus();
    return;
  }
  document.getElementById('main')?.focus();
}
