import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { text } from '../../text/index.ts';

/** What somebody does today: "Designer at Acme Print", or '' when no role is known. */
export function currentRole(person: Pick<PersonDetail, 'roles'>): string {
  const role = person.roles.find((candidate) => candidate.isCurrent);
  return role === undefined ? '' : text.people.roleAt(role.title, role.organisation?.name ?? null);
}
