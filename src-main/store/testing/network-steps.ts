import fc from 'fast-check';
import type { TestBook } from '../../book/testing/make-book.ts';
import type { CompactGraph } from '../../graph/index.ts';

/** All that a graph says, in a form that can be compared. */
export function listTies(graph: CompactGraph): string[] {
  return graph
    .people()
    .flatMap((a) =>
      graph
        .neighbourIds(a)
        .filter((b) => a < b)
        .map((b) => `${a}-${b} ${JSON.stringify(graph.tie(a, b))}`),
    )
    .toSorted();
}

export function listPeople(graph: CompactGraph): string[] {
  return graph
    .people()
    .map((id) => `${id} ${graph.isDoNotAsk(id)}`)
    .toSorted();
}

/** One thing a user does; people are numbers that are taken modulo those who exist. */
export type Step =
  | { readonly do: 'create' | 'undo' | 'redo' }
  | { readonly do: 'remove' | 'toggleAsk' | 'report'; readonly who: number }
  | {
      readonly do: 'tell' | 'untie' | 'rate';
      readonly who: number;
      readonly whom: number;
      readonly rating: number;
    };

const somebody = fc.nat(30);
export const someStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('create' as const, 'undo' as const, 'redo' as const) }),
  fc.record({
    do: fc.constantFrom('remove' as const, 'toggleAsk' as const, 'report' as const),
    who: somebody,
  }),
  fc.record({
    do: fc.constantFrom('tell' as const, 'tell' as const, 'untie' as const, 'rate' as const),
    who: somebody,
    whom: somebody,
    rating: fc.integer({ min: 1, max: 5 }),
  }),
);

export async function takeStep(book: TestBook, step: Step): Promise<void> {
  const ids = book.book.column<number>('SELECT id FROM person ORDER BY id');
  const pick = (at: number): number => ids[at % ids.length] ?? 1;
  switch (step.do) {
    case 'create':
      await book.dispatch('people.create', { name: `Person ${ids.length}` });
      break;
    case 'undo':
    case 'redo':
      await book.dispatch(`book.${step.do}`);
      break;
    case 'remove':
      await book.dispatch('people.remove', { ids: [pick(step.who)] });
      break;
    case 'toggleAsk':
      await book.dispatch('people.update', { id: pick(step.who), doNotAsk: step.who % 2 === 0 });
      break;
    case 'report':
      await book.dispatch('ties.reportSize', { id: pick(step.who), platform: 'x', size: 100 });
      break;
    case 'tell':
      await book.dispatch('ties.tell', { a: pick(step.who), b: pick(step.whom) });
      break;
    case 'untie':
      await book.dispatch('ties.remove', { a: pick(step.who), b: pick(step.whom) });
      break;
    case 'rate':
      await book.dispatch('ties.rate', {
        a: pick(step.who),
        b: pick(step.whom),
        rating: step.rating,
      });
  }
}
