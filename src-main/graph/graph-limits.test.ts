import { describe, expect, test } from 'vitest';
import type { CompactGraph } from './index.ts';
import {
  applyEdits,
  compactGraph,
  findBestToAsk,
  findChains,
  findCutPoints,
  findOverlap,
  findPairsJoinedOnlyBy,
  findReach,
  findWhoToAsk,
  GraphBuilder,
  needsCompaction,
  packGraph,
  rankByNewAudience,
  removeTie,
  setPerson,
  setTie,
  unpackGraph,
} from './index.ts';

function buildGraph(ties: readonly (readonly [number, number, number])[], me = 1): CompactGraph {
  const builder = new GraphBuilder();
  for (const [a, b, strength] of ties) builder.addTie(a, b, strength);
  return builder.build({ me });
}

/** Person 1 tied to 2, 3, ... with strengths that are all different. */
function buildStar(contacts: number): CompactGraph {
  const builder = new GraphBuilder();
  for (let i = 0; i < contacts; i++) builder.addTie(1, i + 2, (i + 1) / (contacts + 1));
  return builder.build({ me: 1 });
}

describe('equal chains', () => {
  // Two ways of four ties, 1-9-4-5-6 and 1-3-4-5-6, the larger id fed and numbered first. The target's side is
  // crowded, so that the search goes all the way from the start.
  const crowd = Array.from({ length: 40 }, (_, i) => [5 + (i % 2), 100 + i, 0.5] as const);
  const ladder = buildGraph([
    [1, 9, 0.5],
    [9, 4, 0.5],
    [1, 3, 0.5],
    [3, 4, 0.5],
    [4, 5, 0.5],
    [5, 6, 0.5],
    ...crowd,
  ]);

  test('are told apart by the smaller ids, not by the order of the sweep', () => {
    const chains = findChains(ladder, 1, 6, 2);
    expect(chains.map((chain) => chain.people)).toEqual([
      [1, 3, 4, 5, 6],
      [1, 9, 4, 5, 6],
    ]);
  });

  test('compare equal although their products are rounded differently', () => {
    const graph = buildGraph([
      [1, 4, 0.1],
      [4, 5, 0.7],
      [1, 3, 0.7],
      [3, 5, 0.1],
      [1, 2, 0.07],
      [2, 5, 1],
    ]);
    const chains = findChains(graph, 1, 5, 3);
    expect(chains.map((chain) => chain.people[1])).toEqual([2, 3, 4]);
  });

  test('of fewer ties come first', () => {
    const graph = buildGraph([
      [1, 2, 1],
      [2, 3, 0.5],
      [1, 3, 0.5],
    ]);
    expect(findChains(graph, 1, 3, 2).map((chain) => chain.people)).toEqual([
      [1, 3],
      [1, 2, 3],
    ]);
  });
});

describe('more members than bits in a word', () => {
  test('each adds its own', () => {
    const builder = new GraphBuilder();
    const members = Array.from({ length: 70 }, (_, i) => 100 + i);
    for (const member of members) {
      builder.addTie(1, member, 0.5);
      // One contact of its own, one shared with the next member, and one known to all.
      for (const other of [member + 1000, member + 2000, member + 2001, 5000]) {
        builder.addTie(member, other, 0.5);
      }
    }
    const reach = findReach(builder.build({ me: 1 }), 1, members);
    expect(reach.people).toBe(70 + 71 + 1);
    reach.each.forEach(({ adds, exclusive }, i) => {
      expect(adds).toBe(i === 0 ? 4 : 2);
      expect(exclusive).toBe(i === 0 || i === 69 ? 2 : 1);
    });
  });
});

describe('very many different strengths', () => {
  test.each([60_000, 70_000])('%i of them are all kept exactly', (contacts) => {
    const graph = buildStar(contacts);
    for (const contact of [2, 3, 30_000, contacts + 1]) {
      expect(graph.tie(1, contact)?.strength).toBe((contact - 1) / (contacts + 1));
    }
    expect(findChains(graph, 2, contacts + 1)[0]?.people).toEqual([2, 1, contacts + 1]);
  });

  test('an edit may bring the one too many for two-byte codes', () => {
    const graph = buildStar(65_536);
    setTie(graph, 2, 3, { strength: 1 / 3 });
    setTie(graph, 1, 90_000, { strength: 0.987654321 });
    expect(graph.tie(2, 3)?.strength).toBe(1 / 3);
    expect(graph.tie(1, 2)?.strength).toBe(1 / 65_537);
    expect(graph.tie(1, 90_000)?.strength).toBe(0.987654321);
    const strongest = findWhoToAsk(graph, 1, [65_537], 1);
    expect(strongest[0]?.chain.strength).toBe(65_536 / 65_537);
    const unpacked = unpackGraph(packGraph(graph, ''), '');
    expect(unpacked?.tie(1, 90_000)?.strength).toBe(0.987654321);
  });
});

