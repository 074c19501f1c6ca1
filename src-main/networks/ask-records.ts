import dayjs from 'dayjs';
import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { AskCard, AskRecord } from '../contract/networks.ts';
import { readThanksOwed } from '../tables/deeds.ts';
import { readAskRecords } from './queries.ts';

/** Asked within this many days counts as "lately". */
const latelyDays = 30;

/** What is known of a contact as somebody to ask, beside the way through them. */
export type Standing = Pick<AskCard, 'record' | 'likelihood' | 'thanksOwed'>;

/**
 * How likely a contact is to make an introduction, in (0, 1): Laplace's rule of succession over what is settled,
 * that is the share that worked with one more of each kind, so that few cases do not say too much; divided by one
 * more than the times they were asked lately. See docs/decisions/0041.
 */
function likelihoodOf({ settled, worked, askedLately }: AskRecord): number {
  return (worked + 1) / (settled + 2) / (1 + askedLately);
}

/** How each of some contacts stands: how asking them went, and what I owe them. */
export function readStandings(
  { book, clock }: QueryContext,
  contacts: readonly PersonId[],
): (contact: PersonId) => Standing {
  const since = dayjs(clock.today).subtract(latelyDays, 'day').format('YYYY-MM-DD');
  const records = readAskRecords(book, contacts, since);
  const owed = readThanksOwed(book);
  return (contact) => {
    const record = records.get(contact) ?? noRecord;
    const deeds = owed.get(contact) ?? [];
    const first = deeds.at(-1);
    return {
      record,
      likelihood: likelihoodOf(record),
      thanksOwed: first === undefined ? null : { since: first.onDate, deeds: deeds.length },
    };
  };
}

const noRecord: AskRecord = { asked: 0, settled: 0, worked: 0, waiting: 0, askedLately: 0 };
