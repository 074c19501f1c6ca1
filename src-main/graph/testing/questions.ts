import * as fc from 'fast-check';
import type { CompactGraph, TieFilter } from '../index.ts';
import * as graphs from '../index.ts';
import { anyFilter, anyId, PLATFORMS } from './arbitraries.ts';
import { naiveConstraint, naiveCutPoints, naivePairsJoinedOnlyBy } from './naive-brokerage.ts';
import type { NaiveBook } from './naive-book.ts';
import { about, sorted } from './naive-book.ts';
import { naiveFindChains, naiveWhoToAsk } from './naive-chains.ts';
import { byPlaces, naiveNeighbourhood } from './naive-neighbourhood.ts';
import {
  naiveBestToAsk,
  naiveOnlyThrough,
  naiveOverlap,
  naiveOverlapByPlatform,
  naiveReach,
} from './naive-networks.ts';

/** One question with its people and filter: the graph's answer, and the plain search's. */
export type Question = (
  book: NaiveBook,
  graph: CompactGraph,
) => { readonly answer: unknown; readonly naive: unknown };

const anyHops = fc.integer({ min: 1, max: 4 });
const anyMaxTies = fc.constantFrom(1, 2, 3, 4, Number.POSITIVE_INFINITY);
const anyIds = fc.array(anyId, { maxLength: 5 });
const anyTwo = fc.tuple(anyId, anyId).filter(([a, b]) => a !== b);

