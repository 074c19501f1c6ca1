/** A graph as the graph writers take it. */

export type AttributeValue = string | number | boolean | null;

export interface GraphAttribute {
  /** Key in the `attributes` of nodes or edges. */
  readonly name: string;
  readonly type: 'string' | 'double' | 'integer' | 'boolean';
}

export interface GraphNode {
  readonly id: number;
  readonly label: string;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

/** Undirected. */
export interface GraphEdge {
  readonly source: number;
  readonly target: number;
  /** Strength of the tie, (0, 1]. */
  readonly weight: number;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

export interface GraphData {
  readonly nodeAttributes: readonly GraphAttribute[];
  readonly edgeAttributes: readonly GraphAttribute[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Text for XML 1.0: markup escaped, characters that XML cannot hold left out. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      // Attribute values would turn these into spaces.
      .replace(/\n/g, '&#10;')
      .replace(/\r/g, '&#13;')
      .replace(/\t/g, '&#9;')
  );
}

/** A value as XML Schema writes it; null if it is none (an infinite number has no place). */
export function attributeText(value: AttributeValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  return escapeXml(String(value));
}
