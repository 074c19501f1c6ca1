import IconEraser from '@tabler/icons-react/dist/esm/icons/IconEraser.mjs';
import { useNavigate } from '@tanstack/react-router';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { useErase } from '../../commands/erasing-context.tsx';
import { usePageCommands } from '../../commands/page-commands.ts';
import { text } from '../../text/index.ts';

/** Asks whether to erase the person whose page is open for good; also offered by the palette. */
export function useErasePerson({ id, isMe }: PersonDetail): () => void {
  const navigate = useNavigate();
  const erase = useErase();
  const run = (): void => erase([id], () => void navigate({ to: '/people' }));
  usePageCommands([
    {
      id: 'erasePerson',
      label: text.safety.erase.action,
      icon: IconEraser,
      isPossible: !isMe,
      run,
    },
  ]);
  return run;
}
