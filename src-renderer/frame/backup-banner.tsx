import { Button } from '@mantine/core';
import { useLeaveBackup } from '../commands/use-backups.ts';
import { text } from '../text/index.ts';
import classes from './sample-banner.module.css';

const words = text.safety;

/** Says that what is shown is a backup (or, `takenAt` null, the book itself, only read), with the way back. */
export function BackupBanner({ takenAt }: { takenAt: string | null }) {
  const { leave, isBusy } = useLeaveBackup();
  return (
    <div className={classes.root}>
      <span>
        {takenAt === null
          ? words.looking.reading
          : words.looking.banner(words.copies.when(takenAt))}
      </span>
      <Button size="compact-xs" variant="white" color="clay" loading={isBusy} onClick={leave}>
        {takenAt === null ? words.looking.stopReading : words.looking.leave}
      </Button>
    </div>
  );
}
