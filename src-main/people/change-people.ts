import type { ReadableBook, SqlValue, WritableBook } from '../book/access.ts';
import type { CommandContext, Handlers } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { refreshCoAttendance } from '../tables/co-attendance.ts';
import { addContactPoint } from '../tables/contact-points.ts';
import { deletePersons } from '../tables/delete-persons.ts';
import { finishFollowUp, insertFollowUp, personOfFollowUp } from '../tables/follow-ups.ts';
import { logContact } from '../tables/interactions.ts';
import { insertPerson, renamePerson } from '../tables/persons.ts';
import { ensureMe, meId } from '../tables/resolve-person.ts';
import { addRole, endRole } from '../tables/roles.ts';
import { findOrCreateTag, tagPersons, untagPersons } from '../tables/tags.ts';
import { addEvidence } from '../tables/tie-evidence.ts';
import { existingPerson } from './person-detail.ts';
import { insertAttendances, readEvents, writeArchived } from './queries.ts';

type Changing = Exclude<
  keyof Handlers<'people'>,
  'list' | 'ids' | 'get' | 'resolve' | 'complete' | 'mutual' | 'filterNames' | 'organisations'
>;

/** The commands about people. Each names its step of undo. */
export const changePeople: Pick<Handlers<'people'>, Changing> = {
  create: (context, input) => {
    const { book, clock, nameStep } = context;
    const { name, organisation, title, email, phone } = input;
    const id = insertPerson(
      book,
      {
        displayName: name,
        note: input.note ?? '',
        howMet: input.howMet ?? '',
        metOn: input.metOn ?? null,
      },
      clock.now,
    );
    if (organisation !== undefined || title !== undefined) {
      addRole(book, { personId: id, organisation: organisation ?? null, title: title ?? null });
    }
    if (email !== undefined) addContactPoint(book, { personId: id, kind: 'email', value: email });
    if (phone !== undefined) addContactPoint(book, { personId: id, kind: 'phone', value: phone });
    if (input.isMyContact) {
      addEvidence(book, ensureMe(book, clock.now), id, { kind: 'told', onDate: clock.today });
    }
    nameStep(`Add ${name}`);
    return { person: existingPerson(book, id) };
  },
  update: (context, { id, name, ...columns }) => {
    const { book, nameStep } = context;
    const before = existingPerson(book, id);
    if (name !== undefined) renamePerson(book, id, name);
    updateColumns(book, id, columns);
    nameStep(
      name === undefined || name === before.name
        ? `Change ${before.name}`
        : `Rename ${before.name} to ${name}`,
    );
    return { person: existingPerson(book, id) };
  },
  addContactPoint: ({ book, nameStep }, { id, kind, value, label }) => {
    const person = existingPerson(book, id);
    addContactPoint(book, { personId: id, kind, value, label: label ?? null });
    nameStep(`Add ${value} to ${person.name}`);
    return {};
  },
  removeContactPoint: (context, { id, contactPointId }) => {
    removeRow(context, 'contact_point', id, contactPointId, 'way to reach them');
    return {};
  },
  addRole: ({ book, nameStep }, { id, organisation, title, startedOn, endedOn, isCurrent }) => {
    const person = existingPerson(book, id);
    addRole(book, {
      personId: id,
      organisation: organisation ?? null,
      title: title ?? null,
      startedOn: startedOn ?? null,
      endedOn: endedOn ?? null,
      isCurrent,
    });
    nameStep(`Add ${organisation ?? title ?? 'a role'} to ${person.name}`);
    return {};
  },
  endRole: ({ book, nameStep }, { id, roleId, endedOn }) => {
    const person = existingPerson(book, id);
    checkRoleEnd(book, id, roleId, endedOn);
    endRole(book, roleId, endedOn);
    nameStep(`End a role of ${person.name}`);
    return {};
  },
  removeRole: (context, { id, roleId }) => {
    removeRow(context, 'role', id, roleId, 'role');
    return {};
  },
  tag: ({ book, nameStep }, { ids, tag: name }) => {
    const tag = findOrCreateTag(book, name);
    const changed = tagPersons(book, ids, tag.id);
    nameStep(`Tag ${countPeople(changed)} "${tag.name}"`);
    return { tag, changed };
  },
  untag: ({ book, nameStep }, { ids, tagId }) => {
    const name = book.value<string>('SELECT name FROM tag WHERE id = @tagId', { tagId });
    if (name === undefined) throw new AppError('NOT_FOUND', 'This tag is no longer there.');
    const changed = untagPersons(book, ids, tagId);
    nameStep(`Take the tag "${name}" from ${countPeople(changed)}`);
    return { changed };
  },
  archive: ({ book, nameStep }, { ids, isArchived }) => {
    refuseMe(book, ids, 'archive yourself');
    const changed = writeArchived(book, ids, isArchived);
    nameStep(
      isArchived
        ? `Archive ${nameOf(book, ids, changed)}`
        : `Take ${nameOf(book, ids, changed)} back`,
    );
    return { changed };
  },
  addToEvent: ({ book, nameStep }, { ids, eventId }) => {
    const [event] = readEvents(book, [eventId]);
    if (event === undefined) throw new AppError('NOT_FOUND', 'This event is no longer there.');
    const changed = insertAttendances(book, ids, eventId);
    if (changed > 0) refreshCoAttendance(book, eventId);
    nameStep(`Add ${countPeople(changed)} to ${event.title}`);
    return { event, changed };
  },
  remove: ({ book, checkpoint, nameStep }, { ids }) => {
    refuseMe(book, ids, 'delete yourself');
    const label = `Delete ${nameOf(book, ids, new Set(ids).size)}`;
    const removed = deletePersons(book, ids, checkpoint);
    nameStep(label);
    return { removed };
  },
  logInteraction: ({ book, clock, nameStep }, { id, kind, onDate = clock.today, note }) => {
    const person = existingPerson(book, id);
    logContact(book, { me: ensureMe(book, clock.now), personId: id, kind, onDate, note });
    nameStep(`Log a ${kind} with ${person.name}`);
    return {};
  },
  addFollowUp: ({ book, nameStep }, { id, dueOn, what }) => {
    const person = existingPerson(book, id);
    insertFollowUp(book, { personId: id, dueOn, what });
    nameStep(`Follow up with ${person.name} on ${dueOn}`);
    return {};
  },
  finishFollowUp: ({ book, clock, nameStep }, { followUpId }) => {
    const personId = personOfFollowUp(book, followUpId);
    finishFollowUp(book, followUpId, clock.today);
    nameStep(`Finish a follow-up with ${existingPerson(book, personId).name}`);
    return {};
  },
};

