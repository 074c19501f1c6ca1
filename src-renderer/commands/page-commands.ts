import type { TablerIcon } from '@tabler/icons-react';
import { useEffect, useId, useSyncExternalStore } from 'react';

/** Something that can be done on the page that is open, or to what it shows. */
export interface PageCommand {
  readonly id: string;
  readonly label: string;
  readonly icon: TablerIcon;
  /** Shortcuts, in the writing of keys.ts; those of pages stand in page-keys.ts. */
  readonly keys?: readonly string[];
  /** Runs even while a text field has the focus; only for shortcuts with Ctrl. */
  readonly whileTyping?: boolean;
  readonly isPossible?: boolean;
  readonly run: () => void;
}

/** What the open pages offer, by the component that offers it. */
class PageCommandRegistry {
  readonly #entries = new Map<string, readonly PageCommand[]>();
  readonly #listeners = new Set<() => void>();
  #all: readonly PageCommand[] = [];

  readonly list = (): readonly PageCommand[] => this.#all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(owner: string, commands: readonly PageCommand[]): void {
    const before = this.#entries.get(owner);
    this.#entries.set(owner, commands);
    // what a command does is looked up when it runs: only what is shown of it needs to be told
    if (before === undefined || shownOf(before) !== shownOf(commands)) this.#tell();
  }

  remove(owner: string): void {
    if (this.#entries.delete(owner)) this.#tell();
  }

  #tell(): void {
    this.#all = [...this.#entries].flatMap(([owner, commands]) =>
      commands.map((command, index) => ({
        ...command,
        run: () => this.#entries.get(owner)?.[index]?.run(),
      })),
    );
    for (const listener of this.#listeners) listener();
  }
}

function shownOf(commands: readonly PageCommand[]): string {
  return JSON.stringify(
    commands.map(({ id, label, keys, isPossible }) => [id, label, keys, isPossible]),
  );
}

const registry = new PageCommandRegistry();

/** Offers commands in the palette and by their keys for as long as the component is shown. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const owner = useId();
  useEffect(() => registry.set(owner, commands));
  useEffect(() => () => registry.remove(owner), [owner]);
}

/** What the open pages offer now. */
export function useOpenPageCommands(): readonly PageCommand[] {
  return useSyncExternalStore(registry.subscribe, registry.list);
}
