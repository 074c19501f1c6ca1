import { Button } from '@mantine/core';
import { useLeaveBackup } from '../commands/use-backups.ts';
import { text } from '../text/index.ts';
import classes from './sample-banner.module.css';

const words = text.safety;

/** Says that what is shown is a backup, with the way back. */
export function BackupBanner({ takenAt }: { takenAt: string }) {
  const { leave, isBusy } = useLeaveBackup();
  return (
    <div className={classes.root}>
      <span>{words.looking.banner(words.copies.when(takenAt))}</span>
      <Button size="compact-xs" variant="white" color="clay" loading={isBusy} onClick={leave}>
        {words.looking.leave}
      </Button>
    </div>
  );
}
