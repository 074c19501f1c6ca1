import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphData } from './graph-data.ts';
import { writeGexf } from './write-gexf.ts';
import { writeGraphml } from './write-graphml.ts';

const graph: GraphData = {
  nodeAttributes: [
    { name: 'tags', type: 'string' },
    { name: 'brokerage', type: 'double' },
  ],
  edgeAttributes: [{ name: 'since', type: 'string' }],
  nodes: [
    { id: 1, label: 'Jane & <Doe>', attributes: new Map([['tags', 'a "b"\nc']]) },
    {
      id: 2,
      label: 'Zoë\u0000\ud800',
      attributes: new Map([['brokerage', Number.POSITIVE_INFINITY]]),
    },
  ],
  edges: [{ source: 1, target: 2, weight: 0.15, attributes: new Map([['since', '2026-02-08']]) }],
};

/** A strict reader of the XML that we write: answers the tags in order, throws on anything else. */
function readXml(
  bytes: Uint8Array,
): { tag: string; attributes: Map<string, string>; text: string }[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const found: { tag: string; attributes: Map<string, string>; text: string }[] = [];
  const open: string[] = [];
  const token = /<(\/?)([a-z]+)((?: [a-z:.]+="[^"<]*")*)(\/?)>([^<>]*)/gy;
  let end = 0;
  for (let match = token.exec(body); match !== null; match = token.exec(body)) {
    end = token.lastIndex;
    const [, closing, tag = '', attributes = '', selfClosing, after = ''] = match;
    if (/&(?!(amp|lt|gt|quot|#\d+);)/.test(`${attributes}${after}`)) throw new Error('bare &');
    if (closing === '/') {
      if (open.pop() !== tag) throw new Error(`</${tag}> closes nothing`);
    } else {
      if (selfClosing !== '/') open.push(tag);
      const pairs = [...attributes.matchAll(/ ([a-z:.]+)="([^"]*)"/g)];
      found.push({
        tag,
        attributes: new Map(pairs.map(([, name = '', value = '']) => [name, unescapeXml(value)])),
        text: unescapeXml(after),
      });
    }
  }
  expect(body.slice(end)).toBe('');
  expect(open).toEqual([]);
  return found;
}

function unescapeXml(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

describe('the graph for other programs', () => {
  it('writes GraphML with labels, weights and attributes', () => {
    const tags = readXml(writeGraphml(graph));
    const keys = tags
      .filter(({ tag }) => tag === 'key')
      .map(({ attributes }) => [...attributes.values()]);
    expect(keys).toEqual([
      ['label', 'node', 'label', 'string'],
      ['weight', 'edge', 'weight', 'double'],
      ['n0', 'node', 'tags', 'string'],
      ['n1', 'node', 'brokerage', 'double'],
      ['e0', 'edge', 'since', 'string'],
    ]);
    const data = tags.filter(({ tag }) => tag === 'data');
    expect(data.map(({ attributes, text }) => [attributes.get('key'), text])).toEqual([
      ['label', 'Jane & <Doe>'],
      ['n0', 'a "b"\nc'],
      ['label', 'Zoë\uFFFD'],
      ['weight', '0.15'],
      ['e0', '2026-02-08'],
    ]);
  });

  it('writes GEXF with labels, weights and attributes', () => {
    const tags = readXml(writeGexf(graph, '2026-02-08'));
    const nodes = tags
      .filter(({ tag }) => tag === 'node')
      .map(({ attributes }) => attributes.get('label'));
    expect(nodes).toEqual(['Jane & <Doe>', 'Zoë\uFFFD']);
    const [edge] = tags.filter(({ tag }) => tag === 'edge');
    expect([...(edge?.attributes.values() ?? [])]).toEqual(['0', '1', '2', '0.15']);
    const values = tags.filter(({ tag }) => tag === 'attvalue');
    expect(values.map(({ attributes }) => attributes.get('value'))).toEqual([
      'a "b"\nc',
      '2026-02-08',
    ]);
  });

  it('is well-formed whatever people are called', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (labels) => {
        const nodes = labels.map((label, id) => ({
          id,
          label,
          attributes: new Map([['tags', label]]),
        }));
        const data = { ...graph, nodes, edges: [] };
        for (const bytes of [writeGraphml(data), writeGexf(data, '2026-02-08')]) {
          expect(readXml(bytes).filter(({ tag }) => tag === 'node')).toHaveLength(labels.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
