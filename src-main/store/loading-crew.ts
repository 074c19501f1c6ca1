import { RowFiller, type Filling } from '../graph/index.ts';
import { fillNextBlock, makeBlocks, shareDone } from './fill-blocks.ts';
import { LoadingWork, type Arranged, type Followed, type PairsToArrange } from './loading-work.ts';

/** Work in short steps; each says how much is done, 0 to 1. */
export type Steps<Result> = Generator<number, Result>;

/**
 * Who does the part of loading a graph that needs no book. Called in this order: once all pairs are known, then with
 * the evidence chunk by chunk, then for the results, in the end for the filling of the rows.
 */
export interface LoadingCrew {
  arrange(task: PairsToArrange): void;
  /** Evidence of a chunk: positions of pairs, each with the number of a piece behind it. May be used again afterwards. */
  follow(evidence: Uint32Array): Steps<void>;
  /** After the last chunk. */
  followed(): Steps<Followed>;
  arranged(): Steps<Arranged>;
  fill(filling: Filling): Steps<void>;
}

/** All in the thread that reads. */
export class LoadingAlone implements LoadingCrew {
  #work: LoadingWork | null = null;

  arrange(task: PairsToArrange): void {
    this.#work = new LoadingWork(task);
  }

  // eslint-disable-next-line require-yield
  *follow(evidence: Uint32Array): Steps<void> {
    this.#begun.follow(evidence);
  }

  *followed(): Steps<Followed> {
    yield 1;
    return this.#begun.followed;
  }

  *arranged(): Steps<Arranged> {
    for (;;) {
      const arranged = this.#begun.arrangeOn();
      if (arranged !== null) return arranged;
      yield 0;
    }
  }

  *fill(filling: Filling): Steps<void> {
    const blocks = makeBlocks();
    const filler = new RowFiller(filling);
    while (fillNextBlock(blocks, filling, filler)) yield shareDone(blocks, filling);
  }

  get #begun(): LoadingWork {
    if (this.#work === null) throw new Error('Nothing was given to arrange.');
    return this.#work;
  }
}
