import { ActionIcon } from '@mantine/core';
import IconArrowDownLeft from '@tabler/icons-react/dist/esm/icons/IconArrowDownLeft.mjs';
import IconArrowUpRight from '@tabler/icons-react/dist/esm/icons/IconArrowUpRight.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { Share } from '../../../src-main/contract/favours.ts';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { leaveItem } from '../../components/leave-item.ts';
import { text } from '../../text/index.ts';
import classes from './shares-section.module.css';

const words = text.shares;

/** Who passed on what, the latest first, each with what it reached on its day. */
export function ShareList({ shares }: { shares: readonly Share[] }) {
  const notifyUndoable = useNotifyUndoable();
  const remove = useCommand(api.favours.removeShare, () => void notifyUndoable(words.removed));
  return (
    <ul className={classes.list}>
      {shares.map((share) => {
        const Icon = share.direction === 'given' ? IconArrowUpRight : IconArrowDownLeft;
        return (
          <li key={share.id} className={classes.row}>
            <Icon
              className={classes.icon}
              data-direction={share.direction}
              size={18}
              stroke={1.8}
              aria-hidden
            />
            <span className={`${classes.words} numbers`}>
              {words.title(share)}
              <span className={classes.quiet}>{words.row(share)}</span>
            </span>
            <ActionIcon
              size="sm"
              aria-label={words.remove(share)}
              onClick={(event) => {
                leaveItem(event.currentTarget);
                remove.mutate({ id: share.id });
              }}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
