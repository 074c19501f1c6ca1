/** Plans a file that lists people: a circle, an address book, the attendees of an event, who was written to. */
import { erasedReason, type ErasedMarks } from '../tables/erased-marks.ts';
import { FileMatcher, type Match } from './file-matcher.ts';
import type { ImportPlanner } from './import-planner.ts';
import type { ListFrame } from './matching-weak.ts';
import type { Decided, OpenQuestion, Place } from './plan-decisions.ts';
import { countsAsAttended, type ParsedFile, type ParsedPerson } from './parsed-file.ts';
import { planMembership } from './plan-membership.ts';
import type { RowSource } from './plan-persons.ts';
import type { PlannedQuestion, PlannedRow } from './planned-file.ts';
import type { Ref } from './plan-stage.ts';
import { suggestForRow } from './suggest-row-answer.ts';

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
  onRow: () => void,
): ListPlan {
  const taken = parsed.people.filter((row) => refusalOf(planner.erased, row) === null);
  const matcher = new FileMatcher(planner.tools, planner.book, frame, taken);
  if (frame.owner !== null) planner.ties.readAhead(frame.owner, matcher.known());
  const planned = new Map<ParsedPerson, PlannedRow & { person: Ref }>();
  // What rows bring for known people may tell who the other rows are; hence those come first.
  const known = taken.filter((row) => matcher.isKnown(row));
  const others = taken.filter((row) => !matcher.isKnown(row));
  const places = new Map(parsed.people.map((row, index) => [row, { file: at, row: index }]));
  for (const row of [...known, ...others]) {
    onRow();
    const place = places.get(row) ?? { file: at, row: 0 };
    const decided = decideRow(planner, matcher.match(row), place);
    const outcome = planRow(planner, parsed, frame, source, matcher, row, decided);
    planner.decisions.notePerson(outcome.person, place);
    planner.tools.index.noteListed(frame, outcome.person);
    planned.set(row, outcome);
  }
  return {
    rows: parsed.people.map((row) => planned.get(row) ?? leaveOut(planner.erased, row)),
    persons: parsed.people.map((row) => planned.get(row)?.person ?? null),
  };
}

function leaveOut(erased: ErasedMarks, row: ParsedPerson): PlannedRow {
  const reason = refusalOf(erased, row) ?? '';
  // what was erased is not written down again as the name of a row that was left out
  const shown = reason === erasedReason ? { line: row.line, name: '', detail: '' } : describe(row);
  return { ...shown, category: 'leftOut', reason, person: null };
}

/** Why a row is not taken; null: it is. */
function refusalOf(erased: ErasedMarks, row: ParsedPerson): string | null {
  return absenceOf(row) ?? (isErased(erased, row) ? erasedReason : null);
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
      ...suggestForRow(tools.dossiers.of(person), row),
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
