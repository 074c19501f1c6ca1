// npm run bench -- --window [--only TEXT] [--json | --docs] [--trace FILE]
// The real app over the book of 100,000 people: how long pages take to open, and how long its frames are.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { App } from '../../e2e/app-fixture.ts';
import { prepareBook } from '../bench-book.ts';
import type { Figure } from '../lifetime.ts';
import { printReport } from '../report.ts';
import { measureExporting } from './export-the-book.ts';
import { measureImporting } from './import-a-list.ts';
import { measurePages } from './open-pages.ts';
import { measurePalette } from './type-in-palette.ts';
import { measurePeople } from './work-the-list.ts';

/** A part of what is measured. Add one here for another; each is given the app with the book open on Settings. */
const parts: Readonly<Record<string, (app: App, options: WindowOptions) => Promise<Figure[]>>> = {
  'opening pages': measurePages,
  'the list of people': measurePeople,
  'the palette': measurePalette,
  exporting: measureExporting,
  'an import': measureImporting,
};

export interface WindowOptions {
  /** Where the Chrome trace of scrolling is kept, for DevTools or Perfetto; null: nowhere. */
  readonly trace: string | null;
  /** The book of which the app has a copy. */
  readonly book: string;
  /** For files that are needed meanwhile. */
  readonly folder: string;
}

const { values } = parseArgs({
  options: {
    window: { type: 'boolean' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
    trace: { type: 'string' },
  },
});

const book = prepareBook({ size: 'SEARCH', seed: 1, keep: true });
const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-window-'));
cpSync(book.path, path.join(folder, 'book.acquaint'));
const app = new App(folder);
try {
  await app.start();
  await app.resize(1280, 860);
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (!name.includes(values.only)) continue;
    process.stderr.write(`  ${name}\n`);
    await app.goTo('Settings');
    figures.push(...(await measure(app, { trace: values.trace ?? null, book: book.path, folder })));
  }
  const format = values.json ? 'json' : values.docs ? 'docs' : 'markdown';
  printReport({ size: 'WINDOW', gather: null, figures, results: [] }, format);
} finally {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
}
