import type { TieClasses } from './tie-classes.ts';

/** What a sweep over the book collected, people numbered as they came. */
export interface SweptTies {
  readonly people: number;
  readonly ids: Float64Array;
  readonly flags: Uint8Array;
  readonly ties: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly strength: Float64Array;
  readonly tieClass: Uint32Array;
  readonly classes: TieClasses;
}

/** Ties by the person they touch, as they came; `others` is the person at the other end. */
export interface Adjacency {
  readonly start: Uint32Array;
  readonly ties: Uint32Array;
  readonly others: Uint32Array;
}

export function groupByPerson(swept: SweptTies): Adjacency {
  const { people, ties, from, to } = swept;
  const cursor = new Uint32Array(people + 2);
  for (let tie = 0; tie < ties; tie++) {
    cursor[from[tie] + 2]++;
    cursor[to[tie] + 2]++;
  }
  for (let at = 2; at < cursor.length; at++) cursor[at] += cursor[at - 1];
  const grouped = new Uint32Array(ties * 2);
  const others = new Uint32Array(ties * 2);
  for (let tie = 0; tie < ties; tie++) {
    const a = cursor[from[tie] + 1]++;
    grouped[a] = tie;
    others[a] = to[tie];
    const b = cursor[to[tie] + 1]++;
    grouped[b] = tie;
    others[b] = from[tie];
  }
  // Filling moved every cursor to the end of its row, which is the start of the next one.
  return { start: cursor.subarray(0, people + 1), ties: grouped, others };
}

/** The sweep without ties of pairs that were fed again later; the same object when there are none. */
export function dropRepeated(swept: SweptTies, adjacency: Adjacency): SweptTies {
  const { start, ties, others } = adjacency;
  const seenFrom = new Uint32Array(swept.people);
  const isRepeated = new Uint8Array(swept.ties);
  let repeated = 0;
  for (let person = 0; person < swept.people; person++) {
    for (let i = start[person + 1] - 1; i >= start[person]; i--) {
      const isAgain = seenFrom[others[i]] === person + 1;
      if (isAgain && isRepeated[ties[i]] === 0) {
        isRepeated[ties[i]] = 1;
        repeated++;
      }
      seenFrom[others[i]] = person + 1;
    }
  }
  if (repeated === 0) return swept;
  const keep = <Column extends Uint32Array | Float64Array>(column: Column) =>
    column.subarray(0, swept.ties).filter((_, tie) => isRepeated[tie] === 0) as Column;
  return {
    ...swept,
    ties: swept.ties - repeated,
    from: keep(swept.from),
    to: keep(swept.to),
    strength: keep(swept.strength),
    tieClass: keep(swept.tieClass),
  };
}

/** Old indices in breadth-first order from `root`, then from everybody not yet seen. */
export function orderBreadthFirst(adjacency: Adjacency, people: number, root: number): Uint32Array {
  const { start, others } = adjacency;
  const order = new Uint32Array(people);
  const isSeen = new Uint8Array(people);
  let found = 0;
  let next = 0;
  for (let candidate = root < 0 ? 0 : -1; candidate < people; candidate++) {
    const seed = candidate < 0 ? root : candidate;
    if (isSeen[seed]) continue;
    isSeen[seed] = 1;
    order[found++] = seed;
    while (next < found) {
      const person = order[next++];
      for (let i = start[person]; i < start[person + 1]; i++) {
        const other = others[i];
        if (isSeen[other]) continue;
        isSeen[other] = 1;
        order[found++] = other;
      }
    }
  }
  return order;
}
