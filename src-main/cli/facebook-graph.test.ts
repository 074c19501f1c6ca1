import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runCli } from './run-cli.ts';

/** A real network with answers computed by another program: every figure of it, through the command line. */
interface Expected {
  readonly me: string;
  readonly nodes: number;
  readonly ties: number;
  readonly overlap: readonly {
    readonly a: string;
    readonly b: string;
    readonly size_a: number;
    readonly size_b: number;
    readonly shared: number;
    readonly only_a: number;
    readonly only_b: number;
    readonly jaccard: number;
  }[];
  readonly reach: readonly {
    readonly through: readonly string[];
    readonly hops: number;
    readonly people: number;
  }[];
  readonly best_to_ask: {
    readonly k: number;
    readonly picks: readonly (readonly [name: string, adds: number])[];
    readonly new_people: number;
  };
  /** null: no chain of at most 4 ties. */
  readonly chain: readonly { readonly to: string; readonly strength: number | null }[];
  readonly who_to_ask: {
    readonly targets: readonly string[];
    readonly ask: readonly (readonly [name: string, strength: number])[];
  };
  readonly pairs_joined_only_by_me: number;
  readonly constraint_unweighted: Readonly<Record<string, number>>;
}

const fixtures = new URL('../graph/fixtures/facebook-graph/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('expected.json', fixtures), 'utf8')) as Expected;

// Every command opens the book and loads its graph: a second each on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;

async function run<Answer>(...argv: string[]): Promise<Answer> {
  const book = join(folder, 'book.acquaint');
  const { exitCode, out } = await runCli(['--book', book, ...argv, '--json'], {});
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: expect.any(String) });
  return JSON.parse(out) as Answer;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-facebook-'));
  const ties = join(folder, 'ties.csv');
  writeFileSync(ties, gunzipSync(readFileSync(new URL('ties.csv.gz', fixtures))));
  await run('me', expected.me);
  await run('import', ties);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the Facebook graph through the command line', () => {
  test('is all there', async () => {
    const { counts } = await run<{ counts: { people: number; ties: number } }>('check');
    // everybody but me
    expect(counts).toMatchObject({ people: expected.nodes - 1, ties: expected.ties });
  });

  test.each(expected.overlap)('overlap of $a and $b', async (row) => {
    const overlap = await run<{ jaccard: number }>('overlap', row.a, row.b);
    const counts = { sizeA: row.size_a, sizeB: row.size_b, shared: row.shared };
    expect(overlap).toMatchObject({
      a: { name: row.a, size: row.size_a },
      b: { name: row.b, size: row.size_b },
      shared: row.shared,
      onlyA: row.only_a,
      onlyB: row.only_b,
      byPlatform: [counts],
    });
    expect(overlap.jaccard).toBeCloseTo(row.jaccard, 8);
  });

  test.each(expected.reach)('reach over $hops hops through $through', async (row) => {
    const { through, hops, people } = row;
    const reach = await run<{ people: number; each: { adds: number }[] }>(
      'reach',
      ...through,
      '--hops',
      String(hops),
    );
    expect(reach).toMatchObject({ through, hops, people });
    expect(reach.each.reduce((sum, { adds }) => sum + adds, 0)).toBe(people);
  });

  test('the best to ask, in their order', async () => {
    const { k, new_people: newToMe, picks } = expected.best_to_ask;
    expect(await run('reach', '--best', String(k))).toEqual({
      picks: picks.map(([name, adds]) => ({ name, adds })),
      newToMe,
    });
  });

  test.each(expected.chain)('the best chain to $to', async ({ strength, to }) => {
    const { paths } = await run<{ paths: { strength: number; people: string[] }[] }>('chain', to);
    expect(paths.length > 0).toBe(strength !== null);
    expect(paths[0]?.strength ?? 0).toBeCloseTo(strength ?? 0, 9);
    expect(paths[0]?.people.length ?? 0).toBeLessThanOrEqual(5);
  });

  test('whom to ask for five people, in their order', async () => {
    const { ask: wanted, targets } = expected.who_to_ask;
    const { ask } = await run<{ ask: { name: string; strength: number }[] }>(
      'ask',
      ...targets,
      '--limit',
      String(wanted.length),
    );
    expect(ask.map(({ name }) => name)).toEqual(wanted.map(([name]) => name));
    ask.forEach(({ strength }, at) => expect(strength).toBeCloseTo(wanted[at]?.[1] ?? 0, 9));
  });

  test('pairs of contacts whom nobody but me joins', async () => {
    const { pairsJoinedOnlyByMe } = await run<{ pairsJoinedOnlyByMe: number }>('brokers');
    expect(pairsJoinedOnlyByMe).toBe(expected.pairs_joined_only_by_me);
  });

  test.each(Object.entries(expected.constraint_unweighted))(
    'constraint of %s',
    async (name, constraint) => {
      const answer = await run<{ constraint: number }>('brokers', name);
      expect(answer.constraint).toBeCloseTo(constraint, 8);
    },
  );
});
