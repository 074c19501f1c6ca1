/** Plans a file that lists people: a circle, an address book, the attendees of an event, who was written to. */
import { erasedReason, type ErasedMarks } from '../tables/erased-marks.ts';
import { FileMatcher, type Match } from './file-matcher.ts';
import type { ImportPlanner } from './import-planner.ts';
import type { ListFrame } from './matching-weak.ts';
import { countsAsAttended, type ParsedFile, type ParsedPerson } from './parsed-file.ts';
import { planMembership } from './plan-membership.ts';
import type { RowSource } from './plan-persons.ts';
import type { PlannedRow } from './planned-file.ts';
import type { Ref } from './plan-stage.ts';

export interface ListPlan {
  readonly rows: PlannedRow[];
  /** The person of each entry of `ParsedFile.people`; null where it was left out. */
  readonly persons: (Ref | null)[];
}

/** Plans all rows. The frame's circle or event is staged already. */
export function planListFile(
  planner: ImportPlanner,
  parsed: ParsedFile,
  frame: ListFrame,
  source: RowSource,
  onRow: () => void,
): ListPlan {
  const taken = parsed.people.filter((row) => refusalOf(planner.erased, row) === null);
  const matcher = new FileMatcher(planner.tools, planner.book, frame, taken);
  const planned = new Map<ParsedPerson, PlannedRow & { person: Ref }>();
  // What rows bring for known people may tell who the other rows are; hence those come first.
  const known = taken.filter((row) => matcher.isKnown(row));
  const others = taken.filter((row) => !matcher.isKnown(row));
  for (const row of [...known, ...others]) {
    onRow();
    const outcome = planRow(planner, parsed, frame, source, matcher, row);
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

function planRow(
  planner: ImportPlanner,
  parsed: ParsedFile,
  frame: ListFrame,
  source: RowSource,
  matcher: FileMatcher,
  row: ParsedPerson,
): PlannedRow & { person: Ref } {
  const before = planner.stage.changes;
  const match = matcher.match(row);
  const person = planPerson(planner, matcher, match, row, source);
  matcher.settle(row, person);
  askQuestions(planner, match, person, row, source);
  planMembership(planner, parsed, frame, source, person, row);
  const base = { ...describe(row), person };
  if (match.kind === 'certain') {
    const category = planner.stage.changes > before ? 'matched' : 'unchanged';
    return { ...base, category, reason: match.reason };
  }
  const [suspect] = match.suspects;
  return suspect === undefined
    ? { ...base, category: 'created', reason: 'New' }
    : { ...base, category: 'unsure', reason: suspect.reason };
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
  person: Ref,
  row: ParsedPerson,
  source: RowSource,
): void {
  if (match.kind === 'certain') {
    const reason = `One row names both${row.name === null ? '' : ` as "${row.name}"`}`;
    for (const other of match.conflicts) questions.ask(person, other, reason, source.importRef);
  } else {
    for (const suspect of match.suspects) {
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
