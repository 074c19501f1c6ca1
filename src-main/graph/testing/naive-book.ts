import type { GraphEdit } from '../edit-graph.ts';
import type { TieFilter } from '../tie-filter.ts';

/** A tie as the tests write it down. */
export interface NaiveTie {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
  readonly platforms: readonly number[];
  readonly possible: boolean;
}

/** People and ties kept in the plainest way: what the graph's answers are compared with. */
export class NaiveBook {
  readonly doNotAsk = new Map<number, boolean>();
  readonly ties = new Map<string, NaiveTie>();

  setPerson(id: number, doNotAsk: boolean): void {
    this.doNotAsk.set(id, doNotAsk);
  }

  setTie(tie: NaiveTie): void {
    for (const id of [tie.a, tie.b]) if (!this.doNotAsk.has(id)) this.doNotAsk.set(id, false);
    this.ties.set(keyOf(tie.a, tie.b), tie);
  }

  apply(edit: GraphEdit): void {
    if (edit.kind === 'set-person') this.setPerson(edit.id, edit.doNotAsk);
    else if (edit.kind === 'remove-tie') this.ties.delete(keyOf(edit.a, edit.b));
    else if (edit.kind === 'remove-person') this.#removePerson(edit.id);
    else {
      const { strength, platforms = [], possible = false } = edit.tie;
      this.setTie({ a: edit.a, b: edit.b, strength, platforms: [...platforms], possible });
    }
  }

  #removePerson(id: number): void {
    this.doNotAsk.delete(id);
    for (const [key, tie] of this.ties) if (tie.a === id || tie.b === id) this.ties.delete(key);
  }

  people(): number[] {
    return [...this.doNotAsk.keys()];
  }

  /** The tie between two people if the filter lets it be seen; who is excluded does not matter here. */
  seenTie(a: number, b: number, filter: TieFilter): NaiveTie | null {
    const tie = this.ties.get(keyOf(a, b));
    if (tie === undefined) return null;
    if (tie.possible && filter.includePossible !== true) return null;
    if (tie.strength < (filter.minStrength ?? 0)) return null;
    if (filter.platforms !== undefined) {
      const wanted = new Set(filter.platforms);
      if (!tie.platforms.some((platform) => wanted.has(platform))) return null;
    }
    return tie;
  }

  /** People tied to somebody, as the filter sees it, without the excluded. */
  neighbours(person: number, filter: TieFilter): Set<number> {
    const excluded = new Set(filter.excludedPeople);
    const others = this.people().filter(
      (other) => !excluded.has(other) && this.seenTie(person, other, filter) !== null,
    );
    return new Set(others);
  }
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

/** Elements of a set that a predicate holds for, ascending. */
export function sorted(people: Iterable<number>, keep: (id: number) => boolean = () => true) {
  return [...people].filter(keep).toSorted((a, b) => a - b);
}

/** The filter with the people that a question is about taken off its list of excluded ones. */
export function about(filter: TieFilter, ...subjects: (number | null)[]): TieFilter {
  const excludedPeople = [...(filter.excludedPeople ?? [])].filter((id) => !subjects.includes(id));
  return { ...filter, excludedPeople };
}
