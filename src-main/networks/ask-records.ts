import type { AskCard } from '../contract/networks.ts';
import type { AskRecord } from './queries.ts';

export const noRecord: AskRecord = { asked: 0, worked: 0, askedLately: 0, waiting: 0 };

/** A contact's record as a card shows it, with what speaks against asking again, in words. */
export function describeRecord({
  waiting,
  ...record
}: AskRecord): Pick<AskCard, 'record' | 'warnings'> {
  const warnings: string[] = [];
  if (record.askedLately > 0) {
    warnings.push(`You asked ${times(record.askedLately)} in the last 30 days`);
  }
  if (waiting > 0) {
    warnings.push(
      waiting === 1
        ? 'One ask still waits for an answer'
        : `${waiting} asks still wait for an answer`,
    );
  }
  return { record, warnings };
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
