import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  headHeight,
  rowHeight,
  type RowsInSight,
  rowsInSight,
  topToShow,
} from './rows-in-sight.ts';

/** Rows drawn above and below those in sight, so that a small scroll step shows no gap. */
const usualSpare = 8;

export interface RowWindow {
  /** Indices of the rows to draw, both included; `last` is below `first` when there are none. */
  readonly first: number;
  readonly last: number;
  /** Pixels of all rows and the head together. */
  readonly height: number;
  /** Brings a row into sight with the least movement, below the head that stays. */
  readonly scrollTo: (index: number) => void;
  /** How many rows one page key moves. */
  readonly pageRows: () => number;
}

/** Which of `total` rows have to exist, as the element that scrolls them is scrolled and resized. */
export function useRowWindow(total: number, scroller: RefObject<HTMLElement | null>): RowWindow {
  const [inSight, setInSight] = useState<RowsInSight>({ first: 0, count: 0 });
  const spare = useSpare();
  const drawn = useRef(inSight);
  const show = useCallback((top: number, room: number): void => {
    const next = rowsInSight(top, room);
    if (next.first === drawn.current.first && next.count === drawn.current.count) return;
    drawn.current = next;
    setInSight(next);
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => show(element.scrollTop, element.clientHeight);
    measure();
    // Drawn at once: otherwise the frame that scrolls shows the rows of the one before.
    const onScroll = (): void => flushSync(measure);
    element.addEventListener('scroll', onScroll, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [scroller, show]);

  const scrollTo = (index: number): void => {
    const element = scroller.current;
    if (element === null) return;
    const [now, room] = [element.scrollTop, element.clientHeight];
    const top = topToShow(index, now, room);
    if (top === now) return;
    element.scrollTo({ top });
    // With the cursor in one drawing, instead of another one when the browser tells of the scrolling.
    show(top, room);
  };
  const pageRows = (): number =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
  return {
    first: Math.max(0, Math.min(inSight.first, total - 1) - spare),
    last: inSight.count === 0 ? -1 : Math.min(total - 1, inSight.first + inSight.count + spare),
    height: headHeight + total * rowHeight,
    scrollTo,
    pageRows,
  };
}

/** None at first: whoever opens the page sees those in sight the sooner. */
function useSpare(): number {
  const [spare, setSpare] = useState(0);
  useEffect(() => {
    const idle = requestIdleCallback(() => setSpare(usualSpare), { timeout: 500 });
    return () => cancelIdleCallback(idle);
  }, []);
  return spare;
}
