import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { Chain as ChainAnswer } from '../contract/networks.ts';
import type { Chain } from '../graph/index.ts';
import { personRefs } from '../tables/persons.ts';
import { explainTies } from '../tables/tie-explanations.ts';

/** Chains with names in place of ids and with the evidence of every tie. */
export function describeChains(
  { book, clock }: QueryContext,
  found: readonly Chain[],
): ChainAnswer[] {
  const ids = new Set(found.flatMap((chain) => chain.people as PersonId[]));
  const refs = personRefs(book, ids);
  return found.map((chain) => {
    const people = chain.people as PersonId[];
    const pairs = people.slice(1).map((id, at) => [people[at] ?? id, id] as const);
    return {
      strength: chain.strength,
      people: people.flatMap((id) => refs.get(id) ?? []),
      ties: explainTies(book, pairs, clock.today).filter((tie) => tie !== null),
    };
  });
}
