import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { IdIndex } from '../graph/id-index.ts';
import { readFadingTies } from '../tables/fading-ties.ts';
import { findPlatform } from '../tables/platforms.ts';
import { meId } from '../tables/resolve-person.ts';
import { tiesOf, type TieWith } from '../tables/tie-strengths.ts';
import { dayOf } from './day-bounds.ts';
import { readContactDays } from './order-queries.ts';
import type { PersonFilter } from './person-filter.ts';
import { readAccountOwners } from './queries.ts';

type Test = (id: PersonId) => boolean;

/** The parts of a filter that are quicker from the graph or from one sweep, as a test of an id; null without any. */
export function testOf(context: QueryContext, filter: PersonFilter): Test | null {
  const tests = [
    platformTest(context, filter),
    tieTest(context, filter),
    contactTest(context, filter),
    fadingTest(context, filter),
  ].filter((test) => test !== null);
  if (tests.length === 0) return null;
  return (id) => tests.every((test) => test(id));
}

/**
 * "On a platform" is who has an account there, and whom I am tied to there (files of ties bring no accounts).
 * Marks in arrays: sets of 60,000 ids would cost more than all the rest.
 */
function platformTest(context: QueryContext, filter: PersonFilter): Test | null {
  const { platforms, platformMode } = filter;
  if (platforms === undefined || platforms.length === 0) return null;
  const ties = myTies(context);
  const marks = platforms.map((key) => {
    const mark = new IdIndex();
    const platform = findPlatform(context.book, key);
    // nobody is on a platform that the book does not know
    if (platform === null) return mark;
    for (const id of readAccountOwners(context.book, platform.id)) mark.set(id, 1);
    for (const tie of ties) if (tie.platformIds.includes(platform.id)) mark.set(tie.id, 1);
    return mark;
  });
  return platformMode === 'all'
    ? (id) => marks.every((mark) => mark.get(id) >= 0)
    : (id) => marks.some((mark) => mark.get(id) >= 0);
}

/** Confirmed ties with me. I am neither tied to myself nor a stranger. */
function tieTest(context: QueryContext, filter: PersonFilter): Test | null {
  const { tiedToMe, strengthFrom, strengthTo } = filter;
  const isByStrength = strengthFrom !== undefined || strengthTo !== undefined;
  if (tiedToMe === undefined && !isByStrength) return null;
  const me = meId(context.book);
  const tied = new IdIndex();
  const within = new IdIndex();
  for (const { id, strength, isConfirmed } of myTies(context)) {
    if (!isConfirmed) continue;
    tied.set(id, 1);
    if (strength >= (strengthFrom ?? 0) && strength <= (strengthTo ?? 1)) within.set(id, 1);
  }
  return (id) =>
    id !== me &&
    (tiedToMe === undefined || tied.get(id) >= 0 === tiedToMe) &&
    (!isByStrength || within.get(id) >= 0);
}

function contactTest(context: QueryContext, filter: PersonFilter): Test | null {
  const { contactFrom, contactTo, hasContact } = filter;
  const isByDay = contactFrom !== undefined || contactTo !== undefined;
  if (!isByDay && hasContact === undefined) return null;
  const { today } = context.clock;
  const dayNumber = (bound: string): number => Number(dayOf(bound, today).replaceAll('-', ''));
  const first = contactFrom === undefined ? 0 : dayNumber(contactFrom);
  const last = contactTo === undefined ? Number.POSITIVE_INFINITY : dayNumber(contactTo);
  const days = readContactDays(context.book);
  return (id) => {
    const day = days.get(id);
    if (day < 0) return !isByDay && hasContact === false;
    return day >= first && day <= last && hasContact !== false;
  };
}

/** The same ties as on Today, where those with a rhythm and those put off are left out. */
function fadingTest(context: QueryContext, { isFading }: PersonFilter): Test | null {
  if (isFading === undefined) return null;
  const fading = new Set(readFadingTies(context).map(({ personId }) => personId));
  return (id) => fading.has(id);
}

function myTies({ book, network }: QueryContext): readonly TieWith[] {
  const me = meId(book);
  return me === null ? [] : tiesOf(network.graph(), me);
}
