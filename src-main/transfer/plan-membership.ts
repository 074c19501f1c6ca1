/** Stages what being on a list means: a member of the circle, a tie with its owner, an attendance, a contact. */
import type { ImportPlanner } from './import-planner.ts';
import type { ListFrame } from './matching-weak.ts';
import type { ParsedFile, ParsedInteraction, ParsedPerson } from './parsed-file.ts';
import type { Relation } from './plan-circles.ts';
import type { RowSource } from './plan-persons.ts';
import type { Ref } from './plan-stage.ts';

/** Nobody is a member of their own circle: the owner's own row adds to the owner only. */
export function planMembership(
  planner: ImportPlanner,
  parsed: ParsedFile,
  frame: ListFrame,
  source: RowSource,
  person: Ref,
  row: ParsedPerson,
): void {
  if (frame.event !== null) planAttendance(planner, frame.event, source, person, row);
  if (frame.owner === null || person === frame.owner) return;
  if (frame.circle !== null) {
    const isThere = planMember(planner, parsed, frame, frame.circle, source, person, row);
    if (isThere) planLink(planner, parsed, frame, frame.owner, source, person, row);
  }
  if (frame.kind === 'interactions') {
    planInteractions(planner, parsed, frame, frame.owner, source, person, row);
  }
}

function relationOf(parsed: ParsedFile, row: ParsedPerson): Relation {
  return row.direction ?? parsed.direction ?? 'linked';
}

/** False if a newer edition of the list says that they are gone. */
function planMember(
  { tools, persons, circles }: ImportPlanner,
  parsed: ParsedFile,
  frame: ListFrame,
  circle: Ref,
  source: RowSource,
  person: Ref,
  row: ParsedPerson,
): boolean {
  const { platform } = frame;
  if (platform === null) return true;
  const dossier = tools.dossiers.of(person);
  const listed = row.accounts.find(
    (account) => tools.shared.platform(account.platform).ref === platform.ref,
  );
  const account =
    listed === undefined || frame.kind === 'contacts'
      ? persons.accounts.ensureContact(dossier, platform.ref, row, source)
      : persons.accounts.ensure(
          dossier,
          platform.ref,
          { ...listed, displayName: listed.displayName ?? row.name },
          source,
        );
  if (account === null) return true;
  const own = dossier.accounts.find((candidate) => candidate.ref === account);
  const isWeak = own?.isWeak === true;
  const member = circles.addMember(
    circle,
    { account, person, isWeak },
    relationOf(parsed, row),
    row.since,
    source.edition,
  );
  source.edition?.note(person, member, source);
  if (isWeak && own.displayName !== null) {
    tools.index.noteWeakMember(circle, own.displayName, { account, person, since: row.since });
  }
  return member.goneOn === null;
}

function planLink(
  { ties }: ImportPlanner,
  parsed: ParsedFile,
  frame: ListFrame,
  owner: Ref,
  source: RowSource,
  person: Ref,
  row: ParsedPerson,
): void {
  const relation = relationOf(parsed, row);
  const platform = frame.platform?.ref ?? null;
  const common = { platform, onDate: row.since, note: '' };
  if (relation === 'linked') {
    ties.add(
      owner,
      person,
      { kind: 'platform_link', direction: null, ...common },
      source.importRef,
    );
    return;
  }
  const direction = relation === 'followed_by_owner' ? 'outgoing' : 'incoming';
  ties.add(owner, person, { kind: 'follow', direction, ...common }, source.importRef);
}

function planAttendance(
  { book, stage }: ImportPlanner,
  event: Ref,
  source: RowSource,
  person: Ref,
  row: ParsedPerson,
): void {
  if (row.attendance === null) return;
  const isKnown =
    event > 0 &&
    person > 0 &&
    book.value('SELECT 1 FROM attendance WHERE event_id = @event AND person_id = @person', {
      event,
      person,
    }) !== undefined;
  if (isKnown || !stage.claim(`attendance ${event} ${person}`)) return;
  stage.insert('attendance', { event_id: event, person_id: person, import_id: source.importRef });
}

/** More people than this in one chat need not know each other. */
const directChat = 1;

function planInteractions(
  planner: ImportPlanner,
  parsed: ParsedFile,
  frame: ListFrame,
  owner: Ref,
  source: RowSource,
  person: Ref,
  row: ParsedPerson,
): void {
  for (const interaction of row.interactions) {
    if (interaction.last !== null && interaction.count > 0 && frame.isMine) {
      logInteraction(planner, frame, source, person, interaction, interaction.last);
    }
  }
  const kind = evidenceOf(parsed, row);
  if (kind === null) return;
  const onDate = row.interactions
    .flatMap(({ last }) => last ?? [])
    .reduce<string | null>((newest, day) => (newest === null || day > newest ? day : newest), null);
  const platform = frame.platform?.ref ?? null;
  const evidence = { kind, platform, direction: null, onDate, note: '' } as const;
  planner.ties.add(owner, person, evidence, source.importRef);
}

/** A letter that nobody answered, or an invitation, shows no tie; an exchange or a recommendation does. */
function evidenceOf(parsed: ParsedFile, row: ParsedPerson): 'message' | 'referred' | null {
  if (row.interactions.some(({ kind }) => kind === 'recommendation')) return 'referred';
  const messages = row.interactions.filter(({ kind }) => kind === 'message');
  const hasBoth =
    messages.some(({ direction }) => direction !== 'in') &&
    messages.some(({ direction }) => direction !== 'out');
  if (hasBoth) return 'message';
  // Who met has talked.
  if (row.interactions.some(({ kind }) => kind === 'meeting')) return 'message';
  const isChat = row.interactions.some(({ kind }) => kind === 'chat');
  return isChat && parsed.people.length <= directChat + 1 ? 'message' : null;
}

function logInteraction(
  { book, stage }: ImportPlanner,
  frame: ListFrame,
  source: RowSource,
  person: Ref,
  interaction: ParsedInteraction,
  onDate: string,
): void {
  const note = describeInteraction(frame.platform?.name ?? '', interaction);
  const kind = interaction.kind === 'meeting' ? 'meeting' : 'message';
  const isKnown =
    person > 0 &&
    book.value(
      `SELECT 1 FROM interaction
       WHERE person_id = @person AND kind = @kind AND on_date = @onDate AND note = @note`,
      { person, kind, onDate, note },
    ) !== undefined;
  if (isKnown || !stage.claim(`interaction ${person} ${onDate} ${note}`)) return;
  const row = { person_id: person, kind, on_date: onDate, note };
  stage.insert('interaction', { ...row, import_id: source.importRef });
}

function describeInteraction(
  platform: string,
  { kind, direction, count }: ParsedInteraction,
): string {
  const way = direction === 'in' ? ' received' : direction === 'out' ? ' sent' : '';
  if (kind === 'invitation') return `${platform} invitation${way}`;
  if (kind === 'recommendation') return `${platform} recommendation${way}`;
  const what = kind === 'meeting' ? 'meeting' : 'message';
  return `${platform}: ${count} ${what}${count === 1 ? '' : 's'}${way}`;
}
