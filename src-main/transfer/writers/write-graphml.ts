/** The graph as GraphML 1.0 (graphml.graphdrawing.org), for networkx, Gephi, yEd, igraph. */
import {
  attributeText,
  type AttributeValue,
  escapeXml,
  type GraphAttribute,
  type GraphData,
} from './graph-data.ts';

/** GraphML has no plain `integer`. */
const TYPES = { string: 'string', double: 'double', integer: 'long', boolean: 'boolean' } as const;

/** The whole document in UTF-8. Edge weights are tie strengths. */
export function writeGraphml(graph: GraphData): Uint8Array {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="label" for="node" attr.name="label" attr.type="string"/>',
    '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
    ...graph.nodeAttributes.map((attribute, index) => keyLine(attribute, 'node', `n${index}`)),
    ...graph.edgeAttributes.map((attribute, index) => keyLine(attribute, 'edge', `e${index}`)),
    '<graph id="acquaint" edgedefault="undirected">',
  ];
  for (const { id, label, attributes } of graph.nodes) {
    const data = dataLines(graph.nodeAttributes, attributes, 'n');
    lines.push(`<node id="p${id}"><data key="label">${escapeXml(label)}</data>${data}</node>`);
  }
  graph.edges.forEach(({ source, target, weight, attributes }, index) => {
    const data = dataLines(graph.edgeAttributes, attributes, 'e');
    lines.push(
      `<edge id="t${index}" source="p${source}" target="p${target}">` +
        `<data key="weight">${weight}</data>${data}</edge>`,
    );
  });
  lines.push('</graph>', '</graphml>', '');
  return Buffer.from(lines.join('\n'), 'utf8');
}

function keyLine({ name, type }: GraphAttribute, kind: 'node' | 'edge', id: string): string {
  return `<key id="${id}" for="${kind}" attr.name="${escapeXml(name)}" attr.type="${TYPES[type]}"/>`;
}

function dataLines(
  attributes: readonly GraphAttribute[],
  values: ReadonlyMap<string, AttributeValue>,
  prefix: string,
): string {
  return attributes
    .map(({ name }, index) => {
      const text = attributeText(values.get(name));
      return text === null ? '' : `<data key="${prefix}${index}">${text}</data>`;
    })
    .join('');
}
