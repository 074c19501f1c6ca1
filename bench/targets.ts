import type { Timing } from './measure.ts';
import type { QuestionResult } from './measure-question.ts';
import type { Report } from './report.ts';

/** One thing that was asked for of a measurement, and what came of it. */
export interface Verdict {
  readonly what: string;
  readonly asked: string;
  readonly reached: string;
  /** Null where this run did not measure it. */
  readonly isMet: boolean | null;
}

interface FigureTarget {
  readonly name: string;
  /** The most it may be, in its own unit; or the least. */
  readonly most?: number;
  readonly least?: number;
  readonly sizes: readonly string[];
}

interface Target {
  /** Of the question or the figure. */
  readonly name: string;
  readonly asked: string;
  /** What was reached, above 1 where it is more than was asked; null where it was not measured. */
  readonly measure: (result: QuestionResult) => { text: string; isMet: boolean } | null;
  readonly sizes?: readonly string[];
}

type Side = 'sql' | 'graphology';

function times(least: number, side: Side): Pick<Target, 'asked' | 'measure'> {
  const who = side === 'sql' ? 'SQL' : 'graphology';
  return {
    asked: `at least ${least} times ${who}`,
    measure: ({ ours, [side]: theirs }) => {
      if (theirs === null) return null;
      const ratio = theirs.median / ours.median;
      return { text: `${Math.round(ratio)} times`, isMet: ratio >= least };
    },
  };
}

function perTie(most: number): Pick<Target, 'asked' | 'measure'> {
  return {
    asked: `at most ${most} ns a tie`,
    measure: ({ nsPerTie }) =>
      nsPerTie === null ? null : { text: `${nsPerTie.toFixed(1)} ns`, isMet: nsPerTie <= most },
  };
}

function p95(most: number): Pick<Target, 'asked' | 'measure'> {
  return {
    asked: `95th percentile at most ${most} ms`,
    measure: ({ ours }: { ours: Timing }) => ({
      text: `${Number(ours.p95.toPrecision(3))} ms`,
      isMet: ours.p95 <= most,
    }),
  };
}

const largeOnly = { sizes: ['L'] };
const bothSizes = { sizes: ['M', 'L'] };
const inWindow = { sizes: ['WINDOW'] };
const inLargeWindow = { sizes: ['STALLS-L'] };

const questionTargets: readonly Target[] = [
  { name: 'overlap of me and a contact, counts', ...times(100, 'sql'), ...bothSizes },
  { name: 'overlap of any two, counts', ...times(100, 'sql'), ...bothSizes },
  { name: 'all my contacts by new audience', ...times(150, 'sql'), ...bothSizes },
  { name: 'all my contacts by new audience', ...perTie(3), ...bothSizes },
  { name: 'reach of one contact, 3 hops', ...times(150, 'sql'), ...bothSizes },
  { name: 'reach of one contact, 3 hops', ...times(200, 'graphology'), ...bothSizes },
  { name: 'reach of one contact, 3 hops', ...perTie(7), ...bothSizes },
  { name: 'best 10 to ask', ...times(1000, 'sql'), ...bothSizes },
  { name: 'best chain to a person, any length', ...times(200, 'graphology'), ...bothSizes },
  { name: 'best chain to a person, any length', ...p95(10), ...largeOnly },
  { name: 'my 10 best to ask for one person', ...times(30, 'sql'), ...bothSizes },
  { name: 'my 10 best to ask for any of 1,000', ...p95(40), ...largeOnly },
  { name: '10 loopless chains to a person', ...p95(10), ...largeOnly },
  { name: 'constraint of me', ...times(300, 'sql'), ...bothSizes },
  { name: 'pairs joined only by me', ...times(40, 'sql'), ...bothSizes },
  { name: 'all of these', ...p95(15), sizes: ['SEARCH'] },
];

const importOnly = { sizes: ['IMPORT'] };
const bulkOnly = { sizes: ['BULK'] };

const figureTargets: readonly FigureTarget[] = [
  { name: 'LinkedIn: rows a second, plan and apply', least: 10_000, ...importOnly },
  { name: 'LinkedIn: plan and apply against plain inserts', most: 4, ...importOnly },
  { name: 'LinkedIn: memory beyond the file', most: 150, ...importOnly },
  { name: 'vCard: plan and apply against plain inserts', most: 4, ...importOnly },
  { name: 'vCard: memory beyond the file', most: 150, ...importOnly },
  { name: 'open from the packed copy, read and checked', most: 1000, ...largeOnly },
  { name: 'load the graph from SQLite, evidence weighed', most: 15_000, ...largeOnly },
  { name: 'memory of the graph, scratch included', most: 320, ...largeOnly },
  { name: 'a tie of any two added, asked, removed, asked: 95th percentile', most: 1, ...bothSizes },
  { name: 'a tie of mine added, asked, removed, asked: 95th percentile', most: 1, ...bothSizes },
  { name: 'opening People: longest', most: 300, ...inWindow },
  { name: 'scrolling by wheel: longest frame', most: 50, ...inWindow },
  { name: 'scrolling by keys: longest frame', most: 50, ...inWindow },
  { name: 'scrolling, trace: longest task of the page', most: 50, ...inWindow },
  { name: 'tag everybody', most: 3000, ...bulkOnly },
  { name: 'delete 20000 people', most: 3000, ...bulkOnly },
  { name: 'undo deleting', most: 4000, ...bulkOnly },
  ...[
    'exporting, whole book',
    'exporting, folder of cards',
    ...['importing', 'importing cards'].flatMap((list) =>
      ['planning', 'applying', 'afterwards'].map((phase) => `${list}, ${phase}`),
    ),
  ].flatMap((phase) => [
    { name: `${phase}: longest frame`, most: 100, ...inWindow },
    { name: `${phase}: longest stall of the main process`, most: 100, ...inWindow },
  ]),
  { name: 'longest frame of the window', most: 50, ...inLargeWindow },
  { name: 'longest stall of the main process', most: 50, ...inLargeWindow },
  { name: 'from stop to stopped: longest', most: 200, ...inLargeWindow },
];

/** What was asked of this size, held against what was measured. */
export function judge({ figures, results, size }: Report): Verdict[] {
  const ofQuestions = questionTargets
    .filter(({ sizes }) => sizes === undefined || sizes.includes(size))
    .flatMap(({ asked, measure, name }) => {
      const result = results.find(({ question }) => question === name);
      if (result === undefined) return [];
      const found = measure(result);
      const [reached, isMet] = found === null ? ['not measured', null] : [found.text, found.isMet];
      return [{ what: name, asked, reached, isMet }];
    });
  const ofFigures = figureTargets
    .filter(({ sizes }) => sizes.includes(size))
    .flatMap(({ least = 0, most, name }) => {
      const figure = figures.find((known) => known.name === name);
      if (figure === undefined) return [];
      const reached = `${Number(figure.value.toPrecision(3))} ${figure.unit}`;
      const asked = most === undefined ? `at least ${least}` : `at most ${most} ${figure.unit}`;
      const isMet = figure.value >= least && figure.value <= (most ?? Number.POSITIVE_INFINITY);
      return [{ what: name, asked, reached, isMet }];
    });
  return [...ofQuestions, ...ofFigures];
}
