import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  title: string;
  /** A number or a word beside the title. */
  count?: ReactNode | undefined;
  /** A button at the right of the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page; a landmark of its own name. */
export function Section({ title, count, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {count !== undefined && <span className={`${classes.count} numbers`}>{count}</span>}
        {action !== undefined && <div className={classes.action}>{action}</div>}
      </div>
      {children}
    </section>
  );
}

/** Says in quiet words that a section has nothing yet. */
export function NothingYet({ children }: { children: ReactNode }) {
  return <p className={classes.nothing}>{children}</p>;
}
