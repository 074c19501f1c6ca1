import type { ReadableBook } from '../book/access.ts';
import type { RowChange } from '../book/change-log.ts';
import type { Network } from '../book/network.ts';
import type { PersonId } from '../contract/common.ts';
import { applyEdits, type CompactGraph, type GraphEdit } from '../graph/index.ts';
import { loadGraph, readTieValue } from './load-graph.ts';

/** Beyond this many changed rows, loading anew is quicker than editing row by row. */
const reloadAbove = 5_000;

/**
 * Keeps the graph of one book as of one day: loaded on first use, edited after each commit from the rows that
 * changed, loaded anew when too much has changed at once. Another day needs another service: strengths fade.
 */
export class NetworkService implements Network {
  readonly #book: ReadableBook;
  readonly #today: string;
  #graph: CompactGraph | null = null;

  constructor(book: ReadableBook, today: string) {
    this.#book = book;
    this.#today = today;
  }

  graph(): CompactGraph {
    this.#graph ??= loadGraph(this.#book, this.#today);
    return this.#graph;
  }

  /** Follows a commit, an undo or a redo. Must be called after the change, outside of any transaction. */
  applyChanges(changes: readonly RowChange[]): void {
    if (this.#graph === null) return;
    if (changes.length > reloadAbove) {
      this.#graph = null;
      return;
    }
    const touched = readTouched(this.#book, changes);
    applyEdits(this.#graph, [
      ...this.#personEdits(touched.people),
      ...this.#tieEdits(touched.pairs),
    ]);
  }

  #personEdits(people: ReadonlySet<number>): GraphEdit[] {
    return [...people].map((id): GraphEdit => {
      const doNotAsk = this.#book.value<number>('SELECT do_not_ask FROM person WHERE id = @id', {
        id,
      });
      if (doNotAsk === undefined) return { kind: 'remove-person', id };
      return { kind: 'set-person', id, doNotAsk: doNotAsk === 1 };
    });
  }

  #tieEdits(pairs: ReadonlyMap<string, readonly [PersonId, PersonId]>): GraphEdit[] {
    return [...pairs.values()].map(([a, b]): GraphEdit => {
      const tie = readTieValue(this.#book, a, b, this.#today);
      return tie === null ? { kind: 'remove-tie', a, b } : { kind: 'set-tie', a, b, tie };
    });
  }
}

interface Touched {
  readonly people: ReadonlySet<number>;
  readonly pairs: ReadonlyMap<string, readonly [PersonId, PersonId]>;
}

/** Which people and which pairs the changed rows concern, as they were and as they are. */
function readTouched(book: ReadableBook, changes: readonly RowChange[]): Touched {
  const people = new Set<number>();
  const pairs = new Map<string, readonly [PersonId, PersonId]>();
  const ties = new Set<number>();
  const addPair = (low: unknown, high: unknown): void => {
    pairs.set(`${String(low)} ${String(high)}`, [low as PersonId, high as PersonId]);
  };
  for (const { table, rowId, before } of changes) {
    if (table === 'person') people.add(rowId);
    else if (table === 'tie') {
      ties.add(rowId);
      if (before !== null) addPair(before['low_person_id'], before['high_person_id']);
    } else if (table === 'evidence') {
      if (before !== null) ties.add(Number(before['tie_id']));
      const tieId = book.value<number>('SELECT tie_id FROM evidence WHERE id = @rowId', { rowId });
      if (tieId !== undefined) ties.add(tieId);
    }
  }
  for (const id of ties) {
    const row = book.get<{ low: number; high: number }>(
      'SELECT low_person_id AS low, high_person_id AS high FROM tie WHERE id = @id',
      { id },
    );
    if (row !== undefined) addPair(row.low, row.high);
  }
  return { people, pairs };
}
