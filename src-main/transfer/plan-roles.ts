/** Stages jobs: new ones, what completes a known one, and the end of one that a newer list no longer states. */
import { foldName } from '../tables/fold-name.ts';
import type { KnownRole } from './dossier-rows.ts';
import type { Dossier } from './dossiers.ts';
import type { ParsedRole } from './parsed-file.ts';
import type { PlanTools, RowSource } from './plan-persons.ts';

/**
 * Adds the roles of a row. A present role that an earlier list of the same format brought, and that this one
 * does not state, has ended (the person moved), unless this list is the older of the two: then what is new
 * in it is past. `elsewhere`: what other rows of the file state of the person.
 */
export function planRoles(
  tools: PlanTools,
  dossier: Dossier,
  roles: readonly ParsedRole[],
  elsewhere: readonly ParsedRole[],
  source: RowSource,
): void {
  const stated = roles.filter((role) => role.organisation !== null || role.title !== null);
  if (stated.length === 0) return;
  const earlier = dossier.roles.filter(
    (role) =>
      role.isCurrent && role.source === source.format && role.importRef !== source.importRef,
  );
  const rivals = earlier.filter(
    (known) => ![...stated, ...elsewhere].some((role) => isSame(known, role)),
  );
  const isOlder = rivals.some(
    (known) => known.asOf !== null && source.asOf !== null && source.asOf < known.asOf,
  );
  for (const role of stated) planRole(tools, dossier, role, source, isOlder);
  if (isOlder || rivals.length === 0) return;
  const change = {
    kind: 'moved',
    person: dossier.ref,
    name: dossier.displayName ?? '',
    was: describeJobs(rivals.map(({ employer, title }) => [title, employer])),
    became: describeJobs(stated.map(({ organisation, title }) => [title, organisation])),
  } as const;
  tools.changes.add(change, source.importRef, source.asOf);
  for (const rival of rivals) {
    rival.isCurrent = false;
    tools.stage.update('role', rival.ref, { is_current: 0 });
  }
}

function planRole(
  tools: PlanTools,
  dossier: Dossier,
  role: ParsedRole,
  source: RowSource,
  isOlder: boolean,
): void {
  const isCurrent = role.to === null && !isOlder;
  const known = dossier.roles.find(
    (candidate) => candidate.isCurrent === isCurrent && isSame(candidate, role),
  );
  if (known !== undefined) {
    completeRole(tools, known, role);
    return;
  }
  const { organisation, title, from: startedOn, to: endedOn } = role;
  const ref = tools.stage.insert('role', {
    person_id: dossier.ref,
    organisation_id: organisation === null ? null : tools.shared.organisation(organisation),
    title,
    started_on: startedOn,
    ended_on: endedOn,
    is_current: isCurrent ? 1 : 0,
    import_id: source.importRef,
  });
  dossier.addRole({
    ref,
    organisation: organisation === null ? null : foldName(organisation),
    employer: organisation,
    title,
    startedOn,
    endedOn,
    isCurrent,
    source: source.format,
    importRef: source.importRef,
    asOf: source.asOf,
  });
}

/** "Designer, Acme; Clerk, Bolt" */
function describeJobs(jobs: readonly (readonly (string | null)[])[]): string {
  return jobs.map((parts) => parts.filter((part) => part !== null).join(', ')).join('; ');
}

/** Same organisation, and titles that agree: a blank one agrees with any where an organisation is named. */
function isSame(known: KnownRole, role: ParsedRole): boolean {
  if (known.organisation !== (role.organisation === null ? null : foldName(role.organisation))) {
    return false;
  }
  if (known.title === null || role.title === null) {
    return known.title === role.title || known.organisation !== null;
  }
  return foldName(known.title) === foldName(role.title);
}

function completeRole(tools: PlanTools, known: KnownRole, role: ParsedRole): void {
  const missing: Record<string, string> = {};
  if (known.title === null && role.title !== null) missing['title'] = role.title;
  if (known.startedOn === null && role.from !== null) missing['started_on'] = role.from;
  if (known.endedOn === null && role.to !== null) missing['ended_on'] = role.to;
  if (Object.keys(missing).length === 0) return;
  known.title ??= role.title;
  known.startedOn ??= role.from;
  known.endedOn ??= role.to;
  tools.stage.update('role', known.ref, missing);
}
