/** Relations that a card states: 4.0 RELATED, Apple's related names, spouses, agents. */
import type { ParsedTie, PersonRef } from '../parsed-file.ts';
import { cleanName } from './clean-text.ts';
import { typesOf } from './vcard-labels.ts';
import type { VcardCard, VcardProperty } from './vcard-lines.ts';
import { unescapeValue } from './vcard-values.ts';

/** X-EVOLUTION-SPOUSE, X-MS-SPOUSE, X-KADDRESSBOOK-X-SpouseName, X-MANAGER, ... */
const NAMED = /^X-(?:[A-Z]+-){0,3}(SPOUSE|MANAGER|ASSISTANT|PARTNER|CHILD)_?(?:S?NAME)?$/;

/** Whether a card may state a relation: only then need it be kept until all people of the file are known. */
export function mayStateTies({ properties }: VcardCard): boolean {
  return properties.some(
    ({ name }) =>
      name === 'RELATED' || name === 'AGENT' || name === 'X-ABRELATEDNAMES' || NAMED.test(name),
  );
}

/**
 * Ties from the card's person (number `index` of the file). The properties also stay in the
 * person's `extra`, so an unresolved relation is not lost.
 * @param byUid the file's people by UID, for RELATED:urn:uuid:...
 */
export function tiesOfCard(
  card: VcardCard,
  index: number,
  byUid: ReadonlyMap<string, number>,
): ParsedTie[] {
  const ties: ParsedTie[] = [];
  const labels = new Map<string, string>();
  for (const { name, group, value } of card.properties) {
    if (name === 'X-ABLABEL' && group !== '') labels.set(group, value);
  }
  for (const property of card.properties) {
    const relation = relationOf(property, labels);
    const to = relation === null ? null : personRef(property, byUid);
    if (relation === null || to === null) continue;
    if (to.by === 'index' && to.index === index) continue;
    ties.push({
      line: property.line,
      from: { by: 'index', index },
      to,
      kind: 'related',
      relation,
      platform: null,
      strength: null,
      since: null,
      note: null,
      extra: [],
    });
  }
  return ties;
}

/** The word for the relation, or null if the property states none. */
function relationOf(property: VcardProperty, labels: ReadonlyMap<string, string>): string | null {
  if (property.name === 'RELATED') {
    // 4.0's "me" says that the card is the same person.
    const type = typesOf(property).find((word) => word !== '') ?? 'related';
    return type === 'me' ? null : type;
  }
  if (property.name === 'AGENT') return 'agent';
  if (property.name === 'X-ABRELATEDNAMES') {
    const label = cleanName(unescapeValue(labels.get(property.group) ?? ''));
    const word = label?.replace(/^_\$!<(.+)>!\$_$/, '$1');
    return word?.toLowerCase() ?? 'related';
  }
  return NAMED.exec(property.name)?.[1]?.toLowerCase() ?? null;
}

function personRef(property: VcardProperty, byUid: ReadonlyMap<string, number>): PersonRef | null {
  const value = property.value.trim();
  const inFile = byUid.get(unescapeValue(value)) ?? byUid.get(value.replace(/^urn:uuid:/i, ''));
  if (inFile !== undefined) return { by: 'index', index: inFile };
  if (property.name === 'AGENT') {
    const name = cleanName(/(?:^|\\n|\n)FN[^:\\]*:((?:(?!\\n)[^\n])*)/i.exec(value)?.[1]);
    return name === null ? null : { by: 'name', name };
  }
  const name = /^[a-z][a-z0-9+.-]*:/i.test(value) ? null : cleanName(unescapeValue(value));
  return name === null ? null : { by: 'name', name };
}
