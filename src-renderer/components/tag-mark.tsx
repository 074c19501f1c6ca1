import type { z } from 'zod';
import type { tagRef } from '../../src-main/contract/common.ts';
import classes from './tag-mark.module.css';

type Tag = Pick<z.infer<typeof tagRef>, 'name' | 'colour'>;

/** A tag: its name on its soft colour. The name carries the meaning. */
export function TagMark({ tag }: { tag: Tag }) {
  return (
    <span className={classes.root} data-colour={tag.colour}>
      {tag.name}
    </span>
  );
}
