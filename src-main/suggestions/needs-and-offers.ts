import type { QueryContext } from '../book/context.ts';
import type { BoardTopic } from '../contract/suggestions.ts';
import { personRefs } from '../tables/persons.ts';
import { meId } from '../tables/resolve-person.ts';
import { confirmedStrength } from '../tables/tie-strengths.ts';
import { listStatements, type StatementRow } from './queries.ts';

/**
 * Every topic that somebody needs or offers today, with who. What somebody needs and somebody offers comes
 * first, then needs that nobody meets, then what is only offered; within each by how many need (offer) it, then by name.
 * Of the people, me first, then those whom I know best.
 */
export function describeBoard({ book, clock, network }: QueryContext): BoardTopic[] {
  const rows = listStatements(book, clock.today);
  const refs = personRefs(book, new Set(rows.map(({ personId }) => personId)));
  const me = meId(book);
  const graph = network.graph();
  const describe = ({ personId: id, isMe, saidOn, note }: StatementRow) => ({
    person: refs.get(id) ?? { id, name: `#${id}`, isNamed: false },
    isMe: isMe === 1,
    strength: confirmedStrength(graph, me, id),
    saidOn,
    note,
  });
  const topics = [...Map.groupBy(rows, ({ topicId }) => topicId).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const side = (kind: StatementRow['kind']): BoardTopic['needs'] =>
      group
        .filter((row) => row.kind === kind)
        .map(describe)
        .toSorted((a, b) => nearness(b) - nearness(a));
    const [needs, offers] = [side('needs'), side('offers')];
    // somebody who needs what they offer themselves is no match
    const offering = new Set(offers.map(({ person }) => person.id));
    const both = needs.filter(({ person }) => offering.has(person.id));
    const matches = needs.length * offers.length - both.length;
    return [{ topic: { id: first.topicId, name: first.topicName }, needs, offers, matches }];
  });
  return topics.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) || b.needs.length - a.needs.length || b.offers.length - a.offers.length,
  );
}

function nearness({ isMe, strength }: BoardTopic['needs'][number]): number {
  return isMe ? 2 : (strength ?? 0);
}

function rankOf({ needs, offers }: BoardTopic): number {
  if (needs.length === 0) return 2;
  return offers.length === 0 ? 1 : 0;
}
