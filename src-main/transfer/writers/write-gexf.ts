/**
 * The graph as GEXF 1.2draft (gexf.net): newer than that networkx does not read, and Gephi reads
 * both.
 */
import {
  attributeText,
  type AttributeValue,
  escapeXml,
  type GraphAttribute,
  type GraphData,
} from './graph-data.ts';

/**
 * The whole document in UTF-8. Edge weights are tie strengths.
 * @param modified 'YYYY-MM-DD'
 */
export function writeGexf(graph: GraphData, modified: string): Uint8Array {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
    `<meta lastmodifieddate="${escapeXml(modified)}"><creator>Acquaint</creator></meta>`,
    '<graph mode="static" defaultedgetype="undirected">',
    ...declare(graph.nodeAttributes, 'node'),
    ...declare(graph.edgeAttributes, 'edge'),
    '<nodes>',
  ];
  for (const { id, label, attributes } of graph.nodes) {
    const values = valuesOf(graph.nodeAttributes, attributes);
    lines.push(`<node id="${id}" label="${escapeXml(label)}">${values}</node>`);
  }
  lines.push('</nodes>', '<edges>');
  graph.edges.forEach(({ source, target, weight, attributes }, index) => {
    const values = valuesOf(graph.edgeAttributes, attributes);
    lines.push(
      `<edge id="${index}" source="${source}" target="${target}" weight="${weight}">${values}</edge>`,
    );
  });
  lines.push('</edges>', '</graph>', '</gexf>', '');
  return Buffer.from(lines.join('\n'), 'utf8');
}

function declare(attributes: readonly GraphAttribute[], kind: 'node' | 'edge'): string[] {
  if (attributes.length === 0) return [];
  return [
    `<attributes class="${kind}">`,
    ...attributes.map(
      ({ name, type }, id) => `<attribute id="${id}" title="${escapeXml(name)}" type="${type}"/>`,
    ),
    '</attributes>',
  ];
}

function valuesOf(
  attributes: readonly GraphAttribute[],
  values: ReadonlyMap<string, AttributeValue>,
): string {
  const written = attributes.map(({ name }, id) => {
    const text = attributeText(values.get(name));
    return text === null ? '' : `<attvalue for="${id}" value="${text}"/>`;
  });
  return written.some((text) => text !== '') ? `<attvalues>${written.join('')}</attvalues>` : '';
}
