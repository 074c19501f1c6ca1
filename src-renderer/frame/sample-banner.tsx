import { Button } from '@mantine/core';
import { useBookSteps } from '../commands/use-book.ts';
import { text } from '../text/index.ts';
import classes from './sample-banner.module.css';

/** A slim reminder that what is shown is made up, with the way out. */
export function SampleBanner() {
  const { closeSample, isBusy } = useBookSteps();
  return (
    <div className={classes.root}>
      <span>{text.frame.sample.banner}</span>
      <Button
        size="compact-xs"
        variant="white"
        color="clay"
        loading={isBusy}
        onClick={() => closeSample()}
      >
        {text.frame.sample.close}
      </Button>
    </div>
  );
}
