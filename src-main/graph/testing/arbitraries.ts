import * as fc from 'fast-check';
import type { GraphEdit } from '../edit-graph.ts';
import { GraphBuilder } from '../graph-builder.ts';
import { splitPlatforms } from '../tie-classes.ts';
import type { TieFilter } from '../tie-filter.ts';
import type { NaiveTie } from './naive-book.ts';
import { NaiveBook } from './naive-book.ts';

/** How often each property is tried; set GRAPH_PROPERTY_RUNS for a longer hunt. */
export const PROPERTY_RUNS = Number(process.env['GRAPH_PROPERTY_RUNS'] ?? 2000);

/** Small, large and very large ids, so that both kinds of look-up and the order of ids are tried. */
const IDS = [1, 2, 3, 7, 10, 100, 9_000_000, 2 ** 40, Number.MAX_SAFE_INTEGER];
/** Platforms on both sides of the limit where a mask no longer suffices. */
export const PLATFORMS = [0, 1, 30, 31, 40];

export const anyId = fc.constantFrom(...IDS);

/** Round strengths, whose products are often equal, and any others. */
const anyStrength = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75, 1) },
  { weight: 1, arbitrary: fc.double({ min: 0.001, max: 1, noNaN: true }) },
);

const anyPair = fc.tuple(anyId, anyId).filter(([a, b]) => a !== b);

const anyTie: fc.Arbitrary<NaiveTie> = fc
  .record({
    pair: anyPair,
    strength: anyStrength,
    platforms: fc.subarray(PLATFORMS),
    possible: fc.boolean(),
    certain: fc.boolean(),
  })
  .map(({ pair: [a, b], strength, platforms, possible, certain }) => {
    return { a, b, strength, platforms, possible: possible && !certain };
  });

/** A book of up to nine people, from which the graph is built as well. */
export interface BookAndGraph {
  readonly ties: readonly NaiveTie[];
  readonly doNotAsk: readonly number[];
  readonly rootedAt: number | null;
}

const anyMixedTies = fc.array(anyTie, { minLength: 1, maxLength: 22, size: 'max' });

/** Many ties of two or three strengths: most chains are as strong as another, and the ids have to decide. */
const anyEvenTies = fc.array(
  fc
    .tuple(anyPair, fc.constantFrom(0.5, 0.5, 0.5, 0.25, 1))
    .map(([[a, b], strength]): NaiveTie => ({ a, b, strength, platforms: [0], possible: false })),
  { minLength: 12, maxLength: 30, size: 'max' },
);

export const anyBook: fc.Arbitrary<BookAndGraph> = fc.record({
  ties: fc.oneof(anyMixedTies, anyEvenTies),
  doNotAsk: fc.subarray(IDS, { maxLength: 2 }),
  rootedAt: fc.option(anyId),
});

export function buildBoth({ ties, doNotAsk, rootedAt }: BookAndGraph) {
  const book = new NaiveBook();
  const builder = new GraphBuilder();
  for (const tie of ties) {
    const { mask, overflow } = splitPlatforms(tie.platforms);
    builder.addTie(tie.a, tie.b, tie.strength, mask, tie.possible, overflow);
    book.setTie(tie);
  }
  for (const id of doNotAsk) {
    builder.addPerson(id, { doNotAsk: true });
    book.setPerson(id, true);
  }
  return { book, graph: builder.build({ me: rootedAt }) };
}

/** Filters of every kind, the default one often. */
export const anyFilter: fc.Arbitrary<TieFilter> = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      platforms: fc.subarray(PLATFORMS),
      minStrength: fc.constantFrom(0.15, 0.3, 0.5, 1),
      includePossible: fc.boolean(),
      excludedPeople: fc.subarray(IDS, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
);

export const anyEdit: fc.Arbitrary<GraphEdit> = fc.oneof(
  {
    weight: 4,
    arbitrary: anyTie.map(({ a, b, ...tie }): GraphEdit => ({ kind: 'set-tie', a, b, tie })),
  },
  {
    weight: 3,
    arbitrary: anyPair.map(([a, b]): GraphEdit => ({ kind: 'remove-tie', a, b })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyId, fc.boolean())
      .map(([id, doNotAsk]): GraphEdit => ({ kind: 'set-person', id, doNotAsk })),
  },
  { weight: 1, arbitrary: anyId.map((id): GraphEdit => ({ kind: 'remove-person', id })) },
);
