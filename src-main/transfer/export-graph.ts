/** The network as the graph writers take it. */
import type { QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { personRefs } from '../tables/persons.ts';
import type { AttributeValue, GraphData, GraphEdge, GraphNode } from './writers/graph-data.ts';

interface NodeRow {
  readonly id: PersonId;
  readonly isMe: 0 | 1;
  readonly organisation: string | null;
  readonly tags: string | null;
}

/** People after whose ties it is told how far it is. */
const tellEvery = 500;

/**
 * People with what a graph program can colour and size by; ties with their strength today.
 *
 * @param tell how far it is (0 to 1); what it throws ends the reading
 */
export function readGraph(context: QueryContext, tell: (done: number) => void): GraphData {
  const rows = readNodeRows(context);
  return {
    nodeAttributes: [
      { name: 'me', type: 'boolean' },
      { name: 'organisation', type: 'string' },
      { name: 'tags', type: 'string' },
    ],
    edgeAttributes: [
      { name: 'platforms', type: 'string' },
      { name: 'possible', type: 'boolean' },
    ],
    nodes: makeNodes(context, rows),
    edges: readEdges(
      context,
      rows.map(({ id }) => id),
      tell,
    ),
  };
}

function readNodeRows({ book }: QueryContext): NodeRow[] {
  return book.all<NodeRow>(
    `SELECT person.id, person.is_me AS isMe,
       (SELECT organisation.name FROM role JOIN organisation ON organisation.id = role.organisation_id
        WHERE role.person_id = person.id AND role.is_current = 1 ORDER BY role.id LIMIT 1) AS organisation,
       (SELECT group_concat(name, '; ') FROM (
          SELECT tag.name FROM person_tag JOIN tag ON tag.id = person_tag.tag_id
          WHERE person_tag.person_id = person.id ORDER BY tag.folded_name)) AS tags
     FROM person ORDER BY person.id`,
  );
}

function makeNodes({ book }: QueryContext, rows: readonly NodeRow[]): GraphNode[] {
  const names = personRefs(
    book,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, isMe, organisation, tags }) => ({
    id,
    label: names.get(id)?.name ?? '',
    attributes: new Map<string, AttributeValue>([
      ['me', isMe === 1],
      ['organisation', organisation],
      ['tags', tags],
    ]),
  }));
}

/** Each tie once, in the order of its ids. */
function readEdges(
  { book, network }: QueryContext,
  ids: readonly PersonId[],
  tell: (done: number) => void,
): GraphEdge[] {
  const graph = network.graph();
  const platforms = new Map(
    book
      .all<{ id: number; key: string }>('SELECT id, key FROM platform')
      .map(({ id, key }) => [id, key]),
  );
  const makeEdge = (source: number, target: number): GraphEdge[] => {
    const tie = graph.tie(source, target);
    if (tie === null) return [];
    const on = tie.platforms.flatMap((platform) => platforms.get(platform) ?? []);
    const attributes = new Map<string, AttributeValue>([
      ['platforms', on.length === 0 ? null : on.join('; ')],
      ['possible', tie.possible],
    ]);
    return [{ source, target, weight: tie.strength, attributes }];
  };
  return ids.flatMap((source, index) => {
    if (index % tellEvery === 0) tell(index / ids.length);
    return graph
      .neighbourIds(source)
      .filter((target) => source < target)
      .sort((a, b) => a - b)
      .flatMap((target) => makeEdge(source, target));
  });
}
