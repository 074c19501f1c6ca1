import type { BuildOptions } from './build-rows.ts';
import { buildGraph } from './build-rows.ts';
import type { CompactGraph } from './compact-graph.ts';
import { DO_NOT_ASK } from './compact-graph.ts';
import { IdIndex } from './id-index.ts';
import { runToEnd } from './run-to-end.ts';
import { StrengthDictionary } from './strength-dictionary.ts';
import type { SweptTies } from './swept-ties.ts';
import { TieClasses } from './tie-classes.ts';

/** Collects people and ties in any order, in one sweep over the book, and builds the graph from them. */
export class GraphBuilder {
  readonly #index = new IdIndex();
  readonly #classes = new TieClasses();
  readonly #strengths = new StrengthDictionary();
  #ids = new Float64Array(1024);
  #flags = new Uint8Array(1024);
  #people = 0;
  #from: Uint32Array;
  #to: Uint32Array;
  #code: Uint32Array;
  #class: Uint32Array;
  #ties = 0;
  /** Codes of strength and class, by the number of a value. */
  #valueCodes = new Uint32Array(64);
  #valueClasses = new Uint32Array(64);
  #values = 0;

  /** @param expectedTies room to begin with; more ties are taken, at the cost of moving those before */
  constructor(expectedTies = 4096) {
    const room = Math.max(1, expectedTies);
    this.#from = new Uint32Array(room);
    this.#to = new Uint32Array(room);
    this.#code = new Uint32Array(room);
    this.#class = new Uint32Array(room);
  }

  /** A person, with or without ties. People named by a tie need not be added. */
  addPerson(id: number, options: { readonly doNotAsk?: boolean } = {}): void {
    const index = this.#indexOf(id);
    this.#flags[index] = options.doNotAsk === true ? DO_NOT_ASK : 0;
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
    const tieClass = this.#classes.intern(mask, possible, overflow);
    this.#push(idA, idB, this.#strengths.intern(strength), tieClass);
  }

  /**
   * Numbers a value, for `addTieOf`: in a sweep most ties share theirs with others. Throws RangeError for a strength
   * outside (0, 1].
   */
  addValue(
    strength: number,
    mask: number,
    possible: boolean,
    overflow: readonly number[] = [],
  ): number {
    requireStrength(strength);
    if (this.#values === this.#valueCodes.length) {
      this.#valueCodes = grown(this.#valueCodes);
      this.#valueClasses = grown(this.#valueClasses);
    }
    const value = this.#values++;
    this.#valueCodes[value] = this.#strengths.intern(strength);
    this.#valueClasses[value] = this.#classes.intern(mask, possible, overflow);
    return value;
  }

  /** A tie like `addTie`, its value given by number. */
  addTieOf(idA: number, idB: number, value: number): void {
    requireTwoPeople(idA, idB);
    this.#push(idA, idB, this.#valueCodes[value], this.#valueClasses[value]);
  }

  /** Builds the graph. The builder is used up by it. */
  build(options: BuildOptions = {}): CompactGraph {
    return runToEnd(this.buildInSteps(options));
  }

  /** Like `build`, with a yield every few milliseconds. */
  buildInSteps(options: BuildOptions = {}): Generator<void, CompactGraph> {
    const swept: SweptTies = {
      people: this.#people,
      ids: this.#ids,
      flags: this.#flags,
      ties: this.#ties,
      from: this.#from,
      to: this.#to,
      code: this.#code,
      strengths: this.#strengths,
      tieClass: this.#class,
      classes: this.#classes,
    };
    const me = options.me ?? null;
    const root = me === null ? -1 : this.#index.get(me);
    return buildGraph(swept, root, options);
  }

  #push(idA: number, idB: number, code: number, tieClass: number): void {
    if (this.#ties === this.#from.length) this.#growTies();
    const tie = this.#ties++;
    this.#from[tie] = this.#indexOf(idA);
    this.#to[tie] = this.#indexOf(idB);
    this.#code[tie] = code;
    this.#class[tie] = tieClass;
  }

  #indexOf(id: number): number {
    const known = this.#index.get(id);
    if (known >= 0) return known;
    if (this.#people === this.#ids.length) this.#growPeople();
    this.#index.set(id, this.#people);
    this.#ids[this.#people] = id;
    return this.#people++;
  }

  #growPeople(): void {
    const ids = new Float64Array(this.#ids.length * 2);
    const flags = new Uint8Array(this.#ids.length * 2);
    ids.set(this.#ids);
    flags.set(this.#flags);
    this.#ids = ids;
    this.#flags = flags;
  }

  #growTies(): void {
    this.#from = grown(this.#from);
    this.#to = grown(this.#to);
    this.#code = grown(this.#code);
    this.#class = grown(this.#class);
  }
}

function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(column.length * 2);
  wider.set(column);
  return wider;
}

/** Throws RangeError when the tie cannot be: shared by the builder and by edits. */
export function requireTie(idA: number, idB: number, strength: number): void {
  requireStrength(strength);
  requireTwoPeople(idA, idB);
}

function requireStrength(strength: number): void {
  if (!(strength > 0 && strength <= 1)) {
    throw new RangeError(`The strength of a tie lies in (0, 1]; ${strength} does not.`);
  }
}

function requireTwoPeople(idA: number, idB: number): void {
  if (idA === idB) throw new RangeError(`Person ${idA} cannot have a tie to themselves.`);
}
