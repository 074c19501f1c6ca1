/** Plans pairs of people: a file of ties, and what address books say of relations. */
import { erasedReason } from '../tables/erased-marks.ts';
import { findPersonsByExactName } from '../tables/resolve-person.ts';
import type { ImportPlanner } from './import-planner.ts';
import type { ParsedFile, ParsedTie, PersonRef } from './parsed-file.ts';
import type { RowSource } from './plan-persons.ts';
import type { PlannedRow } from './planned-file.ts';
import { PlannedRows } from './planned-rows.ts';
import type { Ref } from './plan-stage.ts';
import { remember } from './small-lists.ts';

/** More questions about one person than this help nobody. */
const maximumQuestions = 5;

/** A person, or the reason why none is meant for sure. */
type Named = Ref | string;

/**
 * Plans a file of ties. A name means who is called exactly so; one that nobody bears makes a new person.
 * A pair that stands there twice with two strengths has the later one.
 */
export function planTiesFile(
  planner: ImportPlanner,
  parsed: ParsedFile,
  platform: string | null,
  source: RowSource,
  onRow: () => void,
): PlannedRows {
  const rows = new PlannedRows();
  const names = new Map<string, Named>();
  const strengths = new Map<string, { from: Ref; to: Ref; strength: number }>();
  const resolve = (ref: PersonRef, line: number): Named =>
    ref.by === 'name'
      ? remember(names, ref.name, () => nameEnd(planner, ref.name, line, rows, source))
      : remember(names, `#${idOf(ref)}`, () => idEnd(planner, idOf(ref), line, rows));
  for (const tie of parsed.ties) {
    onRow();
    // Both ends are looked up before either is made: a row that is left out makes nobody.
    const reason = refuse(planner, names, tie);
    const from = reason ?? resolve(tie.from, tie.line);
    const to = reason ?? resolve(tie.to, tie.line);
    if (typeof from === 'string' || typeof to === 'string' || from === to) {
      rows.push(leaveOut(tie, reason ?? 'A person has no tie with themselves.'));
      continue;
    }
    planTie(planner, tie, from, to, tie.platform ?? platform, source);
    if (tie.strength !== null) {
      const pair = from > to ? `${from} ${to}` : `${to} ${from}`;
      strengths.set(pair, { from, to, strength: tie.strength });
    }
  }
  for (const { from, to, strength } of strengths.values()) {
    planner.ties.stateStrength(from, to, strength);
  }
  return rows;
}

function planTie(
  planner: ImportPlanner,
  tie: ParsedTie,
  from: Ref,
  to: Ref,
  platformKey: string | null,
  source: RowSource,
): void {
  const platform = platformKey === null ? null : planner.tools.shared.platform(platformKey).ref;
  const kind = platform !== null ? 'platform_link' : tie.strength !== null ? 'stated' : 'told';
  const extra = tie.extra.map(({ name, value }) => `${name}: ${value}`);
  const note = [...(tie.note === null ? [] : [tie.note]), ...extra].join('\n');
  const evidence = { kind, platform, direction: null, onDate: tie.since, note } as const;
  planner.ties.add(from, to, evidence, source.importRef);
}

/** Why neither end may be made: an id that nobody has, a name that several bear. */
function refuse(
  planner: ImportPlanner,
  names: ReadonlyMap<string, Named>,
  tie: ParsedTie,
): string | null {
  for (const end of [tie.from, tie.to]) {
    const known = names.get(end.by === 'name' ? end.name : `#${idOf(end)}`);
    const found =
      known ?? (end.by === 'name' ? findNamed(planner, end.name) : findId(planner, idOf(end)));
    if (typeof found === 'string') return found;
  }
  return null;
}

function nameEnd(
  planner: ImportPlanner,
  name: string,
  line: number,
  rows: PlannedRows,
  source: RowSource,
): Named {
  const found = findNamed(planner, name);
  if (typeof found === 'string') return found;
  const base = { line, name, detail: '' };
  if (found !== null) {
    rows.push({ ...base, category: 'unchanged', reason: 'Known by this name', person: found });
    return found;
  }
  const [namesake, ...others] = planner.tools.index.namesakes(name);
  const person = planner.persons.createNamed(name);
  if (namesake === undefined) {
    rows.push({ ...base, category: 'created', reason: 'New', person });
    return person;
  }
  const reason = 'Same name but for capitals and accents';
  for (const other of [namesake, ...others].slice(0, maximumQuestions)) {
    planner.questions.ask(person, other, reason, source.importRef);
  }
  rows.push({ ...base, category: 'unsure', reason, person });
  return person;
}

