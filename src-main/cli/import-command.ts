import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { translateError } from '../book/refusals.ts';
import { AppError } from '../contract/result.ts';
import type { InputOf, StoreContract } from '../contract/index.ts';
import { isMailbox, MailboxSlimmer } from '../contract/slim-mailbox.ts';
import { personIdOf } from '../tables/resolve-person.ts';
import type { Arguments } from './arguments.ts';
import { countOf, lines, type Command } from './command.ts';

type PlanInput = InputOf<StoreContract['transfer']['plan']>;
type InputFile = PlanInput['files'][number];

interface Report {
  readonly importId: number | null;
  readonly people: { created: number; matched: number; unsure: number; unchanged: number };
  readonly ties: { created: number; unchanged: number };
  /** Against the list read before: who came, who went, who has another job. Left out where there is nothing to say. */
  readonly changes?: { came: number; went: number; moved: number };
  readonly leftOut: readonly { line: number; reason: string }[];
}
interface FileReport extends Report {
  readonly file: string;
}

/** Pictures and films in an export folder hold no contacts and can be many gigabytes. */
const mediaExtensions: ReadonlySet<string> = new Set(
  'jpg jpeg png gif webp heic mp4 mov webm avi mp3 m4a aac ogg opus pdf'
    .split(' ')
    .map((e) => `.${e}`),
);

/** Reads files, folders and archives into the book; what a review would ask stays on the review list. */
export const importCommand: Command = {
  usage:
    'import PATH... [--of NAME] [--as FORMAT] [--platform P] [--event TITLE --on DATE] [--gone all|none] [--mine ADDRESS,…] [--dry-run]',
  summary: "reads what platforms hand out: mine, or another person's (--of)",
  words: [1, 1000],
  options: ['of', 'as', 'platform', 'event', 'on', 'gone', 'mine', 'dry-run'],
  async run(context, args) {
    const paths = args.words;
    const files = paths.flatMap(readInput);
    const client = context.client();
    const plan = await client.call('transfer', 'plan', planInput(args, files));
    const isDryRun = args.has('dry-run');
    const reports: FileReport[] = isDryRun
      ? plan.files.map(({ changes, file, leftOut, people, ties }) => ({
          importId: null,
          file,
          people,
          ties,
          ...newsOf(changes),
          leftOut,
        }))
      : (await client.call('transfer', 'apply', { planId: plan.planId })).files.map(
          ({ changes, ...report }) => ({ ...report, ...newsOf(changes) }),
        );
    const entries = paths.map((path) =>
      joinReports(path, ofPath(path, paths, reports), leftAloneAt(path, paths, plan.leftAlone)),
    );
    const [only] = entries;
    const json =
      entries.length === 1 && only !== undefined ? withoutFile(only) : { files: entries };
    const remarks = plan.files.flatMap(({ changes, file, remarks: said }) => [
      ...said,
      ...(changes.doubtful === 0 ? [] : [describeDoubt(file, changes.doubtful)]),
    ]);
    return {
      json,
      text: lines(
        isDryRun ? 'Nothing was written (--dry-run).' : null,
        ...entries.map(describe),
        ...remarks,
      ),
    };
  },
};

function planInput(args: Arguments, files: InputFile[]): PlanInput {
  const of = args.text('of');
  const format = args.text('as');
  const platform = args.text('platform');
  const title = args.text('event');
  const heldOn = args.text('on');
  if (heldOn !== null && title === null) {
    throw new AppError(
      'INVALID_INPUT',
      '--on is the day of an event: name the event with --event.',
    );
  }
  const mine = args.text('mine');
  const gone = departuresOf(args.text('gone'));
  const id = of === null ? null : personIdOf(of);
  return {
    files,
    owner:
      of === null
        ? { kind: 'me' }
        : id === null
          ? { kind: 'named', name: of }
          : { kind: 'person', id },
    ...(mine === null ? {} : { mine: mine.split(',') }),
    ...(gone === null ? {} : { departures: gone }),
    ...(format === null ? {} : { format }),
    ...(platform === null ? {} : { platform }),
    ...(title === null ? {} : { event: { title, heldOn } }),
  };
}

function departuresOf(written: string | null): 'all' | 'none' | null {
  if (written === null || written === 'all' || written === 'none') return written;
  throw new AppError(
    'INVALID_INPUT',
    `--gone takes "all" (whoever is missing from a newer list has gone) or "none", not "${written}".`,
  );
}

const noNews = { came: 0, went: 0, moved: 0 };

/** The agreed shape of a report has news only where a list was read before. */
function newsOf({ came, moved, went }: NonNullable<Report['changes']>): Pick<Report, 'changes'> {
  return came + moved + went === 0 ? {} : { changes: { came, went, moved } };
}

