import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { findOverlap, type Overlap } from '../graph/index.ts';
import { listPlatforms } from '../tables/platforms.ts';
import { personRefs, requirePeople, requirePerson } from '../tables/persons.ts';
import { requireMe } from '../tables/resolve-person.ts';
import { readReportedSizes } from '../tables/reported-sizes.ts';
import { readWeakMembers } from './queries.ts';
import { findThreeParts } from './three-parts.ts';
import { toGraphFilter } from './tie-filters.ts';
import { namePeople } from './name-people.ts';

type Which = 'shared' | 'onlyA' | 'onlyB';

export const overlapHandlers: Handlers<'overlap'> = {
  compare(context, { a, b, filter }) {
    const { book } = context;
    const [refA, refB] = requirePair(context, a, b);
    const overlap = findOverlap(context.network.graph(), a, b, toGraphFilter(book, filter));
    const weak = readWeakMembers(book, [a, b], filter.platform);
    const platforms = new Map(listPlatforms(book).map(({ id, key }) => [id, key]));
    return {
      a: { id: a, name: refA.name, size: overlap.sizeA },
      b: { id: b, name: refB.name, size: overlap.sizeB },
      shared: overlap.shared,
      sharedWeak: overlap.sharedPeople.filter((id) => weak.has(id as PersonId)).length,
      onlyA: overlap.onlyA,
      onlyB: overlap.onlyB,
      jaccard: overlap.jaccard,
      byPlatform: overlap.byPlatform.map(({ platform, ...counts }) => ({
        platform: platforms.get(platform) ?? String(platform),
        ...counts,
      })),
      reportedA: readReportedSizes(book, a),
      reportedB: readReportedSizes(book, b),
    };
  },

  members(context, { a, b, which, filter, offset, limit }) {
    const { book } = context;
    requirePair(context, a, b);
    const overlap = findOverlap(context.network.graph(), a, b, toGraphFilter(book, filter));
    const weak = readWeakMembers(book, [a, b], filter.platform);
    const { total, rows } = namePeople(book, membersOf(overlap, which), { offset, limit });
    return { total, rows: rows.map((row) => ({ ...row, isWeak: weak.has(row.id) })) };
  },

  three(context, { people, filter }) {
    const refs = requireThree(context, people);
    const parts = findThreeParts(context, people, filter);
    const sizeOf = (bit: number): number =>
      [...parts].reduce((sum, [part, ids]) => sum + (part & bit ? ids.length : 0), 0);
    return {
      people: refs.map(({ id, name }, at) => ({ id, name, size: sizeOf(1 << at) })),
      parts: [1, 2, 3, 4, 5, 6, 7].map((part) => ({ part, people: parts.get(part)?.length ?? 0 })),
    };
  },

  threeMembers(context, { people, part, filter, offset, limit }) {
    requireThree(context, people);
    const ids = findThreeParts(context, people, filter).get(part) ?? [];
    return namePeople(context.book, ids, { offset, limit });
  },

  async matrix({ book, network }, { people, filter }) {
    const refs = requirePeople(book, people);
    const question = { people: refs.map(({ id }) => id), filter: toGraphFilter(book, filter) };
    const { sizes, shared } = await network.ask('matrix', question);
    return {
      people: refs.map((ref, at) => ({
        ...ref,
        size: sizes[at] ?? 0,
        reported: readReportedSizes(book, ref.id),
      })),
      shared: refs.map((_, row) =>
        Array.from(shared.subarray(row * refs.length, (row + 1) * refs.length)),
      ),
    };
  },

  async newAudience(context, { filter, limit }) {
    const { book, network } = context;
    const me = requireMe(book);
    const question = { me, filter: toGraphFilter(book, filter) };
    const ranked = await network.ask('newAudience', question);
    const shown = ranked.slice(0, limit);
    const refs = personRefs(
      book,
      shown.map(({ person }) => person as PersonId),
    );
    return shown.flatMap(({ person: id, size, shared, newToMe }) => {
      const person = refs.get(id as PersonId);
      return person === undefined ? [] : [{ person, size, shared, newToMe }];
    });
  },
};

function requirePair({ book }: QueryContext, a: PersonId, b: PersonId) {
  if (a === b) {
    throw new AppError(
      'INVALID_INPUT',
      'An overlap needs two different people. Choose another one.',
    );
  }
  return [requirePerson(book, a), requirePerson(book, b)] as const;
}

function requireThree({ book }: QueryContext, people: readonly PersonId[]) {
  if (new Set(people).size < 3) {
    throw new AppError(
      'INVALID_INPUT',
      'This overlap needs three different people. Choose another one.',
    );
  }
  return requirePeople(book, people);
}

function membersOf(overlap: Overlap, which: Which): PersonId[] {
  const ids = {
    shared: overlap.sharedPeople,
    onlyA: overlap.onlyAPeople,
    onlyB: overlap.onlyBPeople,
  }[which];
  return ids as PersonId[];
}
