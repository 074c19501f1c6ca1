import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import type { Figure } from './lifetime.ts';
import type { Timing } from './measure.ts';
import type { QuestionResult } from './measure-question.ts';
import { judge } from './targets.ts';

export interface Report {
  readonly size: string;
  /** Nanoseconds of a random gather; null when it was not measured. */
  readonly gather: number | null;
  readonly figures: readonly Figure[];
  readonly results: readonly QuestionResult[];
}

/** 'docs' puts the tables into docs/performance.md instead of printing them. */
export type ReportFormat = 'markdown' | 'json' | 'docs';

const page = new URL('../docs/performance.md', import.meta.url);

/** Writes the report to standard output, or into the page. */
export function printReport(report: Report, format: ReportFormat): void {
  if (format === 'json') {
    const verdicts = judge(report);
    const whole = { ...report, verdicts, machine: describeMachine() };
    process.stdout.write(`${JSON.stringify(whole, null, 2)}\n`);
  } else if (format === 'markdown') process.stdout.write(`${toMarkdown(report)}\n`);
  else writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), report));
}

/** The page with what stands between the marks of this size replaced. Throws an Error when they are missing. */
function replaceSection(text: string, report: Report): string {
  const begin = `<!-- bench ${report.size} -->\n`;
  const end = `<!-- end of bench ${report.size} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`docs/performance.md has no place for size ${report.size}: ${begin.trim()}.`);
  }
  return `${text.slice(0, from + begin.length)}\n${toMarkdown(report)}\n\n${text.slice(to)}`;
}

function describeMachine() {
  const load = os.loadavg()[0] ?? 0;
  return {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.cpus().length,
    node: process.version,
    load,
  };
}

function toMarkdown(report: Report): string {
  const { cores, cpu, load, node } = describeMachine();
  const hasBaselines = report.results.some(({ sql, graphology }) => sql ?? graphology);
  const verdicts = judge(report).map(({ what, asked, reached, isMet }) => {
    const mark = isMet === null ? '' : isMet ? 'yes' : '**no**';
    return [what, asked, reached, mark];
  });
  const head = ['question', 'median', 'p95'];
  const baselines = ['ties', 'ns a tie', 'of gather', 'SQL', 'x', 'graphology', 'x'];
  const figures = report.figures.map(({ name, value, unit }) => [name, `${short(value)} ${unit}`]);
  return [
    `${cpu} x ${cores}, Node ${node}, load ${load.toFixed(1)}`,
    ...toTable(['what', 'asked', 'reached', 'met'], verdicts),
    ...toTable(
      hasBaselines ? [...head, ...baselines] : head,
      report.results.map((result) => toRow(result, report.gather, hasBaselines)),
    ),
    ...toTable(['figure', 'value'], figures),
  ].join('\n');
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  return ['', head, head.map(() => '---'), ...rows].map((cells) =>
    typeof cells === 'string' ? cells : `| ${cells.join(' | ')} |`,
  );
}

function toRow(result: QuestionResult, gather: number | null, hasBaselines: boolean): string[] {
  const { question, ours, ties, nsPerTie, sql, graphology } = result;
  const cells = [question, `${short(ours.median)} ms`, `${short(ours.p95)} ms`];
  if (!hasBaselines) return cells;
  return [
    ...cells,
    ties === null ? '' : String(Math.round(ties)),
    nsPerTie === null ? '' : nsPerTie.toFixed(1),
    nsPerTie === null || gather === null ? '' : (nsPerTie / gather).toFixed(1),
    ...against(sql, ours),
    ...against(graphology, ours),
  ];
}

/** A baseline's median, and how many times longer than ours it is. */
function against(theirs: Timing | null, ours: Timing): string[] {
  if (theirs === null) return ['', ''];
  return [`${short(theirs.median)} ms`, String(Math.round(theirs.median / ours.median))];
}

/** Three significant digits, without an exponent. */
function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