function sumChanges(reports: readonly Report[]): Pick<Report, 'changes'> {
  const sum = (pick: 'came' | 'went' | 'moved'): number =>
    reports.reduce((total, { changes = noNews }) => total + changes[pick], 0);
  return newsOf({ came: sum('came'), went: sum('went'), moved: sum('moved') });
}

function describeDoubt(file: string, people: number): string {
  return (
    `${basename(file)}: ${countOf(people, 'person', 'people')} of the list read before, more than half, ` +
    'would be gone. They were kept: say --gone all if this is the whole list.'
  );
}

/** A file as it is; a folder as all the files in it, named by their way within it. */
function readInput(path: string): InputFile[] {
  try {
    if (!statSync(path).isDirectory()) return [readFile(path, false)];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !mediaExtensions.has(extname(file).toLowerCase()))
      .toSorted()
      .map((file) => readFile(file, true));
  } catch (error) {
    throw translateError(error, path) ?? error;
  }
}

function readFile(path: string, isFromFolder: boolean): InputFile {
  const bytes = readMailbox(path) ?? new Uint8Array(readFileSync(path));
  return { name: path, isFromFolder, bytes };
}

/** A mailbox without its letters, read in pieces: it may be larger than memory. Null: the file is none. */
function readMailbox(path: string): Uint8Array<ArrayBuffer> | null {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(1024 * 1024);
    let length = readSync(file, piece, 0, piece.length, null);
    if (!isMailbox(piece.subarray(0, length))) return null;
    const slimmer = new MailboxSlimmer();
    const parts: Uint8Array[] = [];
    for (; length > 0; length = readSync(file, piece, 0, piece.length, null)) {
      parts.push(slimmer.push(piece.subarray(0, length)));
    }
    return new Uint8Array(Buffer.concat([...parts, slimmer.end()]));
  } finally {
    closeSync(file);
  }
}

/** The reports of the files that came from one path: itself, or what lay in it. */
function ofPath(
  path: string,
  paths: readonly string[],
  reports: readonly FileReport[],
): FileReport[] {
  return paths.length === 1 ? [...reports] : reports.filter(({ file }) => isAt(file, path));
}

/** Files at a path that were not taken, as rows left out: line 0 stands for the whole file. */
function leftAloneAt(
  path: string,
  paths: readonly string[],
  leftAlone: readonly { path: string; reason: string }[],
): Report['leftOut'] {
  return leftAlone
    .filter((file) => paths.length === 1 || isAt(file.path, path))
    .map((file) => ({
      line: 0,
      reason: file.path === path ? file.reason : `${file.path}: ${file.reason}`,
    }));
}

function isAt(file: string, path: string): boolean {
  const within = `${path.replace(/[/\\]+$/, '')}/`;
  return file === path || file.replaceAll('\\', '/').startsWith(within);
}

/** One entry for a path; when it held several files, their sum with each beneath. */
function joinReports(
  path: string,
  reports: readonly FileReport[],
  leftAlone: Report['leftOut'],
): FileReport & { files?: readonly FileReport[] } {
  const [only] = reports;
  if (reports.length === 1 && only !== undefined) {
    return { ...only, file: path, leftOut: [...only.leftOut, ...leftAlone] };
  }
  const sum = (pick: (report: FileReport) => number): number =>
    reports.reduce((total, report) => total + pick(report), 0);
  return {
    file: path,
    importId: reports.find(({ importId }) => importId !== null)?.importId ?? null,
    people: {
      created: sum(({ people }) => people.created),
      matched: sum(({ people }) => people.matched),
      unsure: sum(({ people }) => people.unsure),
      unchanged: sum(({ people }) => people.unchanged),
    },
    ties: {
      created: sum(({ ties }) => ties.created),
      unchanged: sum(({ ties }) => ties.unchanged),
    },
    ...sumChanges(reports),
    leftOut: [...reports.flatMap(({ leftOut }) => leftOut), ...leftAlone],
    files: reports,
  };
}

/** The shape agreed for one path: it does not say again which. */
function withoutFile(entry: FileReport): Report {
  return Object.fromEntries(
    Object.entries(entry).filter(([key]) => key !== 'file'),
  ) as unknown as Report;
}

function describe({ changes = noNews, file, leftOut, people, ties }: FileReport): string {
  const shown = leftOut.slice(0, 5).map(({ line, reason }) => `  line ${line}: ${reason}`);
  const more = leftOut.length > shown.length ? `  and ${leftOut.length - shown.length} more` : null;
  const { came, moved, went } = changes;
  const news = came + moved + went === 0 ? null : `  ${came} came, ${went} gone, ${moved} moved`;
  return lines(
    `${basename(file)}: ${countOf(people.created, 'person', 'people')} new, ${people.matched} matched, ` +
      `${people.unsure} to be decided, ${people.unchanged} unchanged; ` +
      `${countOf(ties.created, 'tie')} new, ${ties.unchanged} unchanged; ${leftOut.length} left out`,
    news,
    ...shown,
    more,
  );
}
