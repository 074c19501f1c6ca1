import { parseArgs } from 'node:util';
import { SIZES } from './draw-book.ts';
import type { ReportFormat } from './report.ts';

export interface BenchOptions {
  /**
   * The graph's questions, the search box, imports or steps on many people; or only the book of 100,000 people, kept,
   * whose path is printed.
   */
  readonly what: 'graph' | 'search' | 'import' | 'bulk' | 'book';
  readonly size: string;
  readonly seed: number;
  readonly keep: boolean;
  readonly format: ReportFormat;
  /** Only questions whose name contains this. */
  readonly only: string;
  readonly withSql: boolean;
  readonly withGraphology: boolean;
}

/** From the command line. Throws an Error with a sentence for a size that is none. */
export function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'S' },
      search: { type: 'boolean', default: false },
      import: { type: 'boolean', default: false },
      bulk: { type: 'boolean', default: false },
      book: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      keep: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      docs: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      sql: { type: 'boolean', default: true },
      graphology: { type: 'boolean', default: true },
    },
    allowNegative: true,
  });
  const what = chooseWhat(values);
  const size = what === 'graph' ? values.size.toUpperCase() : 'SEARCH';
  if (!Object.hasOwn(SIZES, size)) {
    throw new Error(`There is no size '${values.size}': use one of S, M, L.`);
  }
  const { docs, graphology, json, only, seed, sql } = values;
  return {
    what,
    size,
    seed: Number(seed),
    keep: values.keep || what === 'book',
    format: json ? 'json' : docs ? 'docs' : 'markdown',
    only,
    withSql: sql,
    withGraphology: graphology,
  };
}

function chooseWhat(values: {
  readonly search: boolean;
  readonly import: boolean;
  readonly bulk: boolean;
  readonly book: boolean;
}): BenchOptions['what'] {
  if (values.search) return 'search';
  if (values.import) return 'import';
  if (values.bulk) return 'bulk';
  return values.book ? 'book' : 'graph';
}
