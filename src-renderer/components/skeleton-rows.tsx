import { Skeleton, Stack } from '@mantine/core';
import { text } from '../text/index.ts';
import classes from './skeleton-rows.module.css';

interface SkeletonRowsProps {
  /** How many rows to hint at. */
  rows?: number;
  /** Height of one, in pixels. */
  height?: number;
}

/** Grey rows where rows will be: said once to those who listen, drawn for those who look and wait. */
export function SkeletonRows({ rows = 6, height = 28 }: SkeletonRowsProps) {
  return (
    <div role="status" aria-label={text.common.loading}>
      <Stack gap="xs" className={classes.rows} aria-hidden>
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={height} width={`${100 - ((row * 37) % 30)}%`} />
        ))}
      </Stack>
    </div>
  );
}