function refuseMe(book: ReadableBook, ids: readonly PersonId[], what: string): void {
  const me = meId(book);
  if (me === null || !ids.includes(me)) return;
  throw new AppError(
    'CONFLICT',
    `You cannot ${what}: the book is seen from your place in it. Leave yourself out, or say first that you are somebody else.`,
  );
}

/** One person by name, several by number. */
function nameOf(book: ReadableBook, ids: readonly PersonId[], count: number): string {
  const [only] = ids;
  return ids.length === 1 && only !== undefined
    ? existingPerson(book, only).name
    : countPeople(count);
}

function countPeople(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

/** Columns of `person` that a form may change. */
const columnNames = new Map([
  ['givenName', 'given_name'],
  ['familyName', 'family_name'],
  ['birthday', 'birthday'],
  ['note', 'note'],
  ['howMet', 'how_met'],
  ['metOn', 'met_on'],
  ['doNotAsk', 'do_not_ask'],
  ['isArchived', 'is_archived'],
]);

function updateColumns(
  book: WritableBook,
  id: PersonId,
  values: Readonly<Record<string, string | boolean | null | undefined>>,
): void {
  const assignments: string[] = [];
  const parameters: Record<string, SqlValue> = { id };
  for (const [key, column] of columnNames) {
    const value = values[key];
    if (value === undefined) continue;
    assignments.push(`${column} = @${key}`);
    parameters[key] = typeof value === 'boolean' ? Number(value) : value;
  }
  if (assignments.length === 0) return;
  book.run(`UPDATE person SET ${assignments.join(', ')} WHERE id = @id`, parameters);
}

function checkRoleEnd(
  book: WritableBook,
  personId: PersonId,
  roleId: number,
  endedOn: string | null,
): void {
  const role = book.get<{ startedOn: string | null }>(
    'SELECT started_on AS startedOn FROM role WHERE id = @roleId AND person_id = @personId',
    { roleId, personId },
  );
  if (role === undefined) throw new AppError('NOT_FOUND', 'This role is no longer there.');
  if (endedOn !== null && role.startedOn !== null && endedOn < role.startedOn) {
    throw new AppError(
      'INVALID_INPUT',
      `A role that began on ${role.startedOn} cannot end on ${endedOn}: choose a later day.`,
    );
  }
}

function removeRow(
  { book, nameStep }: CommandContext,
  table: 'contact_point' | 'role',
  personId: PersonId,
  rowId: number,
  what: string,
): void {
  const person = existingPerson(book, personId);
  const { changes } = book.run(`DELETE FROM ${table} WHERE id = @rowId AND person_id = @personId`, {
    rowId,
    personId,
  });
  if (changes === 0) {
    throw new AppError('NOT_FOUND', `This ${what} of ${person.name} is no longer there.`);
  }
  nameStep(`Remove a ${what === 'role' ? 'role' : 'way to reach'} of ${person.name}`);
}
