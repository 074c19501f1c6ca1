import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { OrganisationId, PersonId } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { foldName } from './fold-name.ts';
import { findOrCreateOrganisation } from './organisations.ts';
import { jsonIds } from './persons.ts';

/** SQL: the role shown for a person whose id is `person.id`: a current one, at an organisation if any is, begun last. */
export const shownRole = `(
  SELECT id FROM role WHERE person_id = person.id AND is_current = 1
  ORDER BY organisation_id IS NULL, started_on DESC, id DESC LIMIT 1)`;

/** What somebody does, as lists show it; both null when nothing is known. */
export interface ShownRole {
  readonly title: string | null;
  readonly organisation: string | null;
}

/** The role that lists show of each of some people; those without a current one are left out. */
export function readShownRoles(
  book: ReadableBook,
  ids: Iterable<PersonId>,
): Map<PersonId, ShownRole> {
  const rows = book.all<ShownRole & { id: PersonId }>(
    `SELECT person.id, role.title, organisation.name AS organisation
     FROM json_each(@ids) AS wanted
     CROSS JOIN person ON person.id = wanted.value
     JOIN role ON role.id = ${shownRole}
     LEFT JOIN organisation ON organisation.id = role.organisation_id`,
    { ids: jsonIds(ids) },
  );
  return new Map(rows.map(({ id, title, organisation }) => [id, { title, organisation }]));
}

export interface NewRole {
  readonly personId: PersonId;
  /** Name of the organisation, made if new. One of organisation and title must be there. */
  readonly organisation?: string | null;
  readonly title?: string | null;
  /** 'YYYY-MM-DD' or null. A role with an end is a past one. */
  readonly startedOn?: string | null;
  readonly endedOn?: string | null;
  /** Default: current unless it has an end. False: past, end unknown. */
  readonly isCurrent?: boolean;
  readonly importId?: number | null;
}

interface RoleRow {
  readonly id: number;
  readonly organisationId: OrganisationId | null;
  readonly title: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly isCurrent: 0 | 1;
}

/**
 * Adds a role. One that says nothing beyond a role already there (same organisation and title, dates
 * unknown or alike) adds nothing; one that only fills in a blank (the title, a date) completes that role.
 * Throws INVALID_INPUT if neither organisation nor title is given, or the end comes before the start.
 */
export function addRole(book: WritableBook, role: NewRole): { id: number; isNew: boolean } {
  const wanted = checkRole(book, role);
  const known = book
    .all<RoleRow>(
      `SELECT id, organisation_id AS organisationId, title, started_on AS startedOn,
         ended_on AS endedOn, is_current AS isCurrent
       FROM role WHERE person_id = @personId ORDER BY id`,
      { personId: role.personId },
    )
    .find((row) => saysTheSame(row, wanted));
  if (known !== undefined) {
    completeRole(book, known, wanted);
    return { id: known.id, isNew: false };
  }
  const { id } = book.run(
    `INSERT INTO role (person_id, organisation_id, title, started_on, ended_on, is_current, import_id)
     VALUES (@personId, @organisationId, @title, @startedOn, @endedOn, @isCurrent, @importId)`,
    { ...wanted, personId: role.personId, importId: role.importId ?? null },
  );
  return { id, isNew: true };
}

type WantedRole = Omit<RoleRow, 'id'>;

function checkRole(book: WritableBook, role: NewRole): WantedRole {
  const { organisation = null, title = null, startedOn = null, endedOn = null } = role;
  if (organisation === null && title === null) {
    throw new AppError(
      'INVALID_INPUT',
      'A role needs an organisation or a title: give one of them.',
    );
  }
  if (startedOn !== null && endedOn !== null && endedOn < startedOn) {
    throw new AppError(
      'INVALID_INPUT',
      `A role cannot end (${endedOn}) before it began (${startedOn}): correct one of the dates.`,
    );
  }
  return {
    organisationId: organisation === null ? null : findOrCreateOrganisation(book, organisation),
    title,
    startedOn,
    endedOn,
    isCurrent: endedOn === null && role.isCurrent !== false ? 1 : 0,
  };
}

function saysTheSame(known: RoleRow, wanted: WantedRole): boolean {
  return (
    known.isCurrent === wanted.isCurrent &&
    known.organisationId === wanted.organisationId &&
    agree(known.title, wanted.title, known.organisationId !== null) &&
    (known.startedOn === wanted.startedOn ||
      known.startedOn === null ||
      wanted.startedOn === null) &&
    (known.endedOn === wanted.endedOn || known.endedOn === null || wanted.endedOn === null)
  );
}

/** A blank title agrees with any, but only where an organisation still holds the two together. */
function agree(a: string | null, b: string | null, blankAgrees: boolean): boolean {
  if (a === null || b === null) return a === b || blankAgrees;
  return foldName(a) === foldName(b);
}

function completeRole(book: WritableBook, known: RoleRow, wanted: WantedRole): void {
  const completed = {
    title: known.title ?? wanted.title,
    startedOn: known.startedOn ?? wanted.startedOn,
    endedOn: known.endedOn ?? wanted.endedOn,
  };
  const isUnchanged =
    completed.title === known.title &&
    completed.startedOn === known.startedOn &&
    completed.endedOn === known.endedOn;
  if (isUnchanged) return;
  book.run(
    'UPDATE role SET title = @title, started_on = @startedOn, ended_on = @endedOn WHERE id = @id',
    { id: known.id, ...completed },
  );
}

/** Ends a role; `endedOn` null means "no longer, but nobody knows since when". False if there is no such role. */
export function endRole(book: WritableBook, roleId: number, endedOn: string | null): boolean {
  return (
    book.run('UPDATE role SET is_current = 0, ended_on = @endedOn WHERE id = @roleId', {
      roleId,
      endedOn,
    }).changes > 0
  );
}

/** What a role says, anew. Throws INVALID_INPUT as `addRole`, NOT_FOUND if the person has no such role. */
export function updateRole(book: WritableBook, roleId: number, role: NewRole): void {
  const { changes } = book.run(
    `UPDATE role SET organisation_id = @organisationId, title = @title, started_on = @startedOn,
       ended_on = @endedOn, is_current = @isCurrent
     WHERE id = @roleId AND person_id = @personId`,
    { ...checkRole(book, role), roleId, personId: role.personId },
  );
  if (changes === 0) throw new AppError('NOT_FOUND', 'This role is no longer there.');
}
