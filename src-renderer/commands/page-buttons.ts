/*
 * Pages tell the palette their main actions (page-commands.ts). Whatever else can be done on a page has a button
 * there, and a button has a name: so the palette can find and press each of them, and no action is out of reach.
 */

export interface PageButton {
  readonly label: string;
  readonly press: () => void;
}

/** Longer texts are cards and rows that can be pressed, not names of actions. */
const longestLabel = 80;

/** The buttons of the open page, or of the window that is open above it, each name once. */
export function findPageButtons(): PageButton[] {
  const found = new Map<string, PageButton>();
  for (const button of scopeOfButtons()?.querySelectorAll('button') ?? []) {
    const label = labelOf(button);
    if (label === '' || label.length > longestLabel || found.has(label) || isIdle(button)) continue;
    found.set(label, {
      label,
      press: () => {
        button.focus();
        button.click();
      },
    });
  }
  return [...found.values()];
}

function scopeOfButtons(): Element | null {
  const windows = document.querySelectorAll('[role="dialog"][aria-modal="true"]');
  return [...windows].at(-1) ?? document.querySelector('main');
}

function labelOf(button: HTMLButtonElement): string {
  const label = button.getAttribute('aria-label') ?? button.textContent;
  return label.replaceAll(/\s+/gu, ' ').trim();
}

function isIdle(button: HTMLButtonElement): boolean {
  return button.disabled || button.getAttribute('aria-disabled') === 'true' || !button.isConnected;
}
