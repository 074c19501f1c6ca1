import { arrangeRows } from './arrange-rows.ts';
import { assembleGraph, prepareFilling } from './build-rows.ts';
import type { CompactGraph } from './compact-graph.ts';
import { RowFiller } from './fill-rows.ts';
import { PeopleIndex } from './people-index.ts';
import { runToEnd } from './run-to-end.ts';
import { grown, requireStrength, TieValues } from './tie-values.ts';

export interface BuildOptions {
  /** Where the breadth-first numbering begins: near people get near numbers, hence near memory. */
  readonly me?: number | null;
}

/** Collects people and ties in any order, and builds the graph from them. */
export class GraphBuilder {
  readonly #people = new PeopleIndex();
  readonly #values = new TieValues();
  #from: Uint32Array;
  #to: Uint32Array;
  #ties = 0;

  /** @param expectedTies room to begin with; more ties are taken, at the cost of moving those before */
  constructor(expectedTies = 4096) {
    const room = Math.max(1, expectedTies);
    this.#from = new Uint32Array(room);
    this.#to = new Uint32Array(room);
  }

  /** A person, with or without ties. People named by a tie need not be added. */
  addPerson(id: number, options: { readonly doNotAsk?: boolean } = {}): void {
    this.#people.add(id, options.doNotAsk === true);
  }

  /**
   * A tie; of two for the same pair, the later counts.
   *
   * @param strength in (0, 1], kept exactly
   * @param mask platforms 0..30 with evidence, one bit each
   * @param possible true for a tie that was only inferred
   * @param overflow platform numbers of 31 and more
   * Throws RangeError for a strength outside (0, 1], a tie to oneself, or an id that is no positive integer.
   */
  addTie(
    idA: number,
    idB: number,
    strength: number,
    mask = 0,
    possible = false,
    overflow: readonly number[] = [],
  ): void {
    requireTie(idA, idB, strength);
    if (this.#ties === this.#from.length) {
      this.#from = grown(this.#from);
      this.#to = grown(this.#to);
    }
    this.#from[this.#ties] = this.#people.numberOf(idA);
    this.#to[this.#ties] = this.#people.numberOf(idB);
    this.#values.add(strength, mask, possible, overflow);
    this.#ties++;
  }

  /** Builds the graph. The builder is used up by it. */
  build({ me = null }: BuildOptions = {}): CompactGraph {
    const ties = this.#ties;
    const people = this.#people;
    const pairs = {
      people: people.size,
      from: this.#from.subarray(0, ties),
      to: this.#to.subarray(0, ties),
    };
    const root = me === null ? -1 : people.find(me);
    const arrangement = runToEnd(arrangeRows(pairs, root, false));
    // every tie has a value of its own
    const valueOf = Uint32Array.from({ length: ties }, (_, tie) => tie + 1);
    const filling = prepareFilling(arrangement, this.#values, valueOf, false);
    new RowFiller(filling).fill(0, people.size);
    return assembleGraph(arrangement, filling, this.#values, people);
  }
}

/** Throws RangeError when the tie cannot be: shared by the builder and by edits. */
export function requireTie(idA: number, idB: number, strength: number): void {
  requireStrength(strength);
  if (idA === idB) throw new RangeError(`Person ${idA} cannot have a tie to themselves.`);
}
