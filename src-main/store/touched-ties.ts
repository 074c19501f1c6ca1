import type { ReadableBook } from '../book/access.ts';
import { idsOf, type RowChange } from '../book/row-changes.ts';
import type { PersonId } from '../contract/common.ts';
import type { GraphEdit } from '../graph/index.ts';
import { readTieValue } from './load-graph.ts';

/** Which people and which pairs changed rows concern. */
export interface Touched {
  readonly people: Set<PersonId>;
  readonly pairs: Map<string, readonly [PersonId, PersonId]>;
}

export function touchNothing(): Touched {
  return { people: new Set(), pairs: new Map() };
}

/** Adds those that the rows concern as they were and as they are; to be called right after the change. */
export function addTouched(
  { pairs, people }: Touched,
  book: ReadableBook,
  changes: readonly RowChange[],
): void {
  const ties = new Set<number>();
  const addPair = (low: unknown, high: unknown): void => {
    pairs.set(`${String(low)} ${String(high)}`, [low as PersonId, high as PersonId]);
  };
  for (const change of changes) {
    const { before, table } = change;
    const ids = idsOf([change]);
    if (table === 'person') for (const id of ids) people.add(id as PersonId);
    else if (table === 'tie') {
      for (const id of ids) ties.add(id);
      if (before !== null) addPair(before['low_person_id'], before['high_person_id']);
    } else if (table === 'evidence') {
      if (before !== null) ties.add(Number(before['tie_id']));
      for (const id of ids) {
        const tieId = book.value<number>('SELECT tie_id FROM evidence WHERE id = @id', { id });
        if (tieId !== undefined) ties.add(tieId);
      }
    }
  }
  for (const id of ties) {
    const row = book.get<{ low: number; high: number }>(
      'SELECT low_person_id AS low, high_person_id AS high FROM tie WHERE id = @id',
      { id },
    );
    if (row !== undefined) addPair(row.low, row.high);
  }
}

/** What brings a graph of former rows up to date: everybody and every pair concerned, as the book has them now. */
export function editsFor(
  { pairs, people }: Touched,
  book: ReadableBook,
  today: string,
): GraphEdit[] {
  return [
    ...[...people].map((id) => personEdit(book, id)),
    ...[...pairs.values()].map(([a, b]) => tieEdit(book, a, b, today)),
  ];
}

function personEdit(book: ReadableBook, id: PersonId): GraphEdit {
  const doNotAsk = book.value<number>('SELECT do_not_ask FROM person WHERE id = @id', { id });
  if (doNotAsk === undefined) return { kind: 'remove-person', id };
  return { kind: 'set-person', id, doNotAsk: doNotAsk === 1 };
}

function tieEdit(book: ReadableBook, a: PersonId, b: PersonId, today: string): GraphEdit {
  const tie = readTieValue(book, a, b, today);
  return tie === null ? { kind: 'remove-tie', a, b } : { kind: 'set-tie', a, b, tie };
}
