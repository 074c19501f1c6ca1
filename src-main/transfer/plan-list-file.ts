/** Plans a file that lists people: a circle, an address book, the attendees of an event, who was written to. */
import { erasedReason, type ErasedMarks } from '../tables/erased-marks.ts';
import { FileMatcher, type Match } from './file-matcher.ts';
import type { ImportPlanner } from './import-planner.ts';
import type { ListFrame } from './matching-weak.ts';
import type { Decided, OpenQuestion, Place } from './plan-decisions.ts';
import {
  countsAsAttended,
  emptyPerson,
  type ParsedFile,
  type ParsedPerson,
} from './parsed-file.ts';
import { type PlacedRow, rowAt } from './person-list.ts';
import { PackedPersons } from './packed-persons.ts';
import { planMembership } from './plan-membership.ts';
import type { RowSource } from './plan-persons.ts';
import type { PlannedQuestion, PlannedRow } from './planned-file.ts';
import { PlannedRows } from './planned-rows.ts';
import type { Ref } from './plan-stage.ts';
import { none } from './small-lists.ts';
import { suggestForRow } from './suggest-row-answer.ts';

/** Rows whose namesakes are read together: so few that what is known of them goes while it is cheap to collect. */
const readTogether = 128;

/** Rows that are looked at together before it is decided who they are: as above, but neighbours in the book lie on one page. */
const lookTogether = 1024;

export interface ListProgress {
  readonly onRow: () => void;
  /** As of `ImportRequest`. */
  readonly forgetsRows: boolean;
}

/** Plans all rows of the file at a place of the plan, and says what became of each entry of `ParsedFile.people`. The frame's circle or event is staged already. */
export function planListFile(
  planner: ImportPlanner,
  { at, parsed }: { readonly at: number; readonly parsed: ParsedFile },
  frame: ListFrame,
  source: RowSource,
  { forgetsRows, onRow }: ListProgress,
): PlannedRows {
  const rows = new PlannedRows();
  planner.decisions.startList(at, rows);
  planner.tools.readings.startList(frame, rows);
  const matcher = new FileMatcher(planner.tools, planner.book, frame, parsed.people);
  const refused = new Uint8Array(parsed.people.length);
  const refuse = ({ at: index, row }: PlacedRow, reason: string): void => {
    refused[index] = 1;
    rows.set(index, leaveOut(row, reason));
    if (forgetsRows) forgetRow(parsed, index);
  };
  lookAtRows(planner, parsed, matcher, refuse);
  readAhead(planner, parsed, frame, matcher);
  for (const some of together(inTurn(refused, matcher))) {
    const next = Array.from(some, (index) => ({ at: index, row: rowAt(parsed.people, index) }));
    matcher.readNamesakes(next);
    for (const placed of next) {
      onRow();
      const place = { file: at, row: placed.at };
      const decided = decideRow(planner, matcher.match(placed), place);
      const outcome = planRow(planner, parsed, frame, source, matcher, placed, decided);
      rows.set(placed.at, outcome);
      if (forgetsRows) forgetRow(parsed, placed.at);
    }
  }
  planner.tools.dossiers.forgetPassing();
  return rows;
}

/** Which rows are who, by what the book knows; those that are not taken are refused. */
function lookAtRows(
  { erased, tools }: ImportPlanner,
  { people }: ParsedFile,
  matcher: FileMatcher,
  refuse: (placed: PlacedRow, reason: string) => void,
): void {
  let some: PlacedRow[] = [];
  const lookAt = (): void => {
    matcher.lookAt(some);
    // in a few questions what the rows will ask the book for one by one
    const employers: string[] = [];
    for (const { row } of some) {
      for (const { organisation } of row.roles)
        if (organisation !== null) employers.push(organisation);
    }
    tools.shared.readOrganisations(employers);
    some = [];
  };
  let at = 0;
  for (const row of people) {
    const placed = { at, row };
    const reason = refusalOf(erased, row);
    if (reason === null) some.push(placed);
    else refuse(placed, reason);
    at++;
    if (at % lookTogether === 0) lookAt();
  }
  lookAt();
  matcher.decide();
}

/** What rows bring for known people may tell who the other rows are; hence those come first. */
function inTurn(refused: Uint8Array, matcher: FileMatcher): Uint32Array {
  const ordered = new Uint32Array(refused.length);
  let length = 0;
  for (const isKnown of [true, false]) {
    for (let at = 0; at < refused.length; at++) {
      if (refused[at] === 0 && matcher.isKnown(at) === isKnown) ordered[length++] = at;
    }
  }
  return ordered.subarray(0, length);
}

function* together(indexes: Uint32Array): Generator<Uint32Array> {
  for (let from = 0; from < indexes.length; from += readTogether) {
    yield indexes.subarray(from, from + readTogether);
  }
}

/** Lets go of a row, unless relations name it. */
function forgetRow({ people, ties }: ParsedFile, index: number): void {
  if (ties.length > 0) return;
  if (people instanceof PackedPersons) people.forget(index);
  // the file was parsed for this plan alone, which is what `forgetsRows` says
  else (people as ParsedPerson[])[index] = forgotten;
}

const forgotten = emptyPerson(0);

/** What the people of the book will be asked about one by one, in a few questions. */
function readAhead(
  { circles, ties, tools }: ImportPlanner,
  parsed: ParsedFile,
  { circle, owner }: ListFrame,
  matcher: FileMatcher,
): void {
  const known = matcher.known();
  // all of them in the order in which they lie in the book, so that each of its pages is read once
  tools.dossiers.readAhead(known);
  if (owner !== null) ties.readAhead(owner, known);
  if (circle !== null) {
    circles.readAhead(circle, parsed.direction ?? 'linked', tools.index.foundAccounts());
  }
}

