import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { text } from '../../text/index.ts';

/** What somebody does today: "Designer at Acme Print", or '' when no role is known. */
export function currentRole(person: Pick<PersonDetail, 'roles'>): string {
  const role = person.roles.find((candidate) => candidate.isCurrent);
  return role === undefined ? '' : text.people.roleAt(role.title, role.organisation?.name ?? null);
}

type Point = PersonDetail['contactPoints'][number];

/** The address and the number by which somebody is reached first: the chief one of each kind, else the first. */
export function chiefContacts({ contactPoints }: Pick<PersonDetail, 'contactPoints'>): Point[] {
  return (['email', 'phone'] as const).flatMap((kind) => {
    const points = contactPoints.filter((point) => point.kind === kind);
    return points.find(({ isPrimary }) => isPrimary) ?? points[0] ?? [];
  });
}
