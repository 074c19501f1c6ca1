import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs';
import { useState } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import type { Rhythm } from '../../../src-main/contract/today.ts';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { RhythmFields } from '../../components/rhythm-fields.tsx';
import { text } from '../../text/index.ts';

const words = text.people.selection;

/** How often to be in touch with all selected people. */
export function RhythmButton({ ids }: { ids: ReadonlySet<PersonId> }) {
  const [rhythm, setRhythm] = useState<Rhythm>({ every: 3, unit: 'month' });
  const notifyUndoable = useNotifyUndoable();
  const set = useCommand(
    api.today.setRhythm,
    ({ changed }) => void notifyUndoable(words.rhythmSet(changed)),
  );
  return (
    <FormPopover
      label={words.rhythm}
      withLabel
      icon={<IconRefresh size={15} aria-hidden />}
      submitLabel={text.common.save}
      width={260}
      onSubmit={() => set.mutate({ ids: [...ids], rhythm })}
    >
      <RhythmFields value={rhythm} onChange={setRhythm} />
    </FormPopover>
  );
}