function leaveOut(row: ParsedPerson, reason: string): PlannedRow {
  // what was erased is not written down again as the name of a row that was left out
  const shown = reason === erasedReason ? { line: row.line, name: '', detail: '' } : describe(row);
  return { ...shown, category: 'leftOut', reason, person: null };
}

/** Why a row is not taken; null: it is. */
function refusalOf(erased: ErasedMarks, row: ParsedPerson): string | null {
  return absenceOf(row) ?? (!erased.isEmpty && isErased(erased, row) ? erasedReason : null);
}

function isErased(erased: ErasedMarks, row: ParsedPerson): boolean {
  const keys = (values: ParsedPerson['emails']): string[] =>
    values.flatMap(({ normalised }) => normalised ?? []);
  return erased.has({
    names: row.name === null ? [] : [row.name],
    emails: keys(row.emails),
    phones: keys(row.phones),
    accounts: row.accounts,
  });
}

/** Why somebody on a list of attendees is not taken; null: they are. */
function absenceOf({ attendance }: ParsedPerson): string | null {
  if (attendance === null || countsAsAttended(attendance)) return null;
  const said = attendance.written === '' ? attendance.status : attendance.written;
  return `Was not at the event (${said}).`;
}

/** Who a row is by its marks, or by what the user said of it. */
interface DecidedRow extends Decided {
  readonly match: Match;
}

function decideRow({ decisions }: ImportPlanner, match: Match, place: Place): DecidedRow {
  if (match.kind === 'certain' || match.suspects.length === 0) {
    return { match, same: none, different: none, open: none };
  }
  const decided = decisions.decide(place, match.suspects);
  const [first, ...others] = decided.same;
  if (first === undefined) return { ...decided, match };
  const said: Match = {
    kind: 'certain',
    person: first.person,
    reason: 'You said that they are the same',
    conflicts: others.map(({ person }) => person),
  };
  return { ...decided, open: [], match: said };
}

function planRow(
  planner: ImportPlanner,
  parsed: ParsedFile,
  frame: ListFrame,
  source: RowSource,
  matcher: FileMatcher,
  placed: PlacedRow,
  { different, match, open, same }: DecidedRow,
): PlannedRow & { person: Ref } {
  const { row } = placed;
  const before = planner.stage.changes;
  const person = planPerson(planner, matcher, match, row, source);
  // Otherwise nothing might be left to remember the answer by.
  if (same.length > 0) planner.stage.touch();
  matcher.settle(placed, person, match.kind === 'new');
  askQuestions(planner, match, open, person, row, source);
  for (const suspect of different) {
    const { importRef } = source;
    planner.questions.ask(person, suspect.person, suspect.reason, importRef, planner.clock.now);
  }
  planMembership(planner, parsed, frame, source, person, row);
  const base = { ...describe(row), person };
  if (match.kind === 'certain') {
    const category = planner.stage.changes > before ? 'matched' : 'unchanged';
    return { ...base, category, reason: match.reason };
  }
  const [suspect] = open;
  if (suspect === undefined) {
    const reason = different.length === 0 ? 'New' : 'You said that they are two people';
    return { ...base, category: 'created', reason };
  }
  const questions = open.flatMap((question) => plannedQuestion(planner, row, question));
  return { ...base, category: 'unsure', reason: suspect.reason, questions };
}

function plannedQuestion(
  { decisions, tools }: ImportPlanner,
  row: ParsedPerson,
  { key, person, reason }: OpenQuestion,
): PlannedQuestion[] {
  if (key === null) return [];
  return [
    {
      key,
      reason,
      person: person > 0 ? person : null,
      row: decisions.placeOf(person),
      ...suggestForRow(tools.dossiers.look(person), row),
    },
  ];
}

function planPerson(
  { persons }: ImportPlanner,
  matcher: FileMatcher,
  match: Match,
  row: ParsedPerson,
  source: RowSource,
): Ref {
  if (match.kind === 'new') return persons.create(row, source);
  persons.complete(match.person, row, matcher.rolesOf(match.person), source);
  return match.person;
}

function askQuestions(
  { questions }: ImportPlanner,
  match: Match,
  open: readonly OpenQuestion[],
  person: Ref,
  row: ParsedPerson,
  source: RowSource,
): void {
  if (match.kind === 'certain') {
    const reason = `One row names both${row.name === null ? '' : ` as "${row.name}"`}`;
    for (const other of match.conflicts) questions.ask(person, other, reason, source.importRef);
  } else {
    for (const suspect of open) {
      questions.ask(person, suspect.person, suspect.reason, source.importRef);
    }
  }
}

/** What a row says in one line, to tell it from others of its name. */
function describe(row: ParsedPerson): Pick<PlannedRow, 'line' | 'name' | 'detail'> {
  const [role] = row.roles;
  const [account] = row.accounts;
  const mark = account?.handle ?? account?.externalId ?? account?.url ?? null;
  const work = joined(role?.organisation ?? null, ', ', role?.title ?? null);
  const reach = row.emails[0]?.value ?? row.phones[0]?.value ?? null;
  const detail = joined(work, ' · ', reach);
  const name = row.name ?? reach ?? mark ?? '';
  return { line: row.line, name, detail: detail === '' && name !== mark ? (mark ?? '') : detail };
}

function joined(first: string | null, joint: string, second: string | null): string {
  if (!first) return second ?? '';
  return second ? `${first}${joint}${second}` : first;
}
