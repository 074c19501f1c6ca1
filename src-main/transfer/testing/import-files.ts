/** Imports for tests: through the dispatcher, as the window and the command line do it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestBook } from '../../book/testing/make-book.ts';
import type { contract, InputOf, OutputOf } from '../../contract/index.ts';

type Transfer = (typeof contract)['transfer'];
export type PlanInput = InputOf<Transfer['plan']>;
export type Plan = OutputOf<Transfer['plan']>;
export type Report = OutputOf<Transfer['apply']>['files'][number];
/** Files of tests come whole. */
export type InputFile = Omit<PlanInput['files'][number], 'bytes'> & {
  readonly bytes: Uint8Array<ArrayBuffer>;
};

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** A file of the fixtures under its own path. */
export function fixture(path: string): InputFile {
  return { name: path, bytes: new Uint8Array(readFileSync(`${fixtures}${path}`)) };
}

export function textFile(name: string, text: string): InputFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Plans and applies; the plan's counts must be what the report says. */
export async function importFiles(
  test: TestBook,
  files: readonly InputFile[],
  options: Omit<PlanInput, 'files'> = {},
): Promise<Report[]> {
  const plan = await test.call<Plan>('transfer.plan', { ...options, files: [...files] });
  const { files: reports } = await test.call<{ files: Report[] }>('transfer.apply', {
    planId: plan.planId,
  });
  plan.files.forEach((planned, index) => {
    const report = reports[index];
    const isSame =
      JSON.stringify([planned.people, planned.ties]) ===
      JSON.stringify([report?.people, report?.ties]);
    if (!isSame) throw new Error(`${planned.file}: the report differs from the plan.`);
  });
  return reports;
}

/** Imports one file and gives its report. */
export async function importFile(
  test: TestBook,
  file: InputFile,
  options: Omit<PlanInput, 'files'> = {},
): Promise<Report> {
  const [report] = await importFiles(test, [file], options);
  if (report === undefined) throw new Error('The import has no report.');
  return report;
}

export function ofPerson(name: string): Pick<PlanInput, 'owner'> {
  return { owner: { kind: 'named', name } };
}