export const QUESTIONS: Readonly<Record<string, fc.Arbitrary<Question>>> = {
  'the overlap of two, with its members': fc
    .tuple(anyTwo, anyFilter)
    .map(([[a, b], filter]) => (book, graph) => {
      const naive = naiveOverlap(book, a, b, about(filter, a, b));
      const { byPlatform } = graphs.findOverlap(graph, a, b, filter);
      return { answer: graphs.findOverlap(graph, a, b, filter), naive: { ...naive, byPlatform } };
    }),
  'the overlap of two, platform by platform': fc
    .tuple(anyTwo, anyFilter)
    .map(([[a, b], filter]) => (book, graph) => ({
      answer: graphs.findOverlap(graph, a, b, filter).byPlatform,
      naive: naiveOverlapByPlatform(book, a, b, about(filter, a, b), PLATFORMS),
    })),
  'the counts of an overlap': fc
    .tuple(anyTwo, anyFilter)
    .map(([[a, b], filter]) => (book, graph) => {
      const naive = naiveOverlap(book, a, b, about(filter, a, b));
      return { answer: { ...naive, ...graphs.countOverlap(graph, a, b, filter) }, naive };
    }),
  'all contacts by new audience': fc
    .tuple(anyId, anyFilter)
    .map(([me, filter]) => (book, graph) => {
      const seen = about(filter, me);
      const overlaps = sorted(book.neighbours(me, seen)).map((person) => {
        const { sizeB, shared, onlyB } = naiveOverlap(book, me, person, seen);
        return { person, size: sizeB, shared, newToMe: onlyB };
      });
      const naive = overlaps.toSorted((a, b) => b.newToMe - a.newToMe);
      return { answer: graphs.rankByNewAudience(graph, me, filter), naive };
    }),
  'the overlap matrix': fc.tuple(anyIds, anyFilter).map(([people, filter]) => (book, graph) => {
    const ids = [...new Set(people)];
    const seen = about(filter, ...ids);
    const naive = ids.flatMap((a) =>
      ids.map((b) => {
        const ofB = book.neighbours(b, seen);
        const shared = sorted(book.neighbours(a, seen), (id) => ofB.has(id)).length;
        return { a, b, size: book.neighbours(a, seen).size, shared, tied: ofB.has(a) ? 1 : 0 };
      }),
    );
    return { answer: readMatrix(graph, ids, filter), naive };
  }),
  'the part of the network around somebody': fc
    .tuple(
      anyId,
      fc.constantFrom(1 as const, 2 as const),
      fc.integer({ min: 0, max: 8 }),
      anyFilter,
    )
    .map(([me, hops, mostPeople, filter]) => (book, graph) => {
      const found = graphs.findNeighbourhood(graph, me, { ...filter, hops, mostPeople });
      const { from, to, strengths, ...part } = found;
      const ties = Array.from(from, (place, at) => [place, to[at], strengths[at]]);
      return {
        answer: { ...part, ties: ties.toSorted(byPlaces) },
        naive: naiveNeighbourhood(book, me, hops, mostPeople, about(filter, me)),
      };
    }),
  'reach, with what each adds': fc
    .tuple(fc.option(anyId), anyIds, anyHops, anyFilter)
    .map(([me, through, hops, filter]) => (book, graph) => ({
      answer: graphs.findReach(graph, me, through, { ...filter, hops, listPeople: true }),
      naive: naiveReach(book, me, through, hops, about(filter, me, ...through)),
    })),
  'the best to ask': fc
    .tuple(anyId, fc.integer({ min: 1, max: 4 }), anyFilter)
    .map(([me, k, filter]) => (book, graph) => ({
      answer: graphs.findBestToAsk(graph, me, k, filter),
      naive: naiveBestToAsk(book, me, k, about(filter, me)),
    })),
  'who can be reached through one only': fc
    .tuple(anyId, anyIds, anyFilter)
    .map(([me, targets, filter]) => (book, graph) => ({
      answer: graphs.findOnlyThrough(graph, me, targets, filter),
      naive: naiveOnlyThrough(book, me, targets, filter),
    })),
  'the best chain': fc
    .tuple(anyTwo, anyMaxTies, anyFilter)
    .map(([[from, to], maxTies, filter]) => (book, graph) => ({
      answer: graphs.findChains(graph, from, to, 1, { ...filter, maxTies }),
      naive: naiveFindChains(book, from, to, 1, maxTies, filter),
    })),
  'the best loopless chains': fc
    .tuple(anyTwo, fc.integer({ min: 2, max: 12 }), anyMaxTies, anyFilter)
    .map(([[from, to], count, maxTies, filter]) => (book, graph) => ({
      answer: graphs.findChains(graph, from, to, count, { ...filter, maxTies }),
      naive: naiveFindChains(book, from, to, count, maxTies, filter),
    })),
  'whom to ask': fc
    .tuple(anyId, anyIds, fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY), anyMaxTies, anyFilter)
    .map(([me, targets, limit, maxTies, filter]) => (book, graph) => ({
      answer: graphs.findWhoToAsk(graph, me, targets, limit, { ...filter, maxTies }),
      naive: naiveWhoToAsk(book, me, targets, limit, maxTies, filter),
    })),
  'pairs joined only by one': fc.tuple(anyId, anyFilter).map(([me, filter]) => (book, graph) => {
    const pairs = naivePairsJoinedOnlyBy(book, me, about(filter, me));
    const naive = { count: pairs.length, pairs: pairs.slice(0, 3) };
    return { answer: graphs.findPairsJoinedOnlyBy(graph, me, 3, filter), naive };
  }),
  constraint: fc
    .tuple(anyId, fc.boolean(), anyFilter)
    .map(([person, weighted, filter]) => (book, graph) => {
      const constraint = graphs.findConstraint(graph, person, { ...filter, weighted });
      const naive = naiveConstraint(book, person, weighted, about(filter, person));

      const isClose = Math.abs((constraint ?? -1) - (naive ?? -1)) < 1e-12;
      return { answer: isClose ? naive : constraint, naive };
    }),
  'articulation points and bridges': fc
    .tuple(anyId, anyFilter)
    .map(([me, filter]) => (book, graph) => ({
      answer: graphs.findCutPoints(graph, me, filter),
      naive: naiveCutPoints(book, me, about(filter, me)),
    })),
};

function readMatrix(graph: CompactGraph, ids: readonly number[], filter: TieFilter) {
  const matrix = graphs.findOverlapMatrix(graph, ids, filter);
  return ids.flatMap((a, i) =>
    ids.map((b, j) => {
      const at = i * ids.length + j;
      return { a, b, size: matrix.sizes[i], shared: matrix.shared[at], tied: matrix.tied[at] };
    }),
  );
}
