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
import { planMembership } from './plan-membership.ts';
import type { RowSource } from './plan-persons.ts';
import type { PlannedQuestion, PlannedRow } from './planned-file.ts';
import type { Ref } from './plan-stage.ts';
import { suggestForRow } from './suggest-row-answer.ts';

/** Rows whose namesakes are read together. */
const readTogether = 500;

export interface ListProgress {
  readonly onRow: () => void;
  /** As of `ImportRequest`. */
  readonly forgetsRows: boolean;
}

export interface ListPlan {
  readonly rows: PlannedRow[];
  /** The person of each entry of `ParsedFile.people`; null where it was left out. */
  readonly persons: (Ref | null)[];
}

/** Plans all rows of the file at a place of the plan. The frame's circle or event is staged already. */
export function planListFile(
  planner: ImportPlanner,
  { at, parsed }: { readonly at: number; readonly parsed: ParsedFile },
  frame: ListFrame,
  source: RowSource,
  { forgetsRows, onRow }: ListProgress,
): ListPlan {
  const refused = parsed.people.map((row) => refusalOf(planner.erased, row));
  const matcher = openMatcher(planner, parsed, frame, refused);
  const rows = parsed.people.map((row, index): PlannedRow | undefined => {
    const reason = refused[index] ?? null;
    return reason === null ? undefined : leaveOut(row, reason);
  });
  // What rows bring for known people may tell who the other rows are; hence those come first.
  const indexes = [...parsed.people.keys()].filter((index) => refused[index] === null);
  const isKnown = (index: number): boolean => matcher.isKnown(rowAt(parsed, index));
  const ordered = [...indexes.filter(isKnown), ...indexes.filter((index) => !isKnown(index))];
  for (const [done, index] of ordered.entries()) {
    onRow();
    if (done % readTogether === 0) {
      const next = ordered.slice(done, done + readTogether);
      matcher.readNamesakes(next.map((each) => rowAt(parsed, each)));
    }
    const row = rowAt(parsed, index);
    const place = { file: at, row: index };
    const decided = decideRow(planner, matcher.match(row), place);
    const outcome = planRow(planner, parsed, frame, source, matcher, row, decided);
    planner.decisions.notePerson(outcome.person, place);
    planner.tools.readings.noteListed(frame, outcome.person);
    rows[index] = outcome;
    if (forgetsRows) forgetRow(parsed, index);
  }
  planner.tools.dossiers.forgetPassing();
  const all = rows.flatMap((row) => row ?? []);
  return { rows: all, persons: all.map(({ person }) => person) };
}

function rowAt({ people }: ParsedFile, index: number): ParsedPerson {
  const row = people[index];
  if (row === undefined) throw new Error(`The file has no row ${index}.`);
  return row;
}

/** The matcher of the rows that are not refused, and what they will ask the book for read ahead. */
function openMatcher(
  planner: ImportPlanner,
  parsed: ParsedFile,
  frame: ListFrame,
  refused: readonly (string | null)[],
): FileMatcher {
  const taken = parsed.people.filter((_, index) => refused[index] === null);
  const matcher = new FileMatcher(planner.tools, planner.book, frame, taken);
  readAhead(planner, parsed, frame, matcher, taken);
  return matcher;
}

/** Lets go of a row, unless relations name it. */
function forgetRow({ people, ties }: ParsedFile, index: number): void {
  // the file was parsed for this plan alone, which is what `forgetsRows` says
  if (ties.length === 0) (people as ParsedPerson[])[index] = forgotten;
}

const forgotten = emptyPerson(0);

/** What the rows will ask the book for one by one, in a few questions. */
function readAhead(
  { circles, ties, tools }: ImportPlanner,
  parsed: ParsedFile,
  { circle, owner }: ListFrame,
  matcher: FileMatcher,
  rows: readonly ParsedPerson[],
): void {
  if (owner !== null) ties.readAhead(owner, matcher.known());
  if (circle !== null) {
    circles.readAhead(circle, parsed.direction ?? 'linked', tools.index.foundAccounts());
  }
  const employers = rows.flatMap(({ roles }) =>
    roles.flatMap(({ organisation }) => organisation ?? []),
  );
  tools.shared.readOrganisations(employers);
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
  if (match.kind === 'certain') return { match, same: [], different: [], open: [] };
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
  row: ParsedPerson,
  { different, match, open, same }: DecidedRow,
): PlannedRow & { person: Ref } {
  const before = planner.stage.changes;
  const person = planPerson(planner, matcher, match, row, source);
  // Otherwise nothing might be left to remember the answer by.
  if (same.length > 0) planner.stage.touch();
  matcher.settle(row, person);
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
  const work = [role?.organisation, role?.title].filter(Boolean).join(', ');
  const reach = row.emails[0]?.value ?? row.phones[0]?.value ?? null;
  const detail = [work, reach].filter(Boolean).join(' · ');
  const name = row.name ?? reach ?? mark ?? '';
  return { line: row.line, name, detail: detail === '' && name !== mark ? (mark ?? '') : detail };
}
