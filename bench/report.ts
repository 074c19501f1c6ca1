import os from 'node:os';
import type { Figure } from './lifetime.ts';
import type { Timing } from './measure.ts';
import type { QuestionResult } from './measure-question.ts';

interface Report {
  readonly size: string;
  readonly figures: readonly Figure[];
  readonly results: readonly QuestionResult[];
}

/** Writes the report to standard output: as JSON, or as two Markdown tables. */
export function printReport(report: Report, asJson: boolean): void {
  const machine = { cpu: os.cpus()[0]?.model ?? 'unknown', cores: os.cpus().length };
  const load = os.loadavg()[0];
  const node = process.version;
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ ...report, machine, node, load }, null, 2)}\n`);
    return;
  }
  const lines = [
    `Size ${report.size}, ${machine.cpu} x ${machine.cores}, Node ${node}, load ${load.toFixed(1)}`,
    '',
    '| question | median | p95 | ties | ns a tie | SQL | x | graphology | x |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...report.results.map(toRow),
    '',
    '| figure | value |',
    '| --- | --- |',
    ...report.figures.map(({ name, value, unit }) => `| ${name} | ${short(value)} ${unit} |`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function toRow(result: QuestionResult): string {
  const { question, ours, ties, nsPerTie, sql, graphology } = result;
  const cells = [
    question,
    `${short(ours.median)} ms`,
    `${short(ours.p95)} ms`,
    ties === null ? '' : String(Math.round(ties)),
    nsPerTie === null ? '' : nsPerTie.toFixed(1),
    ...against(sql, ours),
    ...against(graphology, ours),
  ];
  return `| ${cells.join(' | ')} |`;
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
