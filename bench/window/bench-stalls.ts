// npm run bench -- --stalls [--size M|L] [--json | --docs]
// The real app over a large book while a long question is worked out: does the window stand still, and how soon does
// the question stop when told to?
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { App } from '../../e2e/app-fixture.ts';
import { prepareBook } from '../bench-book.ts';
import type { Figure } from '../lifetime.ts';
import { printReport } from '../report.ts';
import { askLongQuestion, type LongQuestion } from './ask-long-question.ts';
import { figuresOf } from './figures.ts';
import { watchFrames } from './in-page.ts';
import { watchMainProcess } from './main-process.ts';

const RUNS = 5;

const { values } = parseArgs({
  options: {
    stalls: { type: 'boolean' },
    size: { type: 'string', default: 'L' },
    json: { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
  },
});

const book = prepareBook({ size: values.size.toUpperCase(), seed: 1, keep: true });
const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-stalls-'));
cpSync(book.path, path.join(folder, 'book.acquaint'));
const app = new App(folder);
try {
  await app.start();
  await app.resize(1280, 860);
  process.stderr.write('  loading the graph\n');
  await askLongQuestion(app.window, { stopAtFirstWord: false });
  const whole: LongQuestion[] = [];
  const stopped: LongQuestion[] = [];
  let stalls: number[] = [];
  const frames = await watchFrames(app.window, async () => {
    stalls = await watchMainProcess(app, async () => {
      for (let run = 0; run < RUNS; run++) {
        process.stderr.write(`  question ${run + 1} of ${RUNS}\n`);
        whole.push(await askLongQuestion(app.window, { stopAtFirstWord: false }));
        stopped.push(await askLongQuestion(app.window, { stopAtFirstWord: true }));
      }
    });
  });
  const figures: Figure[] = [
    ...figuresOf(
      'the question, 3 hops through 1,000 people',
      whole.map(({ ms }) => ms),
    ),
    ...figuresOf(
      'a short question meanwhile',
      whole.flatMap((each) => each.shortOnes),
    ),
    ...figuresOf(
      'from stop to stopped',
      stopped.map(({ stopMs }) => stopMs).filter(Number.isFinite),
    ),
    { name: 'longest frame of the window', value: Math.max(...frames.gaps), unit: 'ms' },
    { name: 'longest stall of the main process', value: Math.max(...stalls), unit: 'ms' },
  ];
  const format = values.json ? 'json' : values.docs ? 'docs' : 'markdown';
  printReport(
    { size: `STALLS-${values.size.toUpperCase()}`, gather: null, figures, results: [] },
    format,
  );
} finally {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
}
