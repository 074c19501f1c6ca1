/**
 * Plans an import: what the files would write, file by file as if the earlier ones had been applied, and
 * what of it is new, matched, unsure, unchanged or left out. Reads the book, writes nothing.
 */
import type { Checkpoint, Clock } from '../book/context.ts';
import type { ReadableBook } from '../book/access.ts';
import { AppError } from '../contract/result.ts';
import { createImportPlanner, type ImportPlanner } from './import-planner.ts';
import { readLetters } from './read-letters.ts';
import { type Departures, ListEdition } from './list-edition.ts';
import { type ListFrame, noPlatform } from './matching-weak.ts';
import type { LeftOut, ListKind, ParsedFile } from './parsed-file.ts';
import { OwnerFinder, type ImportOwner } from './plan-owner.ts';
import type { Answers } from './plan-decisions.ts';
import { type ListProgress, planListFile } from './plan-list-file.ts';
import { type RowWatch, watchRows } from './row-watch.ts';
import { planCoAttendance } from './plan-co-attendance.ts';
import type { RowSource } from './plan-persons.ts';
import { planRelations, planTiesFile } from './plan-tie-rows.ts';
import { countRows, type PlannedFile, stageImport } from './planned-file.ts';
import type { PlannedRows } from './planned-rows.ts';
import type { Ref, Stage } from './plan-stage.ts';

export interface ImportFile {
  /** Its name; inside an archive or folder its path there. */
  readonly path: string;
  /** Of its bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly parsed: ParsedFile;
}

export interface ImportRequest {
  readonly files: readonly ImportFile[];
  readonly owner: ImportOwner;
  /** For lists that do not say what platform they come from. */
  readonly platform: string | null;
  readonly event:
    | { readonly id: number }
    | { readonly title: string; readonly heldOn: string | null }
    | null;
  readonly departures: Departures;
  /** What was said of undecided rows. */
  readonly answers: Answers;
  /** Addresses that are the owner's though the book does not say so: for mailboxes and calendars. */
  readonly mine: readonly string[];
  /** The parsed files are for this plan alone: their rows may go as soon as they are planned. */
  readonly forgetsRows?: boolean;
}

/** A file with its place among the files of the plan. */
type PlacedFile = ImportFile & { readonly at: number };

export interface PlannedImport {
  readonly stage: Stage;
  readonly files: readonly PlannedFile[];
}

/**
 * @throws AppError AMBIGUOUS_NAME or NOT_FOUND for the owner, NOT_FOUND for the event; INVALID_INPUT for a list of attendees
 *   without an event
 */
export function planImport(
  book: ReadableBook,
  clock: Clock,
  request: ImportRequest,
  checkpoint: Checkpoint = () => undefined,
): PlannedImport {
  const planner = createImportPlanner(book, clock, request.answers);
  const watch = watchRows(request, checkpoint);
  // One owner for the whole import: a list may well bring somebody of the owner's name.
  const owners = new OwnerFinder(planner, request.owner);
  const files = request.files.map((file, at) => {
    watch.startFile(file.path);
    return planFile(planner, owners, request, { ...file, at }, watch);
  });
  planner.stage.close();
  return { stage: planner.stage, files };
}

function planFile(
  planner: ImportPlanner,
  owners: OwnerFinder,
  request: ImportRequest,
  file: PlacedFile,
  watch: RowWatch,
): PlannedFile {
  const before = planner.stage.changes;
  const importRef = planner.stage.reserve();
  planner.stage.startImport({ importRef, format: file.parsed.format, asOf: file.parsed.asOf });
  let { parsed } = file;
  planner.ties.startFile();
  planner.changes.startFile();
  const frame =
    parsed.kind === 'ties' ? null : makeFrame(planner, owners, request, parsed, parsed.kind);
  const edition = frame === null ? null : openEdition(planner, request, file, frame);
  const source: RowSource = { format: parsed.format, importRef, asOf: parsed.asOf, edition };
  const remarks = [...parsed.warnings];
  if (parsed.letters !== null && frame?.owner) {
    parsed = readLetters(planner, request, parsed, frame.owner, source);
  }
  const rows =
    frame === null
      ? planTiesFile(planner, parsed, request.platform, source, watch.row)
      : planList(planner, owners, { ...file, parsed }, frame, source, remarks, {
          onRow: watch.row,
          forgetsRows: request.forgetsRows === true,
        });
  const ended = edition?.close(source) ?? { doubtful: 0, tiesEnded: 0 };
  if (frame !== null) planner.tools.readings.noteReading(frame, file.sha256);
  for (const { line, reason } of parsed.leftOut) {
    rows.push({ line, name: '', detail: '', category: 'leftOut', reason, person: null });
  }
  const { possible, ...ties } = planner.ties.counts;
  const isNew = planner.stage.changes > before;
  if (isNew) recordImport(planner, importRef, file, frame, rows);
  const owner = frame?.owner ?? null;
  return {
    file: file.path,
    format: parsed.format,
    formatTitle: parsed.title,
    platform: frame?.platform?.key ?? null,
    ownerName: owner === null ? null : planner.tools.dossiers.of(owner).displayName,
    people: countRows(rows),
    ties,
    possibleTies: possible,
    changes: planner.changes.changes,
    edition: ended,
    leftOut: leftOutOf(rows),
    remarks,
    rows,
    importRef: isNew ? importRef : null,
  };
}