describe('very many combinations of platforms', () => {
  test('are told apart, also when an edit brings one more than a byte can number', () => {
    const builder = new GraphBuilder();
    for (let i = 0; i < 256; i++) builder.addTie(1, i + 2, 0.5, i);
    const graph = builder.build();
    setTie(graph, 1, 1000, { strength: 0.5, platforms: [8, 30, 31, 77] });
    expect(graph.tie(1, 1000)?.platforms).toEqual([8, 30, 31, 77]);
    expect(graph.tie(257, 1)?.platforms).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const onOverflow = findOverlap(graph, 1, 2, { platforms: [77] });
    expect(onOverflow.onlyAPeople).toEqual([1000]);
  });
});

describe('room for edits', () => {
  test('runs out without an answer going wrong, and compaction brings it back', () => {
    const graph = buildStar(1000);
    for (let i = 0; i < 50; i++) {
      removeTie(graph, 1, 2 + i);
      setTie(graph, 2 + i, 3 + i, { strength: 0.5 });
    }
    expect(graph.tieCount).toBe(1000);
    expect(rankByNewAudience(graph, 1)).toHaveLength(950);
    compactGraph(graph);
    expect(needsCompaction(graph)).toBe(false);
    expect(graph.arcsUsed).toBe(2000);
    expect(rankByNewAudience(graph, 1)).toHaveLength(950);
    expect(graph.tie(51, 52)?.strength).toBe(0.5);
  });

  test('people may be added one by one without end', () => {
    const graph = buildGraph([[1, 2, 0.5]]);
    for (let id = 3; id < 5000; id++) setPerson(graph, id, id % 2 === 0);
    setTie(graph, 1, 4999, { strength: 0.25, platforms: [3, 64] });
    expect(graph.people()).toHaveLength(4999);
    expect(graph.isDoNotAsk(4998)).toBe(true);
    expect(graph.tie(4999, 1)).toEqual({ strength: 0.25, platforms: [3, 64], possible: false });
  });
});

describe('a checkpoint that throws', () => {
  const stop = () => {
    throw new Error('stopped');
  };
  const questions: [string, (graph: CompactGraph, checkpoint?: () => void) => unknown][] = [
    ['reach', (graph, checkpoint) => findReach(graph, 1, [2], { hops: 3, ...only(checkpoint) })],
    ['reach of two', (graph, checkpoint) => findReach(graph, 1, [2, 3], only(checkpoint))],
    ['best to ask', (graph, checkpoint) => findBestToAsk(graph, 1, 3, only(checkpoint))],
    ['ranking', (graph, checkpoint) => rankByNewAudience(graph, 1, only(checkpoint))],
    ['pairs', (graph, checkpoint) => findPairsJoinedOnlyBy(graph, 1, 9, only(checkpoint))],
    ['cut points', (graph, checkpoint) => findCutPoints(graph, 1, only(checkpoint))],
  ];
  const only = (checkpoint?: () => void) => (checkpoint === undefined ? {} : { checkpoint });

  test.each(questions)('stops %s and leaves the next answer right', (_, ask) => {
    const graph = buildGraph([
      [1, 2, 0.5],
      [1, 3, 0.5],
      [2, 4, 0.5],
      [3, 4, 0.5],
      [4, 5, 0.5],
    ]);
    const before = ask(graph);
    expect(() => ask(graph, stop)).toThrow('stopped');
    expect(ask(graph)).toEqual(before);
  });
});

describe('what cannot be', () => {
  test.each([
    [1, 2, 0, 'The strength of a tie lies in (0, 1]; 0 does not.'],
    [1, 2, 1.1, 'The strength of a tie lies in (0, 1]; 1.1 does not.'],
    [1, 2, Number.NaN, 'The strength of a tie lies in (0, 1]; NaN does not.'],
    [7, 7, 0.5, 'Person 7 cannot have a tie to themselves.'],
    [0, 7, 0.5, 'A person id is a positive integer, not 0.'],
    [1.5, 7, 0.5, 'A person id is a positive integer, not 1.5.'],
  ])('a tie %d-%d of %d is refused by builder and edit', (a, b, strength, message) => {
    expect(() => new GraphBuilder().addTie(a, b, strength)).toThrow(message);
    const graph = buildGraph([[1, 2, 0.5]]);
    const edit = { kind: 'set-tie', a, b, tie: { strength } } as const;
    const good = { kind: 'remove-tie', a: 1, b: 2 } as const;
    expect(() => applyEdits(graph, [good, edit])).toThrow(message);
    expect(graph.tieCount).toBe(1);
  });

  test('a platform that is no whole number is refused before anything has changed', () => {
    const graph = buildGraph([[1, 2, 0.5]]);
    const tie = { strength: 0.5, platforms: [1.5] };
    const good = { kind: 'remove-tie', a: 1, b: 2 } as const;
    expect(() => applyEdits(graph, [good, { kind: 'set-tie', a: 1, b: 3, tie }])).toThrow(
      'A platform number is 0 or more, not 1.5.',
    );
    expect(graph.tieCount).toBe(1);
    expect(graph.has(3)).toBe(false);
  });

  test('people the graph does not know have no ties in any answer', () => {
    const graph = buildGraph([[1, 2, 0.5]]);
    expect(graph.tie(1, 77)).toBeNull();
    expect(findChains(graph, 1, 77)).toEqual([]);
    expect(findWhoToAsk(graph, 77, [1])).toEqual([]);
    expect(findReach(graph, 77, [78]).people).toBe(0);
  });
});
