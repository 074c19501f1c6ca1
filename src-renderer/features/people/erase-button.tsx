import { Button } from '@mantine/core';
import IconEraser from '@tabler/icons-react/dist/esm/icons/IconEraser.mjs';
import { useErase } from '../../commands/erasing-context.tsx';
import { text } from '../../text/index.ts';
import type { Selection } from './use-selection.ts';

/** As many as one call takes. */
const most = 1000;

export function EraseButton({ selection }: { selection: Selection }) {
  const erase = useErase();
  const isTooMany = selection.ids.size > most;
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconEraser size={15} aria-hidden />}
      disabled={isTooMany}
      {...(isTooMany ? { title: text.safety.erase.tooMany(most) } : {})}
      onClick={() => erase([...selection.ids], selection.clear)}
    >
      {text.safety.erase.action}
    </Button>
  );
}
