import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { Share } from '../contract/favours.ts';
import { findReach, intervalOfReach } from '../graph/index.ts';
import { meId } from '../tables/resolve-person.ts';
import { readUnlistedSizes } from '../tables/reported-sizes.ts';

type Reached = Pick<Share, 'reached' | 'newLow' | 'newHigh'>;

/**
 * What a message reaches when one person passes it on to all they know (on one platform, if it is named) for
 * another: distinct people, without the two, and how many of them are new to whom it is about. Where the
 * passer's network is known by size only, the number of new ones is an interval (section 4 of the design).
 */
export function estimateShareReach(
  { book, network }: QueryContext,
  passedOn: {
    readonly by: PersonId;
    readonly for: PersonId;
    readonly platform: { readonly id: number; readonly key: string } | null;
  },
): Reached {
  const { by, for: owner, platform } = passedOn;
  const graph = network.graph();
  const filter = platform === null ? {} : { platforms: [platform.id] };
  const reach = findReach(graph, owner, [by], { ...filter, listPeople: true });
  // whom the owner knows by any way at all is not new, also where the message goes by one platform
  const known = new Set(graph.neighbourIds(owner));
  const listedNew = reach.reached.filter((id) => !known.has(id)).length;
  // what a reported network shares is known with regard to me alone
  const reported = readUnlistedSizes(book, by, platform?.key).map(({ size, sharedWithMe }) => ({
    size,
    sharedWithMe: owner === meId(book) ? sharedWithMe : null,
  }));
  const { newToMe } = intervalOfReach(known.size, listedNew, reported);
  return { reached: reach.people, newLow: newToMe.low, newHigh: newToMe.high };
}