function idEnd(planner: ImportPlanner, id: number, line: number, rows: PlannedRows): Named {
  const found = findId(planner, id);
  if (typeof found === 'string') return found;
  const name = planner.tools.dossiers.of(found).displayName ?? `#${id}`;
  const base = { line, name, detail: `#${id}` };
  rows.push({ ...base, category: 'unchanged', reason: 'Known by this id', person: found });
  return found;
}

/** Who bears the name: one person, nobody (null), or the sentence that says that several do. */
function findNamed(planner: ImportPlanner, name: string): Ref | null | string {
  const staged = planner.tools.index.stagedNamesakes(name);
  const known: readonly Ref[] = findPersonsByExactName(planner.book, name);
  const shown = known.filter((ref) => planner.tools.dossiers.of(ref).displayName === name);
  const displayed = union(shown, staged.displayed);
  const found = displayed.length > 0 ? displayed : union(known, staged.other);
  if (found.length === 0) return planner.erased.hasName(name) ? erasedReason : null;
  if (found.length === 1) return found[0] ?? null;
  const ids = found.filter((ref) => ref > 0).slice(0, 5);
  const hint = ids.length < 2 ? '' : `: write ${ids.map((id) => `#${id}`).join(' or ')} instead`;
  return `${found.length} people are called "${name}"${hint}.`;
}

function findId(planner: ImportPlanner, id: number): Ref | string {
  const isThere = planner.book.value('SELECT 1 FROM person WHERE id = @id', { id }) !== undefined;
  return isThere ? id : `There is no person #${id} in this book.`;
}

const evidenceKinds = {
  knows: 'told',
  referred: 'referred',
  related: 'told',
  together: 'co_attendance',
} as const;

/**
 * Plans relations that an address book states between its own people and others by name. A name that nobody
 * in the book bears, or several do, is kept as a text: such columns hold all sorts of things ("trade fair").
 * Returns how many were kept so. `rows`: what became of the people of the file, by their place in it.
 */
export function planRelations(
  planner: ImportPlanner,
  parsed: ParsedFile,
  rows: PlannedRows,
  platform: Ref | null,
  source: RowSource,
): number {
  if (parsed.ties.length === 0) return 0;
  const inFile = namesInFile(parsed, rows);
  const resolve = (ref: PersonRef): Ref | null => {
    if (ref.by === 'index') return rows.personAt(ref.index);
    if (ref.by === 'id') return null;
    const found = inFile.get(ref.name) ?? findNamed(planner, ref.name);
    return typeof found === 'string' ? null : found;
  };
  let unknown = 0;
  for (const tie of parsed.ties) {
    const from = resolve(tie.from);
    const to = resolve(tie.to);
    if (from !== null && to === null && tie.to.by === 'name') {
      unknown++;
      // A vCard's property is among the kept fields already, word for word.
      const name = tie.relation ?? 'referred by';
      const isKept = parsed.format !== 'vcard' && !planner.erased.hasName(tie.to.name);
      if (isKept) planner.persons.keepField(from, name, tie.to.name, source);
    }
    if (from === null || to === null || from === to) continue;
    const kind = evidenceKinds[tie.kind];
    const note = tie.relation ?? '';
    const evidence = {
      kind,
      platform: tie.kind === 'together' ? platform : null,
      direction: null,
      onDate: tie.since,
      note,
    } as const;
    planner.ties.add(from, to, evidence, source.importRef);
  }
  return unknown;
}

/** Who in the file is called exactly so; names of several are left out. */
function namesInFile({ people }: ParsedFile, rows: PlannedRows): ReadonlyMap<string, Ref> {
  const found = new Map<string, Ref>();
  const several = new Set<string>();
  let index = 0;
  for (const { name } of people) {
    const person = rows.personAt(index++);
    if (name === null || person === null) continue;
    if ((found.get(name) ?? person) !== person) several.add(name);
    found.set(name, person);
  }
  for (const name of several) found.delete(name);
  return found;
}

function leaveOut(tie: ParsedTie, reason: string): PlannedRow {
  const label = (ref: PersonRef): string => (ref.by === 'name' ? ref.name : `#${idOf(ref)}`);
  const name = `${label(tie.from)} – ${label(tie.to)}`;
  return { line: tie.line, name, detail: '', category: 'leftOut', reason, person: null };
}

function idOf(ref: PersonRef): number {
  return ref.by === 'id' ? ref.id : ref.by === 'index' ? ref.index : 0;
}

function union(a: readonly Ref[], b: readonly Ref[]): Ref[] {
  return [...new Set([...a, ...b])];
}
