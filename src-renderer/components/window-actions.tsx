import type { ReactNode } from 'react';
import classes from './window-actions.module.css';

/** What ends a window with a long form: in sight at its lower edge, however much of the form is scrolled away. */
export function WindowActions({ children }: { children: ReactNode }) {
  return <div className={classes.root}>{children}</div>;
}
