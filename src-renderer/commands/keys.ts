/*
 * Shortcuts are written as 'mod+k' (Ctrl, or Cmd on a Mac), 'shift+mod+z', 'g p' (one key after another), '?'.
 */

const isMac = navigator.platform.startsWith('Mac');

/** The step of a shortcut that a key press makes, e.g. 'shift+mod+z' or 'p'; null for a bare modifier. */
export function stepOf(event: KeyboardEvent): string | null {
  if (['Control', 'Meta', 'Shift', 'Alt'].includes(event.key)) return null;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const key = event.key.toLowerCase();
  // With a letter Shift is a modifier of its own; with '?' it is how the sign is typed.
  const shift = event.shiftKey && (mod || key.length > 1);
  return [shift && 'shift', event.altKey && 'alt', mod && 'mod', key].filter(Boolean).join('+');
}

/** What is to be typed, as shown on keys: [['Ctrl', 'K']] or [['G'], ['P']]. */
export function keyCaps(shortcut: string): string[][] {
  return shortcut.split(' ').map((step) => step.split('+').map(capOf));
}

function capOf(part: string): string {
  const caps = new Map([
    ['mod', isMac ? '⌘' : 'Ctrl'],
    ['shift', isMac ? '⇧' : 'Shift'],
    ['alt', isMac ? '⌥' : 'Alt'],
    ['arrowleft', '←'],
    ['arrowright', '→'],
    ['arrowup', '↑'],
    ['arrowdown', '↓'],
    ['enter', 'Enter'],
    ['escape', 'Esc'],
    ['space', 'Space'],
  ]);
  return caps.get(part) ?? part.toUpperCase();
}

/** The form that aria-keyshortcuts wants; sequences have none. */
export function ariaKeys(shortcut: string): string | undefined {
  if (shortcut.includes(' ')) return undefined;
  return shortcut
    .split('+')
    .map((part) => (part === 'mod' ? (isMac ? 'Meta' : 'Control') : part.replace(/^./u, upper)))
    .join('+');
}

const upper = (letter: string): string => letter.toUpperCase();

/** Whether the user is typing text, so that plain letters and Ctrl+Z belong to the field. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement &&
        !['checkbox', 'radio', 'button'].includes(target.type)))
  );
}
