import type { Command } from './use-commands.ts';
export function Palette({ commands }: { commands: readonly Command[] }) {
  return <span hidden>{commands.length}</span>;
}
