/** The label of a vCard value: the user's own word, or its TYPE parameters in one order. */
import type { VcardProperty } from './vcard-lines.ts';

/** TYPE values that say where or what; the rest (voice, internet, parcel) say nothing to people. */
const WORDS = new Map<string, string>([
  ['home', 'home'],
  ['work', 'work'],
  ['cell', 'mobile'],
  ['mobile', 'mobile'],
  ['iphone', 'mobile'],
  ['main', 'main'],
  ['fax', 'fax'],
  ['pager', 'pager'],
  ['car', 'car'],
  ['other', 'other'],
  ['school', 'school'],
  ['whatsapp', 'whatsapp'],
]);

/** Label in lower case ('work fax'), or as the user wrote it; null if nothing is said. */
export function labelOf(
  property: VcardProperty,
  groupLabels: ReadonlyMap<string, string>,
): string | null {
  const own = property.group === '' ? undefined : groupLabels.get(property.group);
  return own ?? labelOfTypes(typesOf(property));
}

/** The label that TYPE values make, in one order; null if they say nothing to people. */
export function labelOfTypes(types: readonly string[]): string | null {
  if (types.length === 0) return null;
  const words = [...WORDS].filter(([type]) => types.includes(type)).map(([, word]) => word);
  return words.length === 0 ? null : [...new Set(words)].join(' ');
}

/** The TYPE values of a label; a label that is not made of them does not come back the same. */
export function typesOfLabel(label: string): string[] {
  return label.split(' ').map((word) => (word === 'mobile' ? 'cell' : word));
}

/** PREF as a 2.1 or 3.0 type, or 4.0's PREF=1. */
export function isPreferred(property: VcardProperty): boolean {
  return (
    typesOf(property).includes('pref') ||
    property.params.some(({ name, value }) => name === 'PREF' && value === '1')
  );
}

/** All TYPE values in lower case; `TYPE=a,b`, `TYPE="a,b"` and `TYPE=a;TYPE=b` are the same. */
export function typesOf(property: VcardProperty): string[] {
  return property.params
    .filter(({ name }) => name === 'TYPE')
    .flatMap(({ value }) => value.toLowerCase().split(','))
    .map((type) => type.trim());
}
