/** What takes more than one property or parameter of a card: accounts and roles. */
import type { ParsedAccount, ParsedRole } from '../parsed-file.ts';
import { cleanName } from './clean-text.ts';
import { parseDate } from './dates.ts';
import { account, accountOfUrl, platformKey } from './platforms.ts';
import type { VcardProperty } from './vcard-lines.ts';
import { componentsOf, unescapeValue } from './vcard-values.ts';

/**
 * `X-SOCIALPROFILE;type=linkedin;x-user=jane:https://www.linkedin.com/in/jane`, and 4.0's
 * SOCIALPROFILE (RFC 9554). Null if no platform or nobody is named.
 */
export function accountOfProperty(property: VcardProperty): ParsedAccount | null {
  const param = (name: string): string | null => cleanName(paramOf(property, name));
  const value = cleanName(unescapeValue(property.value));
  const known = accountOfUrl(value);
  const platform = platformKey(param('SERVICE-TYPE') ?? param('TYPE')) ?? known?.platform ?? null;
  if (platform === null) return null;
  const id = param('X-USERID');
  const displayName = param('X-DISPLAYNAME');
  if (known !== null && known.platform === platform) {
    return { ...known, externalId: known.externalId ?? id, displayName };
  }
  // Apple writes `x-apple:jane` where there is no page to point at.
  const isLink = value !== null && /^https?:/i.test(value);
  const bare = isLink || id !== null ? null : (value?.replace(/^x-apple:/i, '') ?? null);
  const handle = param('X-USER') ?? param('USERNAME') ?? (bare === '' ? null : bare);
  const weak = handle === null && id === null && !isLink;
  if (weak && displayName === null) return null;
  const made = account(platform, isLink ? value : null, handle);
  return { ...made, externalId: id ?? made.externalId, displayName, weak };
}

/** Roles from ORG and TITLE, paired in order; the further parts of ORG are the department. */
export function rolesOf(
  organisations: readonly VcardProperty[],
  titles: readonly VcardProperty[],
): ParsedRole[] {
  const roles: ParsedRole[] = [];
  for (let i = 0; i < Math.max(organisations.length, titles.length); i++) {
    const [organisation, ...units] = componentsOf(organisations[i]?.value ?? '').map(cleanName);
    const department = cleanName(units.filter((unit) => unit !== null).join('; '));
    const title = cleanName(unescapeValue(titles[i]?.value ?? ''));
    if (organisation || department !== null || title !== null) {
      const from = parseDate(paramOf(organisations[i], 'X-FROM'));
      const to = parseDate(paramOf(organisations[i], 'X-TO'));
      roles.push({ organisation: organisation ?? null, department, title, from, to });
    }
  }
  return roles;
}

function paramOf(property: VcardProperty | undefined, name: string): string | null {
  return property?.params.find((param) => param.name === name)?.value ?? null;
}
