import type { Clock } from './context.ts';

/** The clock of this machine, read once: a call that is given it sees one moment throughout. */
export function readSystemClock(moment: Date = new Date()): Clock {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return {
    now: moment.toISOString(),
    today: `${String(moment.getFullYear()).padStart(4, '0')}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`,
  };
}
