import type { ParsedPerson } from '../parsed-file.ts';
import { none } from '../small-lists.ts';

/**
 * A person whose lists are no larger than they are. One that grew has room for sixteen more, and most are empty: of
 * 100,000 cards that was a quarter of what is kept until the plan is applied.
 */
export function packLists(person: ParsedPerson): ParsedPerson {
  return {
    ...person,
    accounts: pack(person.accounts),
    emails: pack(person.emails),
    phones: pack(person.phones),
    addresses: pack(person.addresses),
    urls: pack(person.urls),
    roles: pack(person.roles),
    tags: pack(person.tags),
    extra: pack(person.extra),
  };
}

function pack<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? none : list.slice();
}
