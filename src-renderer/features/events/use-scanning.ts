import IconQrcode from '@tabler/icons-react/dist/esm/icons/IconQrcode.mjs';
import { type RefObject, useState } from 'react';
import { pageKeys } from '../../commands/page-keys.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { text } from '../../text/index.ts';
import type { ScannedLine } from './scan-window.tsx';

/** Scanning a card into the line: what was read stands in the field, to be looked over and kept by Enter. */
export function useScanning(
  change: (line: string) => void,
  field: RefObject<HTMLInputElement | null>,
) {
  const [isOpen, setOpen] = useState(false);
  const [isUnnamed, setUnnamed] = useState(false);
  const open = (): void => setOpen(true);
  usePageCommands([
    {
      id: 'scanCard',
      label: text.events.scan.action,
      icon: IconQrcode,
      keys: [pageKeys.scanCard],
      whileTyping: true,
      run: open,
    },
  ]);
  return {
    isOpen,
    open,
    close: (): void => setOpen(false),
    /** The code told no name: it must be written before the rest. */
    isUnnamed,
    forget: (): void => setUnnamed(false),
    take: ({ line, isNamed }: ScannedLine): void => {
      setOpen(false);
      setUnnamed(!isNamed);
      change(isNamed ? line : ` ${line}`);
      const caret = isNamed ? line.length : 0;
      // once the window has given the focus back
      setTimeout(() => {
        field.current?.focus();
        field.current?.setSelectionRange(caret, caret);
      });
    },
  };
}
