/** Stages ways to reach a person: e-mail addresses, numbers, links, postal addresses. */
import type { Dossier } from './dossiers.ts';
import type { ParsedAddress, ParsedPerson } from './parsed-file.ts';
import type { PlanTools, RowSource } from './plan-persons.ts';

interface Point {
  readonly kind: 'email' | 'phone' | 'url' | 'address';
  readonly value: string;
  readonly matchKey: string | null;
  readonly label: string | null;
  readonly isPreferred: boolean;
}

/** Adds what the person does not have yet; a label that was missing is filled in. */
export function planContactPoints(
  tools: PlanTools,
  dossier: Dossier,
  row: ParsedPerson,
  source: RowSource,
): void {
  for (const email of row.emails) planPoint(tools, dossier, written('email', email), source);
  for (const phone of row.phones) planPoint(tools, dossier, written('phone', phone), source);
  for (const { url, label } of row.urls) {
    const point = { kind: 'url', value: url, matchKey: null, label, isPreferred: false } as const;
    planPoint(tools, dossier, point, source);
  }
  for (const address of row.addresses) {
    const value = formatAddress(address);
    if (value === '') continue;
    const { label } = address;
    const point = { kind: 'address', value, matchKey: null, label, isPreferred: false } as const;
    planPoint(tools, dossier, point, source);
  }
}

function planPoint(tools: PlanTools, dossier: Dossier, point: Point, source: RowSource): void {
  const { kind, label, matchKey, value } = point;
  const key = matchKey ?? value;
  const known = dossier.findContact(kind, key);
  if (known !== undefined) {
    if (known.label === null && label !== null) {
      known.label = label;
      tools.stage.update('contact_point', known.ref, { label });
    }
    return;
  }
  const isPrimary =
    point.isPreferred &&
    !dossier.contacts.some((contact) => contact.isPrimary && contact.kind === kind);
  const ref = tools.stage.insert('contact_point', {
    person_id: dossier.ref,
    kind,
    value,
    match_key: matchKey,
    label,
    is_primary: isPrimary ? 1 : 0,
    import_id: source.importRef,
  });
  dossier.addContact({ ref, kind, key, label, isPrimary });
}

function written(kind: 'email' | 'phone', said: ParsedPerson['emails'][number]): Point {
  const { label, normalised, preferred, value } = said;
  return { kind, value, matchKey: normalised, label, isPreferred: preferred };
}

/** A postal address as it is written on a letter, one part a line. */
function formatAddress(address: ParsedAddress): string {
  const town = [address.locality, address.region, address.postcode].filter((part) => part !== null);
  return [address.poBox, address.extended, address.street, town.join(', ') || null, address.country]
    .filter((part) => part !== null)
    .join('\n');
}
