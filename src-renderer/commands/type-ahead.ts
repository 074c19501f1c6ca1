/*
 * Keys that are pressed after the palette was called and before its field is there to take them: some frames on an
 * idle machine, more on a busy one, and a fast typist is faster.
 */

let collected: string | null = null;
let calledAt = 0;
/** Milliseconds after which nobody waits for the palette any more: the keys are no longer kept from the page. */
const patience = 3000;

/** From now on what is typed is kept for the palette. */
export function collectTypeAhead(): void {
  collected = '';
  calledAt = performance.now();
  window.addEventListener('keydown', collect, true);
}

/** What has been typed so far. */
export function readTypeAhead(): string {
  return collected ?? '';
}

/** The field is there and takes what comes from now on. */
export function endTypeAhead(): void {
  window.removeEventListener('keydown', collect, true);
  collected = null;
}

function collect(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  // taken back before it was answered, or not answered at all
  if (event.key === 'Escape' || performance.now() - calledAt > patience) {
    endTypeAhead();
    return;
  }
  if (event.key === 'Backspace') collected = readTypeAhead().slice(0, -1);
  else if (event.key.length === 1) collected = readTypeAhead() + event.key;
  event.preventDefault();
  event.stopPropagation();
}