/** Stages the record of the import. */
function recordImport(
  planner: ImportPlanner,
  importRef: Ref,
  { parsed, path, sha256 }: ImportFile,
  frame: ListFrame | null,
  rows: PlannedRows,
): void {
  const record = {
    format: parsed.format,
    fileName: baseName(path),
    sha256,
    owner: frame?.owner ?? null,
    platform: frame?.platform?.ref ?? null,
    event: frame?.event ?? null,
    now: planner.clock.now,
  };
  stageImport(planner.stage, importRef, record, rows, planner.ties.counts);
}

/** Only lists that a platform hands out whole, from one side, have editions to hold against each other. */
function openEdition(
  planner: ImportPlanner,
  { departures }: ImportRequest,
  { parsed, sha256 }: ImportFile,
  frame: ListFrame,
): ListEdition | null {
  const { owner, circle } = frame;
  if (!parsed.complete || parsed.kind !== 'circle' || owner === null || circle === null)
    return null;
  return new ListEdition(planner, { parsed, frame, owner, circle, sha256, departures });
}

function planList(
  planner: ImportPlanner,
  owners: OwnerFinder,
  { at, parsed }: PlacedFile,
  frame: ListFrame,
  source: RowSource,
  remarks: string[],
  going: ListProgress,
): PlannedRows {
  const rows = planListFile(planner, { at, parsed }, frame, source, going);
  const unknown = planRelations(planner, parsed, rows, frame.platform?.ref ?? null, source);
  if (unknown > 0) {
    const those = unknown === 1 ? '1 person' : `${unknown} people`;
    remarks.push(`${those} named in a relation or as a referrer could not be told: kept as text.`);
  }
  if (frame.circle !== null && frame.owner !== null) owners.noteHandedList(frame, source);
  if (frame.event !== null) planCoAttendance(planner, frame.event, source.importRef);
  if (frame.owner !== null) owners.noteAccounts(frame.owner, parsed, source);
  return rows;
}

function makeFrame(
  planner: ImportPlanner,
  owners: OwnerFinder,
  request: ImportRequest,
  parsed: ParsedFile,
  kind: Exclude<ListKind, 'ties'>,
): ListFrame {
  const platform = planner.tools.shared.platform(platformOf(parsed, request.platform));
  const { format } = parsed;
  const none = { kind, format, platform, owner: null, isMine: false, circle: null, event: null };
  if (kind === 'attendees') return { ...none, event: eventOf(planner, request) };
  const { owner, isMine } = owners.find();
  if (kind === 'interactions') return { ...none, owner, isMine };
  const circle = planner.circles.ensure(owner, platform.ref, parsed.asOf);
  return { ...none, owner, isMine, circle };
}

/** A platform's own export knows where it comes from; an address book or a pasted list may be told. */
function platformOf(parsed: ParsedFile, stated: string | null): string {
  if (parsed.kind === 'contacts') {
    return stated ?? parsed.platform ?? (parsed.format === 'vcard' ? 'phone' : noPlatform);
  }
  return parsed.platform ?? stated ?? noPlatform;
}

function eventOf(planner: ImportPlanner, { event }: ImportRequest): Ref {
  if (event === null) {
    throw new AppError(
      'INVALID_INPUT',
      'This is a list of attendees: say which event it belongs to (its title and day), on the command line with --event TITLE --on DATE.',
      { needs: 'event' },
    );
  }
  const { shared } = planner.tools;
  return 'id' in event ? shared.knownEvent(event.id) : shared.event(event.title, event.heldOn);
}

function leftOutOf(rows: PlannedRows): LeftOut[] {
  const leftOut: LeftOut[] = [];
  for (let at = 0; at < rows.length; at++) {
    if (rows.categoryAt(at) !== 'leftOut') continue;
    leftOut.push({ line: rows.lineAt(at), reason: rows.reasonAt(at) });
  }
  return leftOut.sort((a, b) => a.line - b.line);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
