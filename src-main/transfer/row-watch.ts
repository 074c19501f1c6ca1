/** Tells how far planning is, row by row over all files, and lets it be stopped between two rows. */
import type { Checkpoint } from '../book/context.ts';
import type { ImportRequest } from './plan-import.ts';

/** Rows between two looks at whether to go on. */
const checkEvery = 200;

export interface RowWatch {
  startFile: (path: string) => void;
  /** To be called once for every row. @throws AppError STOPPED */
  row: () => void;
}

export function watchRows({ files }: ImportRequest, checkpoint: Checkpoint): RowWatch {
  const total = files.reduce(
    (sum, { parsed: { letters, people, ties } }) =>
      sum + people.length + ties.length + (letters?.length ?? 0),
    1,
  );
  let done = 0;
  let label = '';
  return {
    startFile: (path) => {
      label = `Looking at ${path.slice(path.lastIndexOf('/') + 1)}`;
      checkpoint(done / total, label);
    },
    row: () => {
      done++;
      if (done % checkEvery === 0) checkpoint(done / total, label);
    },
  };
}
