import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  findBestToAsk,
  findChains,
  findConstraint,
  findOverlap,
  findPairsJoinedOnlyBy,
  findReach,
  findWhoToAsk,
  GraphBuilder,
} from './index.ts';

/** A real network with answers computed by another program; person ids here are number + 1. */
interface Expected {
  nodes: number;
  ties: number;
  overlap: {
    a: string;
    b: string;
    size_a: number;
    size_b: number;
    shared: number;
    only_a: number;
    only_b: number;
    jaccard: number;
  }[];
  reach: { through: string[]; hops: number; people: number }[];
  best_to_ask: { k: number; picks: [string, number][]; new_people: number };
  /** null: no chain of at most 4 ties. */
  chain: { to: string; strength: number | null }[];
  chain_any_length: { to: string; strength: number }[];
  who_to_ask: { targets: string[]; ask: [string, number][] };
  pairs_joined_only_by_me: number;
  constraint_unweighted: Record<string, number>;
}

const folder = new URL('./fixtures/facebook-graph/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected;

const idOf = (name: string) => Number(name.replace('Person ', '')) + 1;
const nameOf = (id: number) => `Person ${id - 1}`;
const me = idOf('Person 0');

function loadGraph() {
  const builder = new GraphBuilder();
  const text = gunzipSync(readFileSync(new URL('ties.csv.gz', folder))).toString('utf8');
  for (const line of text.trim().split(/\r?\n/).slice(1)) {
    const [from, to, , strength] = line.split(',');
    builder.addTie(idOf(from), idOf(to), Number(strength), 1);
  }
  return builder.build({ me });
}

describe('the Facebook graph', () => {
  const graph = loadGraph();

  test('has the stated size', () => {
    expect(graph.people()).toHaveLength(expected.nodes);
    expect(graph.tieCount).toBe(expected.ties);
  });

  test.each(expected.overlap)('overlap of $a and $b', (row) => {
    const overlap = findOverlap(graph, idOf(row.a), idOf(row.b));
    expect(overlap).toMatchObject({
      sizeA: row.size_a,
      sizeB: row.size_b,
      shared: row.shared,
      onlyA: row.only_a,
      onlyB: row.only_b,
    });
    expect(overlap.jaccard).toBeCloseTo(row.jaccard, 8);
    expect(overlap.byPlatform).toEqual([
      { platform: 0, sizeA: row.size_a, sizeB: row.size_b, shared: row.shared },
    ]);
  });

  test.each(expected.chain)('best chain to $to', ({ to, strength }) => {
    const [chain] = findChains(graph, me, idOf(to));
    expect(chain?.strength ?? 0).toBeCloseTo(strength ?? 0, 9);
    expect(chain?.ties.length ?? 0).toBeLessThanOrEqual(4);
  });

  test.each(expected.chain_any_length)('best chain of any length to $to', ({ to, strength }) => {
    const [chain] = findChains(graph, me, idOf(to), 1, { maxTies: Number.POSITIVE_INFINITY });
    expect(chain?.strength).toBeCloseTo(strength, 9);
  });

  test('whom to ask for five people', () => {
    const asks = findWhoToAsk(graph, me, expected.who_to_ask.targets.map(idOf), 10);
    expect(asks.map((ask) => nameOf(ask.contact))).toEqual(
      expected.who_to_ask.ask.map(([name]) => name),
    );
    asks.forEach((ask, i) => {
      expect(ask.chain.strength).toBeCloseTo(expected.who_to_ask.ask[i][1], 9);
    });
  });

  test.each(expected.reach)(
    'reach over $hops hops through $through',
    ({ through, hops, people }) => {
      const reach = findReach(graph, me, through.map(idOf), { hops });
      expect(reach.people).toBe(people);
      expect(reach.each.reduce((sum, member) => sum + member.adds, 0)).toBe(people);
    },
  );

  test('the best contacts to ask, in their order', () => {
    const best = findBestToAsk(graph, me, expected.best_to_ask.k);
    const picks = best.picks.map(({ person, adds }) => [nameOf(person), adds]);
    expect(picks).toEqual(expected.best_to_ask.picks);
    expect(best.newToMe).toBe(expected.best_to_ask.new_people);
  });

  test('pairs of contacts whom nobody but me joins', () => {
    const { count, pairs } = findPairsJoinedOnlyBy(graph, me, 100_000);
    expect(count).toBe(expected.pairs_joined_only_by_me);
    expect(pairs).toHaveLength(expected.pairs_joined_only_by_me);
  });

  test.each(Object.entries(expected.constraint_unweighted))('constraint of %s', (name, value) => {
    expect(findConstraint(graph, idOf(name))).toBeCloseTo(value, 8);
  });
});
