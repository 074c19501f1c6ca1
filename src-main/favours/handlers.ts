import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import type { Deed, Share } from '../contract/favours.ts';
import { AppError } from '../contract/result.ts';
import { rankByNewAudience } from '../graph/index.ts';
import { type DeedRow, readThanksOwed } from '../tables/deeds.ts';
import { personRef, personRefs, requirePerson } from '../tables/persons.ts';
import { findPlatform, findOrCreatePlatform } from '../tables/platforms.ts';
import { requireMe } from '../tables/resolve-person.ts';
import { insertThanks } from '../tables/thanks.ts';
import { readBalances } from './balances.ts';
import * as queries from './queries.ts';
import { estimateShareReach } from './share-reach.ts';

/** What went back and forth: messages passed on, thanks owed and given, balances. */
export const favoursHandlers: Handlers<'favours'> = {
  owed({ book }, { personId }) {
    const owed = [...readThanksOwed(book)].filter(
      ([id]) => personId === undefined || id === personId,
    );
    const people = owed.flatMap(([id, deeds]) => [
      id,
      ...deeds.flatMap((deed) => (deed.kind === 'introduction' ? [deed.toId] : [])),
    ]);
    const named = namesOf(personRefs(book, new Set(people)));
    return owed
      .map(([id, deeds]) => ({
        person: named(id),
        since: deeds.at(-1)?.onDate ?? '',
        deeds: deeds.map((deed) => describeDeed(deed, named)),
      }))
      .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  },

  thank({ book, clock, nameStep }, { personId, onDate = clock.today, note }) {
    const person = requirePerson(book, personId);
    refuseFuture(onDate, clock.today);
    const id = insertThanks(book, { personId, onDate, note });
    nameStep(`Thank ${person.name}`);
    return { id, person, onDate, note };
  },

  thanksGiven({ book }, { personId }) {
    const rows = queries.listThanks(book, { personId });
    const named = namesOf(personRefs(book, new Set(rows.map((row) => row.personId))));
    return rows.map(({ personId: id, ...row }) => ({ ...row, person: named(id) }));
  },

  removeThanks({ book, nameStep }, { id }) {
    const [thanks] = queries.listThanks(book, { id });
    if (thanks === undefined)
      throw new AppError('NOT_FOUND', 'These thanks are no longer in the book.');
    queries.deleteThanks(book, id);
    nameStep(`Take back thanks to ${personRef(book, thanks.personId)?.name ?? 'somebody'}`);
    return {};
  },

  balances({ book }, { personId }) {
    const balances = [...readBalances(book)].filter(
      ([id]) => personId === undefined || id === personId,
    );
    const named = namesOf(
      personRefs(
        book,
        balances.map(([id]) => id),
      ),
    );
    return balances
      .map(([id, sides]) => ({ person: named(id), ...sides }))
      .toSorted((a, b) => b.balance - a.balance || a.person.name.localeCompare(b.person.name));
  },

  shares({ book }, { personId }) {
    return describeShares(book, queries.listShares(book, { personId }));
  },

  estimateShare(context, { direction, personId, platform: key }) {
    requirePerson(context.book, personId);
    const platform = key === null ? null : requirePlatform(context.book, key);
    return estimateShareReach(context, { ...sidesOf(context, direction, personId), platform });
  },

  logShare(context, { direction, personId, platform: key, onDate, what }) {
    const { book, clock, nameStep } = context;
    const person = requirePerson(book, personId);
    const day = onDate ?? clock.today;
    refuseFuture(day, clock.today);
    const platform = key === null ? null : findOrCreatePlatform(book, key);
    const reach = estimateShareReach(context, {
      ...sidesOf(context, direction, personId),
      platform,
    });
    const id = queries.insertShare(book, {
      direction,
      personId,
      platformId: platform?.id ?? null,
      onDate: day,
      what,
      ...reach,
    });
    nameStep(
      direction === 'given'
        ? `You passed on a message of ${person.name}`
        : `${person.name} passed on a message of yours`,
    );
    return describeShare(context.book, id);
  },

  removeShare({ book, nameStep }, { id }) {
    const { person } = describeShare(book, id);
    queries.deleteShare(book, id);
    nameStep(`Remove a share with ${person.name}`);
    return {};
  },

  returners({ book, network }, { limit }) {
    const me = requireMe(book);
    const balances = readBalances(book);
    const ranked = rankByNewAudience(network.graph(), me).flatMap(({ person, newToMe }) => {
      const id = person as PersonId;
      const balance = balances.get(id)?.balance ?? 0;
      return balance > 0 && newToMe > 0 ? [{ id, balance, newToMe }] : [];
    });
    const shown = ranked.slice(0, limit);
    const named = namesOf(
      personRefs(
        book,
        shown.map(({ id }) => id),
      ),
    );
    return shown.map(({ id, balance, newToMe }) => ({ person: named(id), balance, newToMe }));
  },
};

type Book = QueryContext['book'];

function namesOf(refs: ReadonlyMap<PersonId, PersonRef>): (id: PersonId) => PersonRef {
  return (id) => refs.get(id) ?? { id, name: `#${id}`, isNamed: false };
}

function requirePlatform(book: Book, text: string) {
  const platform = findPlatform(book, text);
  if (platform !== null) return platform;
  throw new AppError('NOT_FOUND', `There is no platform called “${text}” in this book.`);
}

function refuseFuture(day: string, today: string): void {
  if (day > today)
    throw new AppError(
      'INVALID_INPUT',
      `${day} is still to come: a favour is logged when it was done.`,
    );
}

/** Who passes on, and for whom. Throws NO_ME, or INVALID_INPUT for a favour to oneself. */
function sidesOf(
  { book }: QueryContext,
  direction: Share['direction'],
  personId: PersonId,
): { by: PersonId; for: PersonId } {
  const me = requireMe(book);
  if (personId === me)
    throw new AppError('INVALID_INPUT', 'A message is passed on for or by somebody else.');
  return direction === 'given' ? { by: me, for: personId } : { by: personId, for: me };
}

function describeShares(book: Book, rows: readonly queries.ShareRow[]): Share[] {
  const named = namesOf(personRefs(book, new Set(rows.map(({ personId }) => personId))));
  return rows.map(({ personId, platformKey, platformName, ...row }) => ({
    ...row,
    person: named(personId),
    platform:
      platformKey === null || platformName === null
        ? null
        : { key: platformKey, name: platformName },
  }));
}

function describeShare(book: Book, id: Share['id']): Share {
  const [share] = describeShares(book, queries.listShares(book, { id }));
  if (share !== undefined) return share;
  throw new AppError('NOT_FOUND', 'This share is no longer in the book.');
}

function describeDeed(deed: DeedRow, named: (id: PersonId) => PersonRef): Deed {
  const { kind, onDate } = deed;
  const links = { introductionId: null, outcomeId: null, shareId: null, value: null };
  if (kind === 'introduction') {
    const about = named(deed.toId).name;
    return { ...links, kind, onDate, about, introductionId: deed.introductionId };
  }
  if (kind === 'share') {
    return { ...links, kind, onDate, about: deed.what, shareId: deed.shareId };
  }
  const { id, title, amount, currency } = deed.outcome;
  const value = amount === null || currency === null ? null : { amount, currency };
  return { ...links, kind, onDate, about: title, outcomeId: id, value };
}
