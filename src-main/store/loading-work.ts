import { arrangeRows, PeopleIndex, wordsOf, type Arrangement } from '../graph/index.ts';
import { PatternTree, type Patterns } from './pattern-tree.ts';

/** What the rows of a graph are arranged from. */
export interface PairsToArrange {
  /** Ids on both sides of each pair, by position; 0 where there is none. They are taken over. */
  readonly low: Uint32Array | Float64Array;
  readonly high: Uint32Array | Float64Array;
  /** Ids of all people. */
  readonly people: Float64Array;
  readonly me: number | null;
}

export interface Arranged {
  readonly arrangement: Arrangement;
  /** By number: those of the people as they were given, then of any others who are in a pair. */
  readonly ids: Float64Array;
}

/** The evidence of all pairs. */
export interface Followed {
  readonly patterns: Patterns;
  /** By position of the pair. */
  readonly patternOf: Uint32Array;
}

/** Pairs given their numbers in a step. */
const pairsAStep = 20_000;

/** The part of loading a graph that needs no book: another thread can do it while this one reads. */
export class LoadingWork {
  readonly #patternOf: Uint32Array;
  readonly #patterns = new PatternTree();
  readonly #steps: Generator<void, Arranged>;
  #arranged: Arranged | null = null;

  constructor(task: PairsToArrange) {
    this.#patternOf = wordsOf(task.low.length, true);
    this.#steps = arrange(task);
  }

  /** Evidence: positions of pairs, each with the number of a piece behind it. */
  follow(evidence: Uint32Array): void {
    const patternOf = this.#patternOf;
    for (let at = 0; at < evidence.length; at += 2) {
      const position = evidence[at] ?? 0;
      patternOf[position] = this.#patterns.extend(patternOf[position] ?? 0, evidence[at + 1] ?? 0);
    }
  }

  get followed(): Followed {
    const { lastPieces, parents, size } = this.#patterns;
    return { patterns: { lastPieces, parents, size }, patternOf: this.#patternOf };
  }

  /** Arranges on for a few milliseconds. Null while there is more to do. */
  arrangeOn(): Arranged | null {
    if (this.#arranged !== null) return this.#arranged;
    const step = this.#steps.next();
    if (step.done === true) this.#arranged = step.value;
    return this.#arranged;
  }
}

function* arrange({ high, low, me, people }: PairsToArrange): Generator<void, Arranged> {
  const index = new PeopleIndex();
  for (let at = 0; at < people.length; at += 1) {
    index.add(people[at] ?? 0, false);
    if (at % pairsAStep === 0) yield;
  }
  // numbers in the place of ids, where these are as narrow
  const from = low instanceof Uint32Array ? low : new Uint32Array(low.length);
  const to = high instanceof Uint32Array ? high : new Uint32Array(high.length);
  for (let at = 0; at < low.length; at += 1) {
    const isPair = low[at] !== 0;
    from[at] = isPair ? index.numberOf(low[at] ?? 0) : 0;
    to[at] = isPair ? index.numberOf(high[at] ?? 0) : 0;
    if (at % pairsAStep === 0) yield;
  }
  const root = me === null ? -1 : index.find(me);
  const arrangement = yield* arrangeRows({ people: index.size, from, to }, root, true);
  return { arrangement, ids: index.ids.slice() };
}
