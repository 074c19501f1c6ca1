import { Button } from '@mantine/core';
import { type ReactElement, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { text } from '../text/index.ts';
import classes from './folded-list.module.css';

/** The number of folded-list.module.css. */
const shownAtFirst = 6;

interface FoldedListProps {
  /** Items of a list (li). */
  children: readonly ReactElement[];
  className?: string | undefined;
  label?: string;
}

/** A list of which the first items are shown, and the others at the press of a button. On paper all are there. */
export function FoldedList({ children, className = '', label }: FoldedListProps) {
  const [isAll, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const isFolded = !isAll && children.length > shownAtFirst;
  const unfold = (): void => {
    flushSync(() => setAll(true));
    // the button goes: who works by keyboard goes on with the first of what has come
    list.current?.children[shownAtFirst]?.querySelector<HTMLElement>('a, button')?.focus();
  };
  return (
    <>
      <ul
        ref={list}
        className={`${classes.list} ${className}`}
        aria-label={label}
        data-folded={isFolded || undefined}
      >
        {children}
      </ul>
      {isFolded && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={unfold}>
          {text.common.showAll(children.length)}
        </Button>
      )}
    </>
  );
}
